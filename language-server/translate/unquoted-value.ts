const INDICATOR = /^([ \t\u3000]*[^\s"“{}]+[ \t\u3000]*(?:"[^"]*"|“[^”]*”)[ \t\u3000]*)(.*)$/;
const ANNUAL = /[ \t\u3000]+年度[ \t\u3000]+/;
/** What may follow the values of an indicator on its line, and the punctuation that ends a sentence. */
const BEHIND_VALUES = /[ \t\u3000]+权重.*$|[ \t\u3000]*\{.*$|[ \t\u3000]*[{}]*[ \t\u3000]*\/[/*].*$|[ \t\u3000。；;，,、}]+$/;

/**
 * The value of an indicator in words without quotes around them (达100%, 95%以上, 2023年12月31日前), given a place in it.
 * The language reads a part of it as something else, so it is found in the text of the line.
 */
export function unquotedValue(text: string, at: number): { start: number; end: number } | undefined {
    const lineStart = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
    const line = /^[^\n\r]*/.exec(text.slice(lineStart))![0];
    const [, head, values] = INDICATOR.exec(line) ?? [];
    if (head === undefined || values === undefined) return undefined;
    let start = lineStart + head.length;
    for (const part of withoutRest(values).split(ANNUAL)) {
        const end = start + part.length;
        if (at >= start && at < end) return /["“”]/.test(part) ? undefined : { start, end };
        start = end + (ANNUAL.exec(text.slice(end))?.[0].length ?? 0);
    }
    return undefined;
}

function withoutRest(values: string): string {
    let kept = values;
    for (let before = ''; before !== kept; ) {
        before = kept;
        kept = kept.replace(BEHIND_VALUES, '');
    }
    return kept;
}
