import { lineBreaksIn } from './lines.js';

/** Text to be put in the place of a stretch of a document. */
export interface Change {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}

/** Collects the changes of a text from its beginning to its end: one for each gap between tokens, so that what stays keeps its place. */
export class Changes {
    readonly list: Change[] = [];

    /** @param isWanted whether a stretch may be changed */
    constructor(private readonly text: string, private readonly isWanted: (start: number, end: number) => boolean) {}

    /** A token that is written otherwise, in as many characters. */
    rewrite(start: number, written: string): void {
        for (let at = 0; at < written.length; at++) {
            const from = at;
            while (at < written.length && this.text[start + at] !== written[at]) at++;
            if (at > from) this.put(start + from, start + at, written.slice(from, at));
        }
    }

    /**
     * The white space between two tokens. Line breaks that are there stay of the kind that they are. What ends a line and
     * what begins the next are changed by themselves, so that either can be left out.
     */
    space(start: number, end: number, wanted: string): void {
        const present = this.text.slice(start, end);
        const [presentEnd, wantedEnd] = [endOfLastLineBreak(present), endOfLastLineBreak(wanted)];
        if (presentEnd > 0 && wantedEnd > 0) {
            this.lineBreaks(start, start + presentEnd, wanted.slice(0, wantedEnd));
            this.space(start + presentEnd, end, wanted.slice(wantedEnd));
        } else if (present !== wanted) {
            this.put(start, end, wanted);
        }
    }

    private lineBreaks(start: number, end: number, wanted: string): void {
        const present = this.text.slice(start, end);
        if (lineBreaksIn(present) !== lineBreaksIn(wanted)) {
            this.put(start, end, wanted);
            return;
        }
        for (const { 0: blanks, index } of present.matchAll(/[^\n\r]+/g)) this.put(start + index, start + index + blanks.length, '');
    }

    private put(start: number, end: number, text: string): void {
        if (!this.isWanted(start, end)) return;
        const last = this.list.at(-1);
        if (last?.end === start) this.list.splice(-1, 1, { start: last.start, end, text: last.text + text });
        else this.list.push({ start, end, text });
    }
}

export function applyChanges(text: string, changes: readonly Change[]): string {
    let result = '';
    let at = 0;
    for (const change of changes) {
        result += text.slice(at, change.start) + change.text;
        at = change.end;
    }
    return result + text.slice(at);
}

function endOfLastLineBreak(space: string): number {
    return Math.max(space.lastIndexOf('\n'), space.lastIndexOf('\r')) + 1;
}
