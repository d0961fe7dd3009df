import type { Location, ReferenceParams } from 'vscode-languageserver';
import { rangeOf } from '../domain/origin.js';
import type { Wording } from '../domain/wording.js';
import type { Session } from '../session.js';
import { isReadEverywhere, nameAt, placesOf } from '../workspace/name-places.js';
import type { Feature } from './feature.js';

/** A list that is not whole says so. */
const STILL_READING: Wording = { zh: '文件夹里的文件还没有读完，这里只列出已经读到的地方', en: 'The files of the folder are still being read; listed is what has been read so far' };

/** Every place in the workspace that names a department, project, taxonomy or category. */
export const references: Feature = {
    capabilities: { referencesProvider: true },
    register(session) {
        session.connection.onReferences(session.answering('references', [] as Location[], (params) => referencesAt(session, params)));
    },
};

export function referencesAt(session: Session, { textDocument: { uri }, position, context }: ReferenceParams): Location[] {
    const { workspace } = session;
    const place = nameAt(workspace, uri, position);
    if (!place) return [];
    if (!isReadEverywhere(place, uri, workspace)) session.connection.window.showInformationMessage(session.say(STILL_READING));
    return [...placesOf(workspace, place.name)]
        .filter(({ declares }) => context.includeDeclaration || !declares)
        .map(({ origin }) => ({ uri: origin.source.uri, range: rangeOf(origin) }));
}
