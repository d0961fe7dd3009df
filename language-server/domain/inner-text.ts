import { textOf, type Origin, type Written } from './origin.js';

/** A text as it stands between its quotes in the file, line ends and indentation included: offsets into it are places. */
export interface InnerText {
    readonly text: string;
    at(start: number, end: number): Origin;
}

const OPENING = /^(?:["＂]{3}|["＂“])/;

export function innerText({ origin }: Written<unknown>): InnerText {
    const written = textOf(origin);
    const quotes = OPENING.exec(written)?.[0].length ?? 0;
    const end = written.length - quotes;
    return {
        text: end > quotes ? written.slice(quotes, end) : '',
        at: (from, to) => ({ source: origin.source, start: origin.start + quotes + from, end: origin.start + quotes + to }),
    };
}
