import { type PrepareRenameParams, type RenameParams, type Range, ResponseError, LSPErrorCodes, type WorkspaceEdit } from 'vscode-languageserver';
import { innerText } from '../domain/inner-text.js';
import { rangeOf } from '../domain/origin.js';
import { replace } from '../domain/problem.js';
import type { Wording } from '../domain/wording.js';
import type { Session } from '../session.js';
import { isReadEverywhere, nameAt, placesOf, type Name, type NamePlace } from '../workspace/name-places.js';
import { isBuiltin } from '../workspace/builtin.js';
import type { Workspace } from '../workspace/workspace.js';
import { toWorkspaceEdit } from './editing/workspace-edit.js';
import type { Feature } from './feature.js';
import { declaredName, unfitForCategory, unfitForQuotes, writtenAt } from './renaming/new-name.js';
import { taken } from './renaming/taken.js';

/** Renames departments, projects, categories and taxonomies in all files of the workspace. */
export const rename: Feature = {
    capabilities: { renameProvider: { prepareProvider: true } },
    register(session) {
        session.connection.onPrepareRename(session.answering('prepare rename', null as Prepared | ResponseError | null, (params) => prepareRenameAt(session, params)));
        session.connection.onRenameRequest(session.editing('rename', null as WorkspaceEdit | ResponseError | null, (params) => renameAt(session, params)));
    },
};

interface Prepared {
    readonly range: Range;
    readonly placeholder: string;
}

/** The name without its quotes, to be typed over; null where there is nothing to rename. */
export function prepareRenameAt(session: Session, { textDocument: { uri }, position }: PrepareRenameParams): Prepared | ResponseError | null {
    const place = nameAt(session.workspace, uri, position);
    if (!place) return null;
    const reason = stillUnread(place, uri, session.workspace) ?? fixedName(place, session.workspace);
    if (reason) return refuse(reason, session);
    return { range: rangeOf(withoutQuotes(place)), placeholder: place.written };
}

export function renameAt(session: Session, { textDocument: { uri }, position, newName: typed }: RenameParams): WorkspaceEdit | ResponseError | null {
    const { workspace } = session;
    const place = nameAt(workspace, uri, position);
    if (!place) return null;
    const { name } = place;
    const newName = declaredName(place, typed);
    const places = [...placesOf(workspace, name)].map((other) => ({ origin: other.origin, text: writtenAt(other, newName) }));
    const reason = stillUnread(place, uri, workspace) ?? fixedName(place, workspace) ?? unfit(name, newName, places.map(({ text }) => text)) ?? (newName === name.name ? undefined : taken(name, newName, workspace));
    if (reason) return refuse(reason, session);
    return toWorkspaceEdit(newName === name.name ? [] : places.map(({ origin, text }) => replace(origin, text)), session);
}

/** A file that is not read yet may have the name too, and would keep the old one. */
function stillUnread(place: NamePlace, uri: string, workspace: Workspace): Wording | undefined {
    if (isReadEverywhere(place, uri, workspace)) return undefined;
    return { zh: '文件夹里的文件还没有读完，请稍后再改名', en: 'The files of the folder are still being read; rename in a moment' };
}

/** Why a name cannot be changed at all. */
function fixedName({ name }: NamePlace, workspace: Workspace): Wording | undefined {
    if (name.name.trim() === '') return { zh: '这里还没有名称', en: 'There is no name here yet' };
    if (name.kind === 'category' && isBuiltin(name.category.origin.source.uri)) {
        return { zh: '官方指标分类的名称不能改；需要自己的分类时，请声明自己的指标体系', en: 'Official categories keep their names; declare a taxonomy of your own for others' };
    }
    if (name.kind !== 'taxonomy') return undefined;
    if (workspace.names.taxonomiesNamed(name.name).some(({ origin }) => isBuiltin(origin.source.uri))) return { zh: '官方指标体系的名称不能改', en: 'Official taxonomies keep their names' };
    if (workspace.configured.taxonomy === name.name) {
        return { zh: '设置 ptarget.taxonomy 指定了这个指标体系，请先改设置', en: 'The setting ptarget.taxonomy names this taxonomy; change the setting first' };
    }
    return undefined;
}

/** A category may be written in two ways, with 指标 and without, and must be fit in each that is written. */
function unfit({ kind }: Name, newName: string, written: readonly string[]): Wording | undefined {
    if (kind !== 'category') return unfitForQuotes(newName);
    return [...new Set([newName, ...written])].map(unfitForCategory).find((reason) => reason);
}

function withoutQuotes(place: NamePlace) {
    if (place.name.kind === 'category') return place.origin;
    return innerText({ value: place.written, origin: place.origin }).at(0, place.written.length);
}

function refuse(reason: Wording, session: Session): ResponseError {
    return new ResponseError(LSPErrorCodes.RequestFailed, session.say(reason));
}
