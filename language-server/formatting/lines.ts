const LINE_BREAK = /\r\n|[\n\r]/g;

/** Where the lines of a text begin. */
export class Lines {
    private readonly starts: number[] = [0];

    constructor(readonly text: string) {
        for (const { 0: lineBreak, index } of text.matchAll(LINE_BREAK)) this.starts.push(index + lineBreak.length);
    }

    lineOf(offset: number): number {
        let low = 0;
        let high = this.starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.starts[middle]! <= offset) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /** The text of a line with its line break. */
    textOf(line: number): string {
        const start = this.starts[line];
        return start === undefined ? '' : this.text.slice(start, this.starts[line + 1]);
    }
}

/** How many lines end in a text. */
export function lineBreaksIn(text: string): number {
    return text.match(LINE_BREAK)?.length ?? 0;
}
