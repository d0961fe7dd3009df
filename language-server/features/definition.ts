import type { Location, LocationLink, TextDocumentPositionParams } from 'vscode-languageserver';
import { rangeOf, type Origin } from '../domain/origin.js';
import type { Declared } from '../domain/plan.js';
import type { Session } from '../session.js';
import { departmentsMeant, nameAt, type NamePlace } from '../workspace/name-places.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Feature } from './feature.js';

/** From a category to the taxonomy that declares it, from 属于 to the department, from 指标体系 to the taxonomy. */
export const definition: Feature = {
    capabilities: { definitionProvider: true },
    register(session) {
        session.connection.onDefinition(session.answering('definition', [] as LocationLink[] | Location[], (params) => definitionAt(session, params)));
    },
};

/** Where something is declared: all of it, and its name. */
interface Target {
    readonly whole: Origin;
    readonly name: Origin;
}

export function definitionAt({ workspace, client }: Session, { textDocument: { uri }, position }: TextDocumentPositionParams): LocationLink[] | Location[] {
    const place = nameAt(workspace, uri, position);
    if (!place) return [];
    const targets = targetsOf(place, workspace);
    if (!client.textDocument?.definition?.linkSupport) return targets.map(({ name }) => ({ uri: name.source.uri, range: rangeOf(name) }));
    return targets.map(({ whole, name }) => ({
        originSelectionRange: rangeOf(place.origin),
        targetUri: name.source.uri,
        targetRange: rangeOf(whole),
        targetSelectionRange: rangeOf(name),
    }));
}

function targetsOf(place: NamePlace, workspace: Workspace): Target[] {
    const { name } = place;
    switch (name.kind) {
        case 'project':
            return [declared(name.project)];
        case 'department':
            return departmentsMeant(place, workspace).map(declared);
        case 'taxonomy':
            return workspace.names.taxonomiesNamed(name.name).map(declared);
        case 'category':
            return [{ whole: name.category.origin, name: name.category.nameOrigin }];
    }
}

function declared({ origin, name, head }: Declared): Target {
    return { whole: origin, name: name?.origin ?? head };
}
