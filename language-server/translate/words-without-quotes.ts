/**
 * Names, values and texts without their quotes. The language reads parts of them as something else (达100% as a category with a
 * stray sign behind it), so they are found in the text of the line.
 */
export interface Stretch {
    readonly start: number;
    readonly end: number;
}

const TEXT_LABEL = /^[ \t\u3000]*(?:总体绩效目标|绩效目标|其他任务|内容|目标|说明|依据)[ \t\u3000]+$/;
const NAMED = /(?:部门|项目|重点任务|指标体系|指标库|属于|资金使用单位)[ \t\u3000]*$/;
const CATEGORY = /^[ \t\u3000]*[^\s\u3000"“{}]*指标[ \t\u3000]+$/;
const INDICATOR = /^[ \t\u3000]*[^\s\u3000"“{}]+[ \t\u3000]*(?:"[^"]*"|“[^”]*”)[ \t\u3000]*/;
const ANNUAL = /[ \t\u3000]年度[ \t\u3000]+/;
/** What may follow the values of an indicator on its line. */
const BEHIND_VALUES = /[{}]|\/\/|\/\*|[ \t\u3000]权重/;
const ENDS_SENTENCE = ' \t\u3000。；;，,、';

/** The name, given a place at its beginning: 项目 物业管理费 { */
export function nameWithoutQuotes(text: string, at: number): Stretch | undefined {
    const { start, line } = lineAround(text, at);
    const before = line.slice(0, at - start);
    if (!NAMED.test(before) && !CATEGORY.test(before)) return undefined;
    const name = /^[^\s\u3000"“”{}≥≤<>=]+/.exec(text.slice(at))?.[0];
    return name === undefined ? undefined : { start: at, end: at + name.length };
}

/** A text, given its beginning: 绩效目标 保障办公 */
export function textWithoutQuotes(text: string, at: number): Stretch | undefined {
    const { start, line } = lineAround(text, at);
    if (!TEXT_LABEL.test(line.slice(0, at - start))) return undefined;
    const words = line.slice(at - start).trimEnd();
    return /["“”{}]/.test(words) ? undefined : { start: at, end: at + words.length };
}

/** The value of an indicator, of the cycle or of the year, given any place in it: 达100%, 95%以上, 2023年12月31日前. */
export function valueWithoutQuotes(text: string, at: number): Stretch | undefined {
    const { start: lineStart, line } = lineAround(text, at);
    const head = INDICATOR.exec(line)?.[0];
    if (head === undefined || at < lineStart + head.length) return undefined;
    const behind = line.slice(head.length);
    const values = behind.slice(0, limitOf(behind));
    const annual = ANNUAL.exec(values);
    const stretches = annual ? [[0, annual.index], [annual.index + annual[0].length, values.length]] : [[0, values.length]];
    for (const [from = 0, to = 0] of stretches) {
        const part = values.slice(from, to);
        const start = lineStart + head.length + from;
        const end = start + withoutEnding(part).length;
        if (at >= start && at < end) return /["“”]/.test(part) ? undefined : { start, end };
    }
    return undefined;
}

/** Words behind so much text on their line belong to none of it. */
const LONGEST_STATEMENT = 2_000;

/** Where the line begins, or far enough before a place for everything that is read together. */
export function startOfLine(text: string, at: number): number {
    const limit = Math.max(0, at - LONGEST_STATEMENT);
    let start = at;
    while (start > limit && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
    return start;
}

function lineAround(text: string, at: number): { start: number; line: string } {
    const start = startOfLine(text, at);
    return { start, line: /^[^\n\r]*/.exec(text.slice(start))![0] };
}

function limitOf(values: string): number {
    const limit = values.search(BEHIND_VALUES);
    return limit < 0 ? values.length : limit;
}

function withoutEnding(value: string): string {
    let end = value.length;
    while (end > 0 && ENDS_SENTENCE.includes(value[end - 1]!)) end--;
    return value.slice(0, end);
}
