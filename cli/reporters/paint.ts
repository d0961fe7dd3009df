import type { Severity } from '../../language-server/index.js';

type Style = Severity | 'bold' | 'dim';

/** Puts a text into a colour, or leaves it as it is. */
export type Paint = Readonly<Record<Style, (text: string) => string>>;

const CODES: Record<Style, readonly [on: number, off: number]> = {
    error: [31, 39],
    warning: [33, 39],
    information: [34, 39],
    hint: [36, 39],
    bold: [1, 22],
    dim: [2, 22],
};

export function paint(coloured: boolean): Paint {
    const styles = Object.entries(CODES).map(([style, [on, off]]) => [style, coloured ? (text: string) => `\u001b[${on}m${text}\u001b[${off}m` : (text: string) => text]);
    return Object.fromEntries(styles) as Paint;
}
