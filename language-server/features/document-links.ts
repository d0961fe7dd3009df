import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import type { Session } from '../session.js';
import type { Piece } from '../workspace/piece.js';
import type { Feature } from './feature.js';

/** Addresses of web pages in texts and comments. */
export const documentLinks: Feature = {
    capabilities: { documentLinkProvider: {} },
    register(session) {
        session.connection.onDocumentLinks(session.answering('document links', [] as DocumentLink[], (params) => linksIn(session, params)));
    },
};

/** Ends where Chinese punctuation, quotes or Han begin, which stand behind an address without a blank. */
const ADDRESS = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g;
const NOT_AT_THE_END = /[.,;:!?'()[\]]+$/;

const known = new WeakMap<Piece, readonly { start: number; end: number }[]>();

export function linksIn({ workspace }: Session, { textDocument: { uri } }: DocumentLinkParams): DocumentLink[] {
    const pieces = workspace.document(uri)?.stretches ?? [];
    return pieces.flatMap((piece) => addressesIn(piece).map(({ start, end }) => ({
        range: { start: piece.positionAt(start), end: piece.positionAt(end) },
        target: piece.text.slice(start, end),
    })));
}

function addressesIn(piece: Piece): readonly { start: number; end: number }[] {
    let addresses = known.get(piece);
    if (!addresses) {
        addresses = piece.text.includes('://')
            ? [...piece.text.matchAll(ADDRESS)].map(({ 0: written, index }) => ({ start: index, end: index + written.replace(NOT_AT_THE_END, '').length }))
            : [];
        known.set(piece, addresses);
    }
    return addresses;
}
