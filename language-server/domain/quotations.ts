const CLOSING: Record<string, string> = { '"': '"', '《': '》', '“': '”', '「': '」', '〔': '〕', '【': '】', '‘': '’' };
const OPENING = /["《“「〔【‘]/g;

/** What nothing closes, or only much later, is no quotation. */
const LONGEST = 120;

/** The stretches of a text that stand in quotation marks or are titles of documents, marks included, in the order of the text. */
export function quotationsIn(text: string): { start: number; end: number }[] {
    const stretches: { start: number; end: number }[] = [];
    // Where each closing mark stands next: looked up again only once the reading has passed it.
    const nextClosing = new Map<string, number>();
    OPENING.lastIndex = 0;
    for (let match = OPENING.exec(text); match; match = OPENING.exec(text)) {
        const mark = CLOSING[match[0]]!;
        let end = nextClosing.get(mark) ?? -1;
        if (end <= match.index) {
            const found = text.indexOf(mark, match.index + 1);
            nextClosing.set(mark, (end = found < 0 ? Infinity : found));
        }
        if (end - match.index > LONGEST) continue;
        stretches.push({ start: match.index, end: end + 1 });
        OPENING.lastIndex = end + 1;
    }
    return stretches;
}
