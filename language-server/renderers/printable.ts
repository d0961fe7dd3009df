/** Controls, halves of surrogate pairs and non-characters: neither paper nor XML can take them, and a terminal obeys them. */
const UNPRINTABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** A cell's text without characters that are not text; tabs become blanks, line breaks stay. */
export function printable(text: string): string {
    return text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(UNPRINTABLE, '');
}
