import type { Range } from '../domain/origin.js';
import { applyChanges, type Change } from '../formatting/changes.js';
import { topLevel, type Stretch } from '../formatting/declaration-text.js';
import type { LineRange, Style } from '../formatting/lay-out.js';
import { Lines } from '../formatting/lines.js';
import { cutPiece, FILE_START } from '../syntax/cut-declarations.js';
import { withLineBreaksAt, type TextEdit } from './edits.js';
import { FormattingAttempt, type LeftAlone } from './formatting-attempt.js';
import type { Piece } from './piece.js';
import type { TargetDocument } from './target-document.js';

/** As editors ask for it. */
export interface FormatOptions {
    readonly tabSize: number;
    readonly insertSpaces: boolean;
}

export const DEFAULT_FORMAT: FormatOptions = { tabSize: 4, insertSpaces: true };

export interface Formatted {
    readonly edits: readonly TextEdit[];
    /** The declarations that were left as they are. */
    readonly leftAlone: readonly LeftAlone[];
}

/**
 * Lays a document out anew, or some of its lines. Before any change is proposed the result is read: every declaration
 * must have the same words and say the same as before, otherwise it is left as it is.
 */
export function formatDocument(document: TargetDocument, options = DEFAULT_FORMAT, range?: Range): Formatted {
    const { text } = document;
    const lines = new Lines(text);
    const style = styleOf(options, text);
    const wanted = range && linesOf(range);
    const blocks = new Map(document.blocks.map((block) => [block.pieces[0]!, block]));
    const attempts = topLevel(document.stretches)
        .filter((pieces) => !wanted || touches(pieces, wanted))
        .map((pieces) => new FormattingAttempt(pieces, pieces.map((piece) => blocks.get(piece)).filter((block) => block !== undefined), lines, style, wanted));
    const changes = attempts.flatMap((attempt) => attempt.changes);
    if (!isCutAlike(document, applyChanges(text, changes), attempts)) return { edits: [], leftAlone: attempts.flatMap((attempt) => attempt.givenUp()) };
    return { edits: changes.map((change) => toEdit(change, document, text)), leftAlone: attempts.flatMap((attempt) => attempt.leftAlone()) };
}

/** Each attempt was read by itself; in the whole text its declarations must begin and end where they did then. */
function isCutAlike(document: TargetDocument, changed: string, attempts: readonly FormattingAttempt[]): boolean {
    const results = new Map(attempts.map((attempt) => [attempt.pieces[0]!, attempt.result]));
    const expected = topLevel(document.stretches).flatMap((pieces): readonly Stretch[] => results.get(pieces[0]!) ?? pieces);
    let at = 0;
    let start = FILE_START;
    for (const { text } of expected.filter((stretch) => stretch.text !== '')) {
        const cut = cutPiece(changed, at, start, true);
        if (cut === 'more text needed' || Math.min(cut.end, changed.length) !== at + text.length) return false;
        at += text.length;
        start = cut.next;
    }
    return at === changed.length;
}

function styleOf({ tabSize, insertSpaces }: FormatOptions, text: string): Style {
    const indentWidth = Math.min(Math.max(Math.trunc(tabSize) || DEFAULT_FORMAT.tabSize, 1), 16);
    return { indent: insertSpaces ? ' '.repeat(indentWidth) : '\t', indentWidth, lineBreak: /\r\n|[\n\r]/.exec(text)?.[0] ?? '\n' };
}

/** A range that ends before the first character of a line does not have that line. */
function linesOf({ start, end }: Range): LineRange {
    return { first: start.line, last: end.character === 0 && end.line > start.line ? end.line - 1 : end.line };
}

function touches(stretches: readonly Piece[], { first, last }: LineRange): boolean {
    const end = stretches.at(-1)!;
    return stretches[0]!.line <= last && first <= end.positionAt(end.text.length).line;
}

/** New lines end as those around them do. */
function toEdit({ start, end, text: inserted }: Change, document: TargetDocument, text: string): TextEdit {
    return { range: { start: document.positionAt(start), end: document.positionAt(end) }, newText: withLineBreaksAt(text, start, inserted) };
}
