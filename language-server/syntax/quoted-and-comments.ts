/** A stretch of text that is no code: between quotes, or a comment. */
export interface Stretch {
    readonly kind: 'string' | 'text' | 'line-comment' | 'block-comment';
    readonly start: number;
    readonly end: number;
}

/** As the terminals of the grammar; what nothing closes runs to the end of its line, or of the text. */
const STRETCH = /"""[\s\S]*?(?:"""|$)|"[^"\n\r]*"?|“[^”\n\r]*”?|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)/g;

/** The strings, texts and comments of a text whose punctuation has been made half-width, in order. */
export function stretchesIn(normalized: string): Stretch[] {
    return [...normalized.matchAll(STRETCH)].map(({ 0: written, index }) => ({ kind: kindOf(written), start: index, end: index + written.length }));
}

const SIGN = new RegExp(`${STRETCH.source}|[{}]`, 'g');

/** The same with the braces of the code between them. */
export function bracesAndStretchesIn(normalized: string): (Stretch | { readonly kind: 'open' | 'close'; readonly start: number; readonly end: number })[] {
    return [...normalized.matchAll(SIGN)].map(({ 0: written, index }) => {
        const kind = written === '{' ? 'open' : written === '}' ? 'close' : kindOf(written);
        return { kind, start: index, end: index + written.length };
    });
}

function kindOf(written: string): Stretch['kind'] {
    if (written.startsWith('"""')) return 'text';
    if (written.startsWith('//')) return 'line-comment';
    return written.startsWith('/*') ? 'block-comment' : 'string';
}

const WORD = /[A-Z_a-z\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF][A-Z_a-z0-9\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]*/g;

/** The word of code at an offset; undefined in strings, texts and comments and where no word is. */
export function wordAt(normalized: string, offset: number): { word: string; start: number; end: number } | undefined {
    if (stretchesIn(normalized).some(({ start, end }) => start < offset && offset < end)) return undefined;
    const lineStart = Math.max(normalized.lastIndexOf('\n', offset - 1), normalized.lastIndexOf('\r', offset - 1)) + 1;
    WORD.lastIndex = lineStart;
    for (let match = WORD.exec(normalized); match && match.index <= offset; match = WORD.exec(normalized)) {
        const end = match.index + match[0].length;
        if (offset <= end) return { word: match[0], start: match.index, end };
    }
    return undefined;
}
