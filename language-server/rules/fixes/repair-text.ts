import { BUDGET_SECTIONS } from '../../domain/budget.js';
import { editDistance, nearestNames } from '../../domain/nearest.js';
import type { Origin } from '../../domain/origin.js';
import { insertAfter, replace, type Fix } from '../../domain/problem.js';
import type { SyntaxIssue } from '../../domain/syntax-issue.js';
import { UNSEEN } from '../../domain/unseen.js';
import type { Wording } from '../../domain/wording.js';

/** What makes a text readable that is not. */
export function repairs(issue: SyntaxIssue, all: readonly SyntaxIssue[]): Fix[] {
    switch (issue.kind) {
        case 'spaced-unit':
            return [{ title: { zh: `连写为 ${issue.number}${issue.unit}`, en: `Write ${issue.number}${issue.unit}` }, edits: [replace(issue.gap, '')], preferred: true, safe: true }];
        case 'unquoted':
            return quote(issue);
        case 'unexpected': {
            if (issue.text === '}' || issue.text === '{') return [{ title: { zh: `删除多余的 ${issue.text}`, en: `Delete the extra ${issue.text}` }, edits: [{ kind: 'remove', at: issue.origin }], preferred: true }];
            const equals = /^[=＝]\s*(?=[0-9０-９])/.exec(issue.text)?.[0];
            if (equals !== undefined) {
                const { source, start } = issue.origin;
                return [{ title: { zh: '删除等号', en: 'Delete the equals sign' }, edits: [replace({ source, start, end: start + equals.length }, '')], preferred: true }];
            }
            const { typed, label } = labelMeant(issue.text, issue.place) ?? {};
            if (typed === undefined || label === undefined) return [];
            const { source, start } = issue.origin;
            return [{ title: { zh: `改为“${label}”`, en: `Change to “${label}”` }, edits: [replace({ source, start, end: start + typed.length }, label)], preferred: true }];
        }
        case 'stray':
            return [{ title: deletionOf(issue.text), edits: [replace(issue.origin, joins(issue.origin) ? ' ' : '')], preferred: true }];
        case 'bad-number':
            return issue.wanted === 'amount' && /^[0-9,.]+[万亿]$/.test(issue.text)
                ? [{ title: { zh: `写成 ${issue.text}元`, en: `Write ${issue.text}元` }, edits: [insertAfter(issue.origin, '元')], preferred: true, safe: true }]
                : [];
        case 'missing':
            if (issue.what === 'opening-brace') return [{ title: { zh: '补上 {', en: 'Insert {' }, edits: [insertAfter(issue.origin, ' {')], preferred: true, safe: true }];
            if (issue.what === 'block') return [{ title: { zh: '补上 { }', en: 'Insert { }' }, edits: [insertAfter(issue.origin, ' { }')], preferred: true }];
            return [];
        case 'unclosed':
            if (issue.what !== 'brace') return [];
            return [issue.closesAt ? closeBrace(issue.origin, issue.closesAt) : closeBraces(all)];
        default:
            return [];
    }
}

/** Whether what stands before and behind a place would become one word without it. */
function joins({ source, start, end }: Origin): boolean {
    return /[^\s{}]/.test(source.text[start - 1] ?? ' ') && /[^\s{}]/.test(source.text[end] ?? ' ');
}

function quote({ what, text, origin }: Extract<SyntaxIssue, { kind: 'unquoted' }>): Fix[] {
    const quotes = what === 'text' ? '"""' : '"';
    const quoted: Fix = {
        title: { zh: `加上引号：${quotes}${shortened(text)}${quotes}`, en: `Put it in quotes: ${quotes}${shortened(text)}${quotes}` },
        edits: [replace(origin, quotes + text + quotes)],
        preferred: true,
    };
    const range = what === 'value' ? asRange(text) : undefined;
    if (range === undefined) return [quoted];
    return [
        { title: { zh: `写成范围 ${range}`, en: `Write the range ${range}` }, edits: [replace(origin, range)], preferred: true },
        { ...quoted, preferred: false },
    ];
}

/** What cannot be seen cannot be named. */
function deletionOf(text: string): Wording {
    const seen = text.replace(UNSEEN, '');
    return seen === '' ? { zh: '删除看不见的字符', en: 'Delete what cannot be seen' } : { zh: `删除“${seen}”`, en: `Delete “${seen}”` };
}

/** On a line of its own, in the column of the line that opens the block. */
function closeBrace({ source, start }: Origin, at: Origin): Fix {
    return { title: { zh: '补上 }', en: 'Insert }' }, edits: [replace(at, `\n${indentationAt(source.text, start)}}`)], preferred: true };
}

/** Closes every open brace at the end of the declaration: a brace put there closes the innermost one first. */
function closeBraces(issues: readonly SyntaxIssue[]): Fix {
    const open = issues.filter((issue) => issue.kind === 'unclosed' && issue.what === 'brace' && !issue.closesAt).map((issue) => issue.origin);
    const { source } = open[0]!;
    const end = source.text.trimEnd().length;
    const lines = open.sort((one, other) => other.start - one.start).map(({ start }) => `\n${indentationAt(source.text, start)}}`);
    return {
        title: { zh: `在声明末尾补上 ${'} '.repeat(open.length).trimEnd()}`, en: `Insert ${'} '.repeat(open.length).trimEnd()} at the end of the declaration` },
        edits: [replace({ source, start: end, end }, lines.join(''))],
        preferred: true,
        safe: true,
    };
}

function indentationAt(text: string, offset: number): string {
    return /^[ \t\u3000]*/.exec(text.slice(text.lastIndexOf('\n', offset) + 1))![0];
}

/** The labels that begin a statement, by the rule of the grammar that was being read. */
const LABELS: Record<string, readonly string[]> = {
    File: ['部门', '项目', '指标体系', '指标库'],
    Department: ['年度', '指标体系', '金额单位', ...BUDGET_SECTIONS.map((section) => section.name), '总体绩效目标', '重点任务', '其他任务', '绩效指标', '项目'],
    Project: ['年度', '金额单位', '资金使用单位', '实施周期', '资金', '绩效目标', '绩效指标'],
    KeyTask: ['资金', '内容', '目标'],
    Indicator: ['年度', '权重'],
};

/** The label that a mistyped one is for, where one is near. */
export function labelMeant(text: string, place: string): { typed: string; label: string } | undefined {
    const typed = /^[\u3400-\u9FFF]+/.exec(text)?.[0] ?? '';
    const most = Math.max(1, Math.floor(typed.length / 3));
    const [label] = nearestNames(typed, LABELS[place] ?? []).filter((near) => near !== typed && editDistance(typed, near) <= most);
    return label === undefined ? undefined : { typed, label };
}

/** 80%-90%, 1至2次: a range as the language writes it. */
function asRange(text: string): string | undefined {
    const [, from, to] = /^([0-9][0-9,.]*[^\s0-9~—–-]*)\s*(?:-|—|–|－|至|到)\s*([0-9][0-9,.]*[^\s0-9~—–-]*)$/.exec(text) ?? [];
    return from === undefined || to === undefined ? undefined : `${from.replace(/[至到]$/, '')}~${to}`;
}

/** The first line of a text, as messages quote it. */
export function shortened(text: string): string {
    const line = text.split(/[\n\r]/)[0]!.trim();
    return line.length > 20 ? `${line.slice(0, 20)}…` : line;
}
