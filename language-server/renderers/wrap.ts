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
    let units: string[] = [];
    let used = 0;
    for (const unit of unitsOf(text, width, widthOf)) {
        const wide = widthOf(unit);
        if (used + wide > width && units.length > 0) {
            // A closing sign takes the character before it along to the new line.
            const last = units.at(-1)!;
            const carries = CLOSING.test(unit) && units.length > 1 && widthOf(last) + wide <= width;
            lines.push(units.slice(0, carries ? -1 : undefined).join('').trimEnd());
            units = carries ? [last] : [];
            used = carries ? widthOf(last) : 0;
            if (unit === ' ') continue;
        }
        units.push(unit);
        used += wide;
    }
    if (units.length > 0) lines.push(units.join(''));
    return lines;
}

function* unitsOf(text: string, width: number, widthOf: (text: string) => number): Generator<string> {
    for (const [unit] of text.matchAll(UNIT)) {
        if (widthOf(unit) <= width) yield unit;
        else yield* unit;
    }
}
