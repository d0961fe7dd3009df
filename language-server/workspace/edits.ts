import { rangeOf, type Range } from '../domain/origin.js';
import type { Edit } from '../domain/problem.js';

/** A change of a file's text as LSP says it. */
export interface TextEdit {
    readonly range: Range;
    readonly newText: string;
}

/** One level deeper. */
export const INDENT = '    ';

/** Says an edit as changes of the text, with the indentation and the line ends that the declaration around it has. */
export function toTextEdit(edit: Edit): TextEdit {
    switch (edit.kind) {
        case 'replace':
            return { range: rangeOf(edit.at), newText: withLineBreaksAt(edit.at.source.text, edit.at.start, edit.text) };
        case 'append':
            return appended(edit);
        case 'prepend':
            return prepended(edit);
        case 'behind':
            return behind(edit);
        case 'remove':
            return removed(edit);
    }
}

/** Text edits by file. */
export function toTextEdits(edits: readonly Edit[]): Map<string, TextEdit[]> {
    const byFile = new Map<string, TextEdit[]>();
    for (const edit of edits) {
        const { uri } = placeOf(edit).source;
        const list = byFile.get(uri);
        if (list) list.push(toTextEdit(edit));
        else byFile.set(uri, [toTextEdit(edit)]);
    }
    return byFile;
}

export function placeOf(edit: Edit) {
    return edit.kind === 'append' || edit.kind === 'prepend' ? edit.block : edit.at;
}

function appended({ block, lines }: Extract<Edit, { kind: 'append' }>): TextEdit {
    const { source, start, end } = block;
    const { text } = source;
    const outer = indentationAt(text, start);
    const newline = lineBreakAt(text, end);
    const added = lines.map((line) => `${outer}${INDENT}${line}${newline}`).join('');
    const brace = /[}｝]$/.test(text.slice(start, end)) ? end - 1 : end;
    const lineStart = startOfLine(text, brace);
    if (lineStart > start && text.slice(lineStart, brace).trim() === '') {
        return { range: rangeOf({ source, start: lineStart, end: lineStart }), newText: added };
    }
    // The block ends on the line of its last statement: the brace goes to a line of its own.
    const from = start + text.slice(start, brace).trimEnd().length;
    const closing = brace === end ? `${newline}${added.trimEnd()}` : `${newline}${added}${outer}`;
    return { range: rangeOf({ source, start: from, end: brace }), newText: closing };
}

function prepended({ block, lines }: Extract<Edit, { kind: 'prepend' }>): TextEdit {
    const { source, start } = block;
    const newline = lineBreakAt(source.text, start);
    const inner = indentationAt(source.text, start) + INDENT;
    const behind = start + 1;
    const rest = /^[^\n\r]*/.exec(source.text.slice(behind))![0];
    const closesLine = rest.trim() !== '' && !/^\s*\/[/*]/.test(rest);
    return {
        range: rangeOf({ source, start: behind, end: behind }),
        newText: lines.map((line) => `${newline}${inner}${line}`).join('') + (closesLine ? `${newline}${inner}` : ''),
    };
}

function behind({ at, lines }: Extract<Edit, { kind: 'behind' }>): TextEdit {
    const { source, start, end } = at;
    const newline = lineBreakAt(source.text, end) + indentationAt(source.text, start);
    const rest = /^[^\n\r]*/.exec(source.text.slice(end))![0];
    // A comment behind the statement stays with it.
    const place = /^\s*(?:\/\/|$)/.test(rest) ? end + rest.trimEnd().length : end;
    return { range: rangeOf({ source, start: place, end: place }), newText: lines.map((line) => newline + line).join('') };
}

function removed({ at }: Extract<Edit, { kind: 'remove' }>): TextEdit {
    const { source, start, end } = at;
    const { text } = source;
    const lineStart = startOfLine(text, start);
    const behind = /^[ \t\u3000]*(?:\r\n|[\n\r])?/.exec(text.slice(end))![0];
    const alone = text.slice(lineStart, start).trim() === '' && (/[\n\r]/.test(behind) || end + behind.length === text.length);
    if (alone) return { range: rangeOf({ source, start: lineStart, end: end + behind.length }), newText: '' };
    // On a line with others the blanks before it go too.
    const before = text.slice(lineStart, start).trimEnd().length;
    return { range: rangeOf({ source, start: before > 0 ? lineStart + before : start, end }), newText: '' };
}

function startOfLine(text: string, offset: number): number {
    return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** The indentation of the line that a place is on. */
function indentationAt(text: string, offset: number): string {
    return /^[ \t\u3000]*/.exec(text.slice(startOfLine(text, offset)))![0];
}

/** A text for a place, its lines ended as those there are. */
export function withLineBreaksAt(text: string, offset: number, inserted: string): string {
    return /[\n\r]/.test(inserted) ? inserted.replace(/\r\n|[\n\r]/g, lineBreakAt(text, offset)) : inserted;
}

/** How lines end at a place: as the one that it is on, or else the one before it. */
export function lineBreakAt(text: string, offset: number): string {
    const behind = /\r\n|[\n\r]/g;
    behind.lastIndex = offset;
    return behind.exec(text)?.[0] ?? /(?:\r\n|[\n\r])(?=[^\n\r]*$)/.exec(text)?.[0] ?? '\n';
}

/** Applies changes to a text; changes must not overlap. */
export function applyTextEdits(text: string, edits: readonly TextEdit[], offsetAt: (position: Range['start']) => number): string {
    const placed = edits.map(({ range, newText }, order) => ({ start: offsetAt(range.start), end: offsetAt(range.end), newText, order }));
    placed.sort((one, other) => other.start - one.start || other.order - one.order);
    let result = text;
    for (const { start, end, newText } of placed) result = result.slice(0, start) + newText + result.slice(end);
    return result;
}
