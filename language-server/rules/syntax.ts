import { BUDGET_SECTIONS } from '../domain/budget.js';
import { editDistance, nearestNames } from '../domain/nearest.js';
import type { Origin } from '../domain/origin.js';
import { insertAfter, replace, type Fix } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';
import type { MissingPart, SyntaxIssue } from '../domain/syntax-issue.js';
import type { Wording } from '../domain/wording.js';

export const syntax: DeclarationRule = {
    name: 'syntax',
    group: 'structure',
    severity: 'error',
    scope: 'declaration',
    title: { zh: '写法有误', en: 'text that cannot be read' },
    explanation: {
        zh: '这一处不合写法，所在的一行不计入表格和检查，其余各行照常。提示中说明了这里应当写什么，并给出例子。',
        en: 'This is not how the language is written. The line it stands on is left out of the table and the checks; everything else is read as usual. The message says what is expected, with an example.',
    },
    *check(declaration) {
        for (const issue of declaration.issues) {
            yield { origin: issue.origin, message: word(issue), fixes: () => fixesOf(issue, declaration.issues) };
        }
    },
};

function word(issue: SyntaxIssue): Wording {
    switch (issue.kind) {
        case 'unclosed':
            return UNCLOSED[issue.what];
        case 'stray':
            return { zh: `多余的字符“${issue.text}”`, en: `Stray text “${issue.text}”` };
        case 'spaced-unit':
            return {
                zh: `数和单位之间不能有空格：写作 ${issue.number}${issue.unit}`,
                en: `No blank between a number and its unit: write ${issue.number}${issue.unit}`,
            };
        case 'unquoted':
            return UNQUOTED[issue.what](issue.text);
        case 'unexpected': {
            if (issue.text === '}') return EXCESS_BRACE;
            const place = PLACES[issue.place] ?? PLACES.File!;
            const text = shortened(issue.text);
            const meant = labelMeant(issue.text, issue.place)?.label;
            return {
                zh: `这里不能写“${text}”${meant ? `，是不是“${meant}”？` : '：'}${place.zh}`,
                en: `“${text}” cannot stand here${meant ? `; did you mean “${meant}”? ` : ': '}${place.en}`,
            };
        }
        case 'missing':
            return missing(issue.what, issue.after);
        case 'bad-number':
            return BAD_NUMBERS[issue.wanted](issue.text);
        case 'too-many':
            return { zh: '错误太多，从这里起到本声明结束没有再读', en: 'Too many errors: the rest of this declaration was not read' };
        case 'unreadable':
            return { zh: '这一声明无法读取，请检查括号和引号', en: 'This declaration cannot be read; check its braces and quotes' };
    }
}

const UNCLOSED: Record<'string' | 'text' | 'comment' | 'brace', Wording> = {
    string: { zh: '引号没有配对：同一行内要有结束的引号', en: 'The quotes are not closed on this line' },
    text: { zh: '大段文字没有结束：结尾要有三个引号 """', en: 'The text block is not closed: it ends with """' },
    comment: { zh: '注释没有结束：结尾要有 */', en: 'The comment is not closed: it ends with */' },
    brace: { zh: '大括号没有配对：缺少对应的 }', en: 'This brace is not closed: a } is missing' },
};

function missing(what: MissingPart, after: string): Wording {
    switch (what) {
        case 'name': return { zh: `“${after}”后面缺少名称，例如 ${after} "名称"`, en: `A name is missing behind ${after}, as in ${after} "名称"` };
        case 'value': return { zh: `“${after}”缺少指标值，例如 ≥95%、365天，或者文字 "效果明显"`, en: `“${after}” has no value, such as ≥95%, 365天 or words in quotes` };
        case 'amount': return { zh: `“${after}”后面缺少金额，例如 ${after} 9,764.88`, en: `An amount is missing behind ${after}, as in ${after} 9,764.88` };
        case 'text': return { zh: `“${after}”后面缺少文字，例如 ${after} """……"""`, en: `A text is missing behind ${after}, as in ${after} """……"""` };
        case 'year': return { zh: `“${after}”后面缺少年份，例如 ${after} 2024`, en: `A year is missing behind ${after}, as in ${after} 2024` };
        case 'unit': return { zh: '“金额单位”后面要写 元 或 万元', en: '元 or 万元 is missing behind 金额单位' };
        case 'department': return { zh: '“属于”后面缺少部门名称，例如 属于 "广州市白云区市场监督管理局"', en: 'The name of a department is missing behind 属于' };
        case 'reason': return { zh: '“不适用”后面要写明理由，例如 不适用 "本项目无服务对象"', en: 'A reason is missing behind 不适用, as in 不适用 "本项目无服务对象"' };
        case 'number': return { zh: `“${after}”后面缺少数，例如 ${NUMBERS[after] ?? `${after}95%`}`, en: `A number is missing behind ${after}, as in ${NUMBERS[after] ?? `${after}95%`}` };
        case 'opening-brace': return { zh: '这里缺少 {', en: 'A { is missing here' };
        case 'block': return { zh: '这里缺少大括号和其中的内容，写作 { … }', en: 'The braces and what stands in them are missing here: { … }' };
    }
}

const EXCESS_BRACE: Wording = { zh: '多余的 }：前面没有与它配对的 {', en: 'This } closes nothing' };

const UNQUOTED: Record<'name' | 'value' | 'text', (text: string) => Wording> = {
    name: (text) => ({ zh: `名称要放在引号里："${text}"`, en: `A name stands in quotes: "${text}"` }),
    value: (text) => ({
        zh: `带文字的指标值要放在引号里："${text}"；能用符号的写成 ≥95%、≤5% 这样的形式`,
        en: `A value in words stands in quotes: "${text}"; better is a sign and a number, as in ≥95%`,
    }),
    text: (text) => ({ zh: `文字要放在三个引号里："""${shortened(text)}"""`, en: `A text stands in three quotes: """${shortened(text)}"""` }),
};

const NUMBERS: Record<string, string> = { 权重: '权重 10', 代码: '代码 11', '~': '80%~90%' };

const BAD_NUMBERS: Record<'year' | 'amount' | 'unit', (text: string) => Wording> = {
    year: (text) => ({ zh: `“${text}”不是年份，写作四位数，例如 2024`, en: `“${text}” is no year; write four digits, as in 2024` }),
    amount: (text) => ({ zh: `“${text}”不是金额：单位只能是 元、万元、亿元，不写时为万元`, en: `“${text}” is no amount: its unit is 元, 万元 or 亿元, and 万元 where none is written` }),
    unit: (text) => ({ zh: `金额单位不能是“${text}”，请写 元 或 万元`, en: `“${text}” is no unit of money; write 元 or 万元` }),
};

/** What may stand where something unexpected was met, by the rule of the grammar that was being read. */
const PLACES: Record<string, Wording> = {
    File: { zh: '文件里写 部门、项目、指标体系 或 指标库', en: 'a file holds 部门, 项目, 指标体系 or 指标库' },
    Department: {
        zh: '部门里写 年度、指标体系、金额单位、部门预算支出、收入来源、事业发展性支出、按预算级次划分、总体绩效目标、重点任务、其他任务、绩效指标、项目',
        en: 'a 部门 holds 年度, 指标体系, 金额单位, budget sections such as 部门预算支出, 总体绩效目标, 重点任务, 其他任务, 绩效指标 and 项目',
    },
    Project: {
        zh: '项目里写 年度、金额单位、资金使用单位、实施周期、资金、绩效目标、绩效指标',
        en: 'a 项目 holds 年度, 金额单位, 资金使用单位, 实施周期, 资金, 绩效目标 and 绩效指标',
    },
    BudgetSection: { zh: '每行写一项和它的金额，例如 基本支出 3,287.27', en: 'each line is a name and its amount, as in 基本支出 3,287.27' },
    Funds: { zh: '资金里每行写一个来源和金额，例如 财政拨款 125.00', en: 'each line of 资金 is a source and its amount, as in 财政拨款 125.00' },
    KeyTask: { zh: '重点任务里写 资金、内容、目标', en: 'a 重点任务 holds 资金, 内容 and 目标' },
    IndicatorSection: { zh: '绩效指标里写一级指标，例如 产出指标 { … }', en: '绩效指标 holds tier-one categories, as in 产出指标 { … }' },
    IndicatorGroup: {
        zh: '每行写一个指标：二级指标 "名称" 指标值，例如 数量指标 "食品检验量" ≥1800批次',
        en: 'each line is one indicator: category "name" value, as in 数量指标 "食品检验量" ≥1800批次',
    },
    Indicator: {
        zh: '指标值后面只能写 年度、权重 或 { 说明 依据 }，数和单位要连写，文字要加引号',
        en: 'behind the value only 年度, 权重 or { 说明 依据 } may stand; a unit stands against its number, words in quotes',
    },
    Taxonomy: { zh: '指标体系里写一级指标及其二级指标，例如 产出指标 代码 1 必填 { … }', en: 'a 指标体系 holds tier-one categories, as in 产出指标 代码 1 必填 { … }' },
    IndicatorLibrary: { zh: '指标库里写一级指标，例如 产出指标 { … }', en: 'a 指标库 holds tier-one categories, as in 产出指标 { … }' },
};

/** The labels that begin a statement, by the rule of the grammar that was being read. */
const LABELS: Record<string, readonly string[]> = {
    File: ['部门', '项目', '指标体系', '指标库'],
    Department: ['年度', '指标体系', '金额单位', ...BUDGET_SECTIONS.map((section) => section.name), '总体绩效目标', '重点任务', '其他任务', '绩效指标', '项目'],
    Project: ['年度', '金额单位', '资金使用单位', '实施周期', '资金', '绩效目标', '绩效指标'],
    KeyTask: ['资金', '内容', '目标'],
    Indicator: ['年度', '权重'],
};

/** The label that a mistyped one is for, where one is near. */
function labelMeant(text: string, place: string): { typed: string; label: string } | undefined {
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

function shortened(text: string): string {
    const line = text.split(/[\n\r]/)[0]!.trim();
    return line.length > 20 ? `${line.slice(0, 20)}…` : line;
}

function fixesOf(issue: SyntaxIssue, all: readonly SyntaxIssue[]): Fix[] {
    switch (issue.kind) {
        case 'spaced-unit':
            return [{ title: { zh: `连写为 ${issue.number}${issue.unit}`, en: `Write ${issue.number}${issue.unit}` }, edits: [replace(issue.gap, '')], preferred: true, safe: true }];
        case 'unquoted':
            return quote(issue);
        case 'unexpected': {
            if (issue.text === '}') return [{ title: { zh: '删除多余的 }', en: 'Delete the extra }' }, edits: [{ kind: 'remove', at: issue.origin }], preferred: true }];
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
            return [{ title: { zh: `删除“${issue.text}”`, en: `Delete “${issue.text}”` }, edits: [replace(issue.origin, joins(issue.origin) ? ' ' : '')], preferred: true }];
        case 'bad-number':
            return issue.wanted === 'amount' && /^[0-9,.]+[万亿]$/.test(issue.text)
                ? [{ title: { zh: `写成 ${issue.text}元`, en: `Write ${issue.text}元` }, edits: [insertAfter(issue.origin, '元')], preferred: true, safe: true }]
                : [];
        case 'missing':
            if (issue.what === 'opening-brace') return [{ title: { zh: '补上 {', en: 'Insert {' }, edits: [insertAfter(issue.origin, ' {')], preferred: true, safe: true }];
            if (issue.what === 'block') return [{ title: { zh: '补上 { }', en: 'Insert { }' }, edits: [insertAfter(issue.origin, ' { }')], preferred: true }];
            return [];
        case 'unclosed':
            return issue.what === 'brace' ? [closeBraces(all)] : [];
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

/** Closes every open brace at the end of the declaration: a brace put there closes the innermost one first. */
function closeBraces(issues: readonly SyntaxIssue[]): Fix {
    const open = issues.filter((issue) => issue.kind === 'unclosed' && issue.what === 'brace').map((issue) => issue.origin);
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
