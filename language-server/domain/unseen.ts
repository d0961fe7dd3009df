/**
 * Characters that nobody sees or means: controls, blanks without width, marks that turn the direction of writing, halves
 * of pairs, and what stands for bytes that could not be read. One of them makes two names of one that look alike.
 */
export const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFD]|[\u{E0000}-\u{E007F}]|\p{Surrogate}/gu;

/** U+200B for a blank without width. */
export function codeOf(character: string): string {
    return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The different ones in a text by their codes, at most so many. */
export function unseenIn(text: string, most = 3): string[] {
    return [...new Set(text.match(UNSEEN)?.map(codeOf))].slice(0, most);
}
