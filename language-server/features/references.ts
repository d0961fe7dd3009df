import type { Location, ReferenceParams } from 'vscode-languageserver';
import { rangeOf } from '../domain/origin.js';
import type { Session } from '../session.js';
import { nameAt, placesOf } from '../workspace/name-places.js';
import type { Feature } from './feature.js';

/** Every place in the workspace that names a department, project, taxonomy or category. */
export const references: Feature = {
    capabilities: { referencesProvider: true },
    register(session) {
        session.connection.onReferences(session.answering('references', [] as Location[], (params) => referencesAt(session, params)));
    },
};

export function referencesAt({ workspace }: Session, { textDocument: { uri }, position, context }: ReferenceParams): Location[] {
    const place = nameAt(workspace, uri, position);
    if (!place) return [];
    return [...placesOf(workspace, place.name)]
        .filter(({ declares }) => context.includeDeclaration || !declares)
        .map(({ origin }) => ({ uri: origin.source.uri, range: rangeOf(origin) }));
}
