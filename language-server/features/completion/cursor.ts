import type { LexerResult } from 'langium';
import { syntaxServices } from '../../syntax/parse-declaration.js';

export type Token = LexerResult['tokens'][number];

/** What the cursor is at, as far as the characters around it tell. All offsets are into the text that was given. */
export interface Cursor {
    readonly under: 'nothing' | 'word' | 'number' | 'string';
    readonly offset: number;
    /** The beginning of what is under the cursor: here the grammar is asked what may stand. */
    readonly at: number;
    /** What an accepted proposal takes the place of; inside a string, what stands between the quotes. */
    readonly start: number;
    readonly end: number;
    /** Where the digits of a number end and its unit begins. */
    readonly unitStart: number;
    /** The string that the cursor is in: how it is to be closed, and whether it is. */
    readonly quote: { readonly closer: string; readonly closed: boolean } | undefined;
    /** The tokens of the statement that the line has before the cursor; none where a statement may begin. */
    readonly statement: readonly Token[];
    readonly lineStart: number;
    /** Whether nothing but a comment or a closing brace stands behind on the line. */
    readonly endsLine: boolean;
    /** Whether a string stands behind on the line. */
    readonly stringFollows: boolean;
    /** How many braces are open. */
    readonly depth: number;
    /** Whether the outermost block was closed before the cursor. */
    readonly behindBlock: boolean;
    /** The words of the line before the innermost open brace. */
    readonly head: readonly Token[];
    /** The words that stand in the innermost block itself, the one under the cursor left out. */
    readonly siblings: ReadonlySet<string>;
}

/** A line comment with the cursor in it. */
export interface CommentCursor {
    readonly under: 'comment';
    readonly offset: number;
    readonly start: number;
    readonly end: number;
}

/** @returns undefined where nothing can be proposed: in text blocks and in comments of several lines */
export function cursorIn(text: string, offset: number): Cursor | CommentCursor | undefined {
    const { tokens, hidden } = syntaxServices().parser.Lexer.tokenize(text);
    const touched = touchedAt([...tokens, ...hidden], offset);
    switch (touched?.tokenType.name) {
        case 'LINE_COMMENT':
            return { under: 'comment', offset, start: touched.startOffset, end: endOf(touched) };
        case 'UNCLOSED_TEXT_BLOCK':
        case 'UNCLOSED_COMMENT':
            return undefined;
        case 'TEXT_BLOCK':
        case 'BLOCK_COMMENT':
            if (offset < endOf(touched)) return undefined;
            break;
    }
    const place = placeOf(touched, text, offset);
    return { offset, ...place, ...surroundings(tokens, text, offset, place) };
}

/** A unit whose slash nothing follows yet belongs to the number before it, though the language cannot read it so. */
function touchedAt(tokens: readonly Token[], offset: number): Token | undefined {
    const touched = tokens.find((token) => token.startOffset < offset && offset <= endOf(token));
    if (touched?.image !== '/') return touched;
    const number = tokens.find((token) => token.tokenType.name === 'QUANTITY' && endOf(token) === touched.startOffset);
    return number ? { ...number, image: `${number.image}/` } : touched;
}

type Place = Pick<Cursor, 'under' | 'at' | 'start' | 'end' | 'unitStart' | 'quote'>;

function placeOf(touched: Token | undefined, text: string, offset: number): Place {
    const nothing: Place = { under: 'nothing', at: offset, start: offset, end: offset, unitStart: offset, quote: undefined };
    if (!touched) return nothing;
    const [at, end] = [touched.startOffset, endOf(touched)];
    switch (touched.tokenType.name) {
        case 'STRING':
            if (offset === end) return nothing;
            return { under: 'string', at, start: at + 1, end: end - 1, unitStart: end, quote: { closer: text[end - 1]!, closed: true } };
        case 'UNCLOSED_STRING':
            // What follows on the line is perhaps not meant to be in the string.
            return { under: 'string', at, start: at + 1, end: offset, unitStart: offset, quote: { closer: text[at] === '“' ? '”' : '"', closed: false } };
        case 'NUMBER':
        case 'QUANTITY': {
            const unitStart = at + /^[0-9][0-9,]*(?:\.[0-9]+)?/.exec(touched.image)![0].length;
            return { under: 'number', at, start: at, end, unitStart, quote: undefined };
        }
    }
    return isWord(touched) ? { under: 'word', at, start: at, end, unitStart: end, quote: undefined } : nothing;
}

function surroundings(tokens: readonly Token[], text: string, offset: number, { at, end, quote }: Place) {
    const before = tokens.filter((token) => endOf(token) <= at);
    const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
    const onLine = before.filter((token) => endOf(token) > lineStart);
    const open = openBraces(before);
    const innermost = open.at(-1);
    return {
        lineStart,
        statement: onLine.slice(onLine.findLastIndex(({ image }) => image === '{' || image === '}') + 1),
        ...restOfLine(text, quote?.closed ? end + 1 : end),
        depth: open.length,
        behindBlock: open.length === 0 && before.some(({ image }) => image === '}'),
        head: innermost === undefined ? [] : headOf(before, innermost, text),
        siblings: innermost === undefined ? new Set<string>() : siblingsIn(tokens, innermost, at),
    };
}

/** The indices of the braces that are open behind the tokens. */
function openBraces(tokens: readonly Token[]): number[] {
    const open: number[] = [];
    tokens.forEach(({ image }, index) => {
        if (image === '{') open.push(index);
        else if (image === '}') open.pop();
    });
    return open;
}

function headOf(tokens: readonly Token[], brace: number, text: string): Token[] {
    const head: Token[] = [];
    for (let index = brace - 1; index >= 0; index--) {
        const token = tokens[index]!;
        if (token.image === '{' || token.image === '}' || /[\n\r]/.test(text.slice(endOf(token), tokens[brace]!.startOffset))) break;
        head.unshift(token);
    }
    return head;
}

/** The words that stand in the first block of a text itself. */
export function wordsInBlock(text: string): Set<string> {
    const { tokens } = syntaxServices().parser.Lexer.tokenize(text);
    return siblingsIn(tokens, tokens.findIndex(({ image }) => image === '{'), -1);
}

function siblingsIn(tokens: readonly Token[], brace: number, at: number): Set<string> {
    const siblings = new Set<string>();
    let depth = 0;
    for (let index = brace + 1; index < tokens.length; index++) {
        const token = tokens[index]!;
        if (token.image === '{') depth++;
        else if (token.image === '}' && --depth < 0) break;
        else if (depth === 0 && token.startOffset !== at && isWord(token)) siblings.add(token.image);
    }
    return siblings;
}

function restOfLine(text: string, from: number): Pick<Cursor, 'endsLine' | 'stringFollows'> {
    const rest = /^[^\n\r]*/.exec(text.slice(from, from + 200))![0];
    return { endsLine: /^\s*(?:$|\}|\/\/|\/\*)/.test(rest), stringFollows: /^\s*["“]/.test(rest) };
}

export function isWord({ image }: Token): boolean {
    return /^[A-Z_a-z\u3007\u3400-\u9FFF\uF900-\uFAFF]/.test(image);
}

export function endOf(token: Token): number {
    return token.startOffset + token.image.length;
}
