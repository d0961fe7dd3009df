import { displayWidth } from '../domain/display-width.js';

/** How a string is to be written: in "…", unless its text has such a quote itself. */
export function writtenForm(normalized: string): string {
    return normalized.startsWith('“') && !normalized.includes('"') ? `"${normalized.slice(1, -1)}"` : normalized;
}

/** What a string says, whichever quotes it stands in. */
export function meaningOf(normalized: string): string {
    return `"${normalized.slice(1, -1)}"`;
}

/** Blanks at the end of a comment's line are no part of it. */
export function trimmedComment(comment: string): string {
    return comment.replace(/[ \t\u3000\u00A0]+$/, '');
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
