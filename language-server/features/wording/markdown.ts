/** Text from a file as Markdown shows it: every character as it stands, no markup, no link. */
export function plain(text: string): string {
    return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&@:]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : `\\${sign}`)).replace(/\s*[\n\r]+\s*/g, ' ');
}

/** Paragraphs, those that are undefined left out. */
export function paragraphs(...texts: readonly (string | undefined)[]): string {
    return texts.filter((text) => text !== undefined && text !== '').join('\n\n');
}
