import { syntaxServices, type ReadingTrouble } from '../syntax/parse-declaration.js';
import { isComment, type DeclarationText, type Item } from './declaration-text.js';
import type { Lines } from './lines.js';
import type { Segment } from './segments.js';
import type { Statement } from './statements.js';

/** Troubles that concern the line on which they stand and no other. */
const OF_ONE_LINE = new Set<ReadingTrouble['kind']>(['stray', 'unexpected', 'unclosed-string', 'unit']);

/** Whether it is certain which quotes, comments and braces belong together, so that every line has its place. */
export function isClear({ parsed, items }: DeclarationText): boolean {
    if (parsed.troubles.length === 0) return true;
    return parsed.troubles.every(({ kind }) => OF_ONE_LINE.has(kind)) && leavesBlocksWhole(items) && readsTheSame(items, parsed.text);
}

/** What cannot be read has as many opening braces as closing ones. */
function leavesBlocksWhole(items: readonly Item[]): boolean {
    let open = 0;
    for (const { written } of items.filter(({ unread }) => unread)) {
        if (written === '{') open++;
        else if (written === '}' && --open < 0) return false;
    }
    return open === 0;
}

/** What was made blank is no part of a text in quotes: the rest of that would have been read as code. */
function readsTheSame(items: readonly Item[], parsedText: string): boolean {
    const read = items.filter((item) => !item.unread && !isComment(item));
    const { tokens } = syntaxServices().parser.Lexer.tokenize(parsedText);
    return tokens.length === read.length && tokens.every(({ image }, index) => image === read[index]!.image);
}

/** The lines of a clear declaration on which something is wrong: they stay as they are until that is put right. */
export function* spoiledLines(declaration: DeclarationText, statements: ReadonlyMap<Item, Statement>, lines: Lines): Generator<number> {
    for (const { start, end } of declaration.parsed.troubles) {
        yield* linesBetween(lines.lineOf(declaration.inDocument(start)), lines.lineOf(declaration.inDocument(Math.max(start, end - 1))));
    }
    let lastUnread: Item | undefined;
    let before: Item | undefined;
    for (const item of declaration.items) {
        if (item.unread) {
            // What cannot be read goes on over the comments in it.
            yield* linesBetween((lastUnread ?? item).line, item.lastLine);
            lastUnread = item;
        } else if (!isComment(item)) {
            lastUnread = undefined;
        }
        if (statements.get(item)?.isLoneWord && before?.lastLine === item.line && !/^[{}]$/.test(before.written)) yield item.line;
        if (hasChangedInside(item, lines.text)) yield* linesOf(item);
        before = item;
    }
}

/** Quotes in quotes of an input method can make the reader take a text for code: then its signs would be changed. */
function hasChangedInside({ type, start, end, image }: Item, text: string): boolean {
    if (type === 'STRING') return text.slice(start + 1, end - 1) !== image.slice(1, -1);
    return type === 'TEXT_BLOCK' && text.slice(start, end) !== image;
}

/**
 * Lines that would lose their sense if their statements were put on lines of their own.
 * @param start where the text begins that the segments are of
 */
export function* linesThatBelongTogether(segments: readonly Segment[], lines: Lines, start: number): Generator<number> {
    const onLine = new Map<number, Segment[]>();
    for (const segment of segments) {
        const [first] = segment.items;
        if (segment.items.some(({ stretch }) => stretch !== first!.stretch)) yield first!.line;
        for (const line of new Set(segment.items.map((item) => item.line))) {
            const others = onLine.get(line);
            if (others) others.push(segment);
            else onLine.set(line, [segment]);
        }
    }
    for (const line of silencedLines(segments, lines, lines.lineOf(start))) {
        const there = onLine.get(line) ?? [];
        if (there.length > 1 || there.some(({ items }) => items.some((item) => item.line !== line))) yield line;
    }
}

/** The lines that comments silence rules on: that of the comment, or where it stands alone, the next that is no comment. */
function* silencedLines(segments: readonly Segment[], lines: Lines, first: number): Generator<number> {
    let above = first;
    while (COMMENT_LINE.test(lines.textOf(above - 1))) above--;
    const own = segments.flatMap(({ items }) => items).filter((item) => item.type === 'LINE_COMMENT' && SILENCES_LINE.test(item.written)).map(({ line }) => line);
    const before = Array.from({ length: first - above }, (_, index) => above + index).filter((line) => SILENCES_LINE.test(lines.textOf(line)));
    let silenced = -1;
    for (const line of [...before, ...own]) {
        // All comments of a run speak about the line behind it.
        if (line <= silenced) continue;
        for (silenced = line; COMMENT_LINE.test(lines.textOf(silenced));) silenced++;
        yield silenced;
    }
}

const SILENCES_LINE = /ptarget-ignore(?!-file)/;
const COMMENT_LINE = /^[ \t\u3000]*\/\//;

/** Adds the lines that share a segment with those given, again and again until each segment is touched wholly or not at all. */
export function withWholeSegments(untouched: Set<number>, segments: readonly Segment[]): Set<number> {
    for (let before = 0; before !== untouched.size;) {
        before = untouched.size;
        for (const { items } of segments) {
            const touched = items.flatMap((item) => [...linesOf(item)]);
            if (touched.some((line) => untouched.has(line))) touched.forEach((line) => untouched.add(line));
        }
    }
    return untouched;
}

export function isUntouched({ items }: Segment, untouched: ReadonlySet<number>): boolean {
    return untouched.has(items[0]!.line);
}

function linesOf(item: Item): Generator<number> {
    return linesBetween(item.line, item.lastLine);
}

function* linesBetween(first: number, last: number): Generator<number> {
    for (let line = first; line <= last; line++) yield line;
}
