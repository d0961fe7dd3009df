/** Controls, halves of surrogate pairs and non-characters: neither paper nor XML can take them, and a terminal obeys them. */
const UNPRINTABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** All of these, tabs, returns and pairs of surrogates: nearly no text has any, which is worth knowing at once. */
const SUSPICIOUS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uD800-\uDFFF\uFFFE\uFFFF]/;

/** A cell's text without characters that are not text; tabs become blanks, line breaks stay. */
export function printable(text: string): string {
    if (!SUSPICIOUS.test(text)) return text;
    return text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(UNPRINTABLE, '');
}
