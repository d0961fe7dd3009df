/** Han, kana, Hangul, full-width forms and pictographs take two columns of a terminal. */
const WIDE = /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** Marks that stand on the character before them. */
const WITHOUT_WIDTH = /[\p{Mn}\p{Me}\u200B-\u200D\uFEFF]/u;

/** Only one or two columns wide by context: Chinese printed fonts draw “ ” … ≥ ① as wide as a Han character. */
const WIDE_IN_PRINT = /[\u2010-\u2027\u2030-\u203B\u2103\u2160-\u217B\u2190-\u22FF\u2460-\u266F\u00B0\u00B1\u00B7\u00D7\u00F7]/u;

/** Columns of a terminal. */
export function displayWidth(text: string): number {
    let width = 0;
    for (const character of text) width += isCommonHan(character) ? 2 : characterWidth(character);
    return width;
}

/** Digits and Latin letters are half as wide as a Han character in 宋体, a little more in other fonts. */
const LATIN_IN_PRINT = 1.1;

/** Half-widths of a Chinese printed font: a Han character is two. */
export function printedWidth(text: string): number {
    let width = 0;
    for (const character of text) width += isCommonHan(character) ? 2 : printedCharacterWidth(character);
    return width;
}

function printedCharacterWidth(character: string): number {
    if (character < '\u00B0') return LATIN_IN_PRINT;
    const columns = WIDE_IN_PRINT.test(character) ? 2 : characterWidth(character);
    return columns === 1 ? LATIN_IN_PRINT : columns;
}

/** Nearly every character of a form: worth knowing at once. */
function isCommonHan(character: string): boolean {
    const code = character.charCodeAt(0);
    return code >= 0x4e00 && code <= 0x9fff;
}

function characterWidth(character: string): number {
    if (character.charCodeAt(0) < 0x300) return 1;
    if (WITHOUT_WIDTH.test(character)) return 0;
    return WIDE.test(character) ? 2 : 1;
}
