import type { DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver';
import type { Session } from '../session.js';
import { formatDocument } from '../workspace/format-document.js';
import { isBuiltin } from '../workspace/builtin.js';
import type { Feature } from './feature.js';

/**
 * Lays out a document, or the lines of a range; editors ask for the range of what was pasted as well.
 *
 * Nothing is laid out while typing: a change between two keys of an input method breaks what is being composed, and the
 * indentation of a new line and of a closing brace is the business of the language configuration, which waits for that.
 */
export const formatting: Feature = {
    capabilities: { documentFormattingProvider: true, documentRangeFormattingProvider: true },
    register(session) {
        session.connection.onDocumentFormatting(session.editing('formatting', [] as TextEdit[], (params) => format(session, params)));
        session.connection.onDocumentRangeFormatting(session.editing('range formatting', [] as TextEdit[], (params) => format(session, params)));
    },
};

export function format(session: Session, { textDocument: { uri }, options, ...rest }: DocumentFormattingParams | DocumentRangeFormattingParams): TextEdit[] {
    const document = session.workspace.document(uri);
    if (!document || isBuiltin(uri)) return [];
    const { edits, leftAlone } = formatDocument(document, options, 'range' in rest ? rest.range : undefined);
    for (const { line, why } of leftAlone) session.connection.console.info(`${uri}:${line + 1} ${session.say(why)}`);
    return edits.map(({ range, newText }) => ({ range, newText }));
}
