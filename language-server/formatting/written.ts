import { displayWidth } from '../domain/display-width.js';

/** How a string is to be written: in "…", unless its text has such a quote itself. */
export function writtenForm(normalized: string): string {
    return normalized.startsWith('“') && !normalized.includes('"') ? `"${normalized.slice(1, -1)}"` : normalized;
}

/** What a string says, whichever quotes it stands in. */
export function meaningOf(normalized: string): string {
    return `"${normalized.slice(1, -1)}"`;
}

/** White space at the end of what nothing closes, such as a comment at the end of its line, is no part of it. */
export function withoutTrailingSpace(type: string, image: string): string {
    return type === 'LINE_COMMENT' || type.startsWith('UNCLOSED') ? image.trimEnd() : image;
}

/** Read together with the number behind them, or before and behind them. */
const SIGNS = new Set(['≥', '≤', '>', '<', '=', '>=', '<=', '≧', '≦', '⩾', '⩽', '》', '《', '-', '~']);

/** What stands between two tokens of a line where no column begins. */
export function gapBetween(before: string, after: string): '' | ' ' {
    if (after === '~') return before.startsWith('/*') ? ' ' : '';
    return SIGNS.has(before) && !after.startsWith('/*') ? '' : ' ';
}

/** The cells that tokens take side by side on a line. */
export function widthOf(tokens: readonly string[]): number {
    let width = 0;
    tokens.forEach((token, index) => {
        const before = tokens[index - 1];
        width += displayWidth(token) + (before === undefined ? 0 : gapBetween(before, token).length);
    });
    return width;
}
