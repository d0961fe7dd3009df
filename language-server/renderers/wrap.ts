/** Of words and numbers and the signs that belong to them: a line must not be broken in a run of these. By their codes. */
const IN_RUN = Array.from({ length: 0x80 }, (_, code) => /[A-Za-z0-9.,:%+\-/]/.test(String.fromCharCode(code)));

/** Signs that may not begin a line. */
const CLOSING = /^[、，。；：？！）》」』】〕”’…％,.;:?!)\]}%]/u;

/** How wide a text is, character by character. */
type Measure = (text: string) => number;

/** No character is wider: most texts need not be measured. */
export const WIDEST_CHARACTER = 2;

/** Breaks a text into lines that are at most `width` wide, as measured by `widthOf`. Its own line breaks stay. */
export function wrap(text: string, width: number, widthOf: Measure): string[] {
    return text.split('\n').flatMap((line) => (line.length * WIDEST_CHARACTER <= width ? [line] : wrapLine(line, width, widthOf)));
}

/** Works with places in the text: a plan may have a million characters, too many for a text of each. */
function wrapLine(text: string, width: number, widthOf: Measure): string[] {
    const widths = widthsByCode(widthOf);
    const lines: string[] = [];
    let start = 0;
    let last = 0;
    let used = 0;
    let brokenUntil = 0;
    for (let at = 0, end: number; at < text.length; at = end) {
        end = at < brokenUntil ? at + 1 : endOfUnit(text, at);
        let wide = widthBetween(text, at, end, widths);
        if (wide > width && IN_RUN[text.charCodeAt(at)]) {
            // A run that is longer than a line is broken after all.
            brokenUntil = Math.max(end, brokenUntil);
            end = at + 1;
            wide = widthBetween(text, at, end, widths);
        }
        if (used + wide > width && at > start) {
            // A closing sign takes the character before it along to the new line.
            const lastWide = widthBetween(text, last, at, widths);
            const carries = last > start && lastWide + wide <= width && CLOSING.test(text.slice(at, end));
            const next = carries ? last : at;
            lines.push(text.slice(start, next).trimEnd());
            start = next;
            used = carries ? lastWide : 0;
            if (text[at] === ' ') {
                start = end;
                continue;
            }
        }
        last = at;
        used += wide;
    }
    if (start < text.length) lines.push(text.slice(start));
    return lines;
}

/** A unit is a run, else one character. */
function endOfUnit(text: string, at: number): number {
    let end = at;
    while (IN_RUN[text.charCodeAt(end)]) end++;
    if (end > at) return end;
    return text.codePointAt(at)! > 0xffff ? at + 2 : at + 1;
}

function widthBetween(text: string, from: number, to: number, widths: (code: number) => number): number {
    let sum = 0;
    for (let at = from; at < to; at++) {
        const code = text.codePointAt(at)!;
        if (code > 0xffff) at++;
        sum += widths(code);
    }
    return sum;
}

const measures = new WeakMap<Measure, (code: number) => number>();

/** Remembers the widths of characters, of which a plan has many but few different ones. */
function widthsByCode(widthOf: Measure): (code: number) => number {
    let measure = measures.get(widthOf);
    if (!measure) {
        const known = new Map<number, number>();
        measure = (code) => {
            let width = known.get(code);
            if (width === undefined) known.set(code, (width = widthOf(String.fromCodePoint(code))));
            return width;
        };
        measures.set(widthOf, measure);
    }
    return measure;
}
