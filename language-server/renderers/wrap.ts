/** A run that a line must not be broken in: a word or number with the signs that belong to it, else one character. */
const UNIT = /[A-Za-z0-9.,:%+\-/]+|\s|[^]/gu;

/** Signs that may not begin a line. */
const CLOSING = /^[、，。；：？！）》」』】〕”’…％,.;:?!)\]}%]/u;

/** Breaks a text into lines that are at most `width` wide, as measured by `widthOf`. Its own line breaks stay. */
export function wrap(text: string, width: number, widthOf: (text: string) => number): string[] {
    return text.split('\n').flatMap((line) => (widthOf(line) <= width ? [line] : wrapLine(line, width, widthOf)));
}

function wrapLine(text: string, width: number, widthOf: (text: string) => number): string[] {
    const lines: string[] = [];
    let line = '';
    let last = '';
    let used = 0;
    for (const unit of unitsOf(text, width, widthOf)) {
        const wide = widthOf(unit);
        if (used + wide > width && line !== '') {
            // A closing sign takes the character before it along to the new line.
            const carries = CLOSING.test(unit) && line !== last && widthOf(last) + wide <= width;
            lines.push((carries ? line.slice(0, -last.length) : line).trimEnd());
            line = carries ? last : '';
            used = carries ? widthOf(last) : 0;
            if (unit === ' ') continue;
        }
        line += unit;
        last = unit;
        used += wide;
    }
    if (line !== '') lines.push(line);
    return lines;
}

/** Runs that are longer than a line are broken after all. */
function unitsOf(text: string, width: number, widthOf: (text: string) => number): string[] {
    const units = text.match(UNIT) ?? [];
    return units.some((unit) => unit.length > 1 && widthOf(unit) > width) ? units.flatMap((unit) => (widthOf(unit) > width ? [...unit] : [unit])) : units;
}
