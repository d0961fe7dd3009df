/** Text from a file as Markdown shows it: every character as it stands, no markup, no link. */
export function plain(text: string): string {
    return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&@:]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : `\\${sign}`)).replace(/\s*[\n\r]+\s*/g, ' ');
}

/** Words of our own, which speak of signs now and then; they are read as they stand too, so that only those are marked. */
export function spoken(text: string): string {
    return text.replace(/[*<&]/g, '\\$&');
}

/** What Markdown of ours says, for clients that show text only. */
export function unmarked(markdown: string): string {
    return markdown.replace(/\\(.)|\*\*|&(?:amp|lt);/g, (sign, escaped: string | undefined) => escaped ?? (sign === '&amp;' ? '&' : sign === '&lt;' ? '<' : ''));
}

/** Paragraphs, those that are undefined left out. */
export function paragraphs(...texts: readonly (string | undefined)[]): string {
    return texts.filter((text) => text !== undefined && text !== '').join('\n\n');
}
