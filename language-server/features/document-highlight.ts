import { type DocumentHighlight, DocumentHighlightKind, type TextDocumentPositionParams } from 'vscode-languageserver';
import { rangeOf } from '../domain/origin.js';
import type { Session } from '../session.js';
import { nameAt, placesInFile } from '../workspace/name-places.js';
import type { Feature } from './feature.js';

/** The places of a file that name the same as the one at the cursor. */
export const documentHighlight: Feature = {
    capabilities: { documentHighlightProvider: true },
    register(session) {
        session.connection.onDocumentHighlight(session.answering('document highlight', null as DocumentHighlight[] | null, (params) => highlightsAt(session, params)));
    },
};

/** @returns null where no name is, so that the editor marks equal words itself */
export function highlightsAt({ workspace }: Session, { textDocument: { uri }, position }: TextDocumentPositionParams): DocumentHighlight[] | null {
    const place = nameAt(workspace, uri, position);
    if (!place) return null;
    return [...placesInFile(workspace, uri, place.name)].map(({ origin, declares }) => ({
        range: rangeOf(origin),
        kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}
