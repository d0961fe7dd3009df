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
    let lastWide = 0;
    let used = 0;
    let brokenUntil = 0;
    for (let at = 0, end: number; at < text.length; at = end) {
        const code = text.codePointAt(at)!;
        end = at + (code > 0xffff ? 2 : 1);
        let wide = widths(code);
        if (isInRun(code) && at >= brokenUntil) {
            for (; end < text.length && isInRun(text.charCodeAt(end)); end++) wide += widths(text.charCodeAt(end));
            if (wide > width) {
                // A run that is longer than a line is broken after all.
                brokenUntil = end;
                end = at + 1;
                wide = widths(code);
            }
        }
        if (used + wide > width && at > start) {
            // A closing sign takes the character before it along to the new line.
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
        lastWide = wide;
        used += wide;
    }
    if (start < text.length) lines.push(text.slice(start));
    return lines;
}

function isInRun(code: number): boolean {
    return code < IN_RUN.length && IN_RUN[code]!;
}

const measures = new WeakMap<Measure, (code: number) => number>();

/** Remembers the widths of characters, of which a plan has many but few different ones; in an array, where they are found sooner than in a map. */
function widthsByCode(widthOf: Measure): (code: number) => number {
    let measure = measures.get(widthOf);
    if (!measure) {
        // The rarest characters lie beyond it, and are measured each time.
        const known = new Float64Array(0x10000);
        measure = (code) => (known[code] ||= widthOf(String.fromCodePoint(code)));
        measures.set(widthOf, measure);
    }
    return measure;
}
