const PAIRS: Record<string, string> = { '"': '"', '《': '》', '“': '”', '「': '」', '〔': '〕', '【': '】', '‘': '’' };
const OPENING = /["《“「〔【‘]/g;

/** What nothing closes, or only much later, is no quotation. */
const LONGEST = 120;

/** The stretches of a text that stand in quotation marks or are titles of documents, marks included, in the order of the text. */
export function quotationsIn(text: string): { start: number; end: number }[] {
    const stretches: { start: number; end: number }[] = [];
    OPENING.lastIndex = 0;
    for (let match = OPENING.exec(text); match; match = OPENING.exec(text)) {
        const inside = match.index + 1;
        const length = text.slice(inside, inside + LONGEST).indexOf(PAIRS[match[0]]!);
        if (length < 0) continue;
        stretches.push({ start: match.index, end: inside + length + 1 });
        OPENING.lastIndex = inside + length + 1;
    }
    return stretches;
}
