import { byWord } from '../domain/by-word.js';
import { LIMITS } from '../domain/limits.js';
import { replace, type Finding } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';
import type { MissingPart, SyntaxIssue } from '../domain/syntax-issue.js';
import { findCategory, type Taxonomy } from '../domain/taxonomy.js';
import { UNSEEN, unseenIn } from '../domain/unseen.js';
import type { Wording } from '../domain/wording.js';
import { labelMeant, repairs, shortened } from './fixes/repair-text.js';

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
    *check(declaration, { taxonomy }) {
        for (const issue of declaration.issues) {
            const homeless = homelessIndicator(issue, taxonomy);
            yield homeless ?? { origin: issue.origin, message: word(issue), fixes: () => repairs(issue, declaration.issues) };
        }
    },
};

/** An indicator that stands under 绩效指标 without the tier one that its category belongs to. */
function homelessIndicator(issue: SyntaxIssue, taxonomy: Taxonomy): Finding | undefined {
    if (issue.kind !== 'unexpected' || issue.place !== 'IndicatorSection') return undefined;
    const { source, start, end } = issue.origin;
    const found = findCategory(taxonomy, /^[\u3400-\u9FFF]+/.exec(issue.text)?.[0] ?? '');
    if (!found) return undefined;
    const [tier, category] = [found.tier.name, found.category.name];
    const goesOn = /^[^\n\r]*[{}]/.test(source.text.slice(end));
    return {
        origin: issue.origin,
        message: { zh: `“${category}”要写在一级指标“${tier}”里：${tier} { … }`, en: `“${category}” stands in a block of its tier one: ${tier} { … }` },
        fixes: () => (goesOn ? [] : [{
            title: { zh: `放进 ${tier} { }`, en: `Put it in ${tier} { }` },
            edits: [replace(issue.origin, `${tier} { ${source.text.slice(start, end)} }`)],
            preferred: true,
        }]),
    };
}

function word(issue: SyntaxIssue): Wording {
    switch (issue.kind) {
        case 'unclosed':
            return UNCLOSED[issue.what];
        case 'stray':
            return strayText(issue.text);
        case 'spaced-unit':
            return {
                zh: `数和单位之间不能有空格：写作 ${issue.number}${issue.unit}`,
                en: `No blank between a number and its unit: write ${issue.number}${issue.unit}`,
            };
        case 'unquoted':
            return UNQUOTED[issue.what](issue.text);
        case 'unexpected': {
            if (issue.text === '}') return EXCESS_BRACE;
            if (issue.text === '{') return EXCESS_OPENING_BRACE;
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
        case 'too-long':
            return TOO_LONG[issue.what](issue.length);
        case 'too-many':
            return { zh: '错误太多，从这里起到本声明结束没有再读', en: 'Too many errors: the rest of this declaration was not read' };
        case 'unreadable':
            return { zh: '这一声明无法读取，请检查括号和引号', en: 'This declaration cannot be read; check its braces and quotes' };
    }
}

function strayText(text: string): Wording {
    const unseen = unseenIn(text);
    if (text.replace(UNSEEN, '') !== '') return { zh: `多余的字符“${text.replace(UNSEEN, '')}”`, en: `Stray text “${text.replace(UNSEEN, '')}”` };
    return { zh: `多余的看不见的字符（${unseen.join('、')}）`, en: `Stray characters that cannot be seen (${unseen.join(', ')})` };
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
        case 'amount': return after === '-' ? { zh: '“-”后面缺少金额', en: 'An amount is missing behind -' } : { zh: `“${after}”后面缺少金额，例如 ${after} 9,764.88`, en: `An amount is missing behind ${after}, as in ${after} 9,764.88` };
        case 'text': return { zh: `“${after}”后面缺少文字，例如 ${after} """……"""`, en: `A text is missing behind ${after}, as in ${after} """……"""` };
        case 'year': return { zh: `“${after}”后面缺少年份，例如 ${after} 2024`, en: `A year is missing behind ${after}, as in ${after} 2024` };
        case 'unit': return { zh: '“金额单位”后面要写 元 或 万元', en: '元 or 万元 is missing behind 金额单位' };
        case 'department': return { zh: '“属于”后面缺少部门名称，例如 属于 "广州市白云区市场监督管理局"', en: 'The name of a department is missing behind 属于' };
        case 'reason': return { zh: '“不适用”后面要写明理由，例如 不适用 "本项目无服务对象"', en: 'A reason is missing behind 不适用, as in 不适用 "本项目无服务对象"' };
        case 'number': return { zh: `“${after}”后面缺少数，例如 ${NUMBERS[after] ?? `${after}95%`}`, en: `A number is missing behind ${after}, as in ${NUMBERS[after] ?? `${after}95%`}` };
        case 'opening-brace': return { zh: '这里缺少 {', en: 'A { is missing here' };
        case 'head': return { zh: '“{”前面缺少它的名目，例如 绩效指标 { 或 产出指标 {', en: 'What this block is about is missing before its {, as in 绩效指标 { or 产出指标 {' };
        case 'block': return { zh: '这里缺少大括号和其中的内容，写作 { … }', en: 'The braces and what stands in them are missing here: { … }' };
    }
}

const TOO_LONG: Record<'name' | 'text', (length: number) => Wording> = {
    name: (length) => ({ zh: `名称有 ${length} 字，最多 ${LIMITS.nameLength} 字，没有读入`, en: `The name has ${length} characters; ${LIMITS.nameLength} is the most, and it was not read` }),
    text: (length) => ({ zh: `文字有 ${length} 字，最多 ${LIMITS.textLength} 字，没有读入`, en: `The text has ${length} characters; ${LIMITS.textLength} is the most, and it was not read` }),
};

const EXCESS_BRACE: Wording = { zh: '多余的 }：前面没有与它配对的 {', en: 'This } closes nothing' };

const EXCESS_OPENING_BRACE: Wording = { zh: '多余的 {：没有与它配对的 }', en: 'This { opens nothing' };

const UNQUOTED: Record<'name' | 'value' | 'text', (text: string) => Wording> = {
    name: (text) => ({ zh: `名称要放在引号里："${text}"`, en: `A name stands in quotes: "${text}"` }),
    value: (text) => ({
        zh: `带文字的指标值要放在引号里："${text}"；能用符号的写成 ≥95%、≤5% 这样的形式`,
        en: `A value in words stands in quotes: "${text}"; better is a sign and a number, as in ≥95%`,
    }),
    text: (text) => ({ zh: `文字要放在三个引号里："""${shortened(text)}"""`, en: `A text stands in three quotes: """${shortened(text)}"""` }),
};

const NUMBERS: Record<string, string> = byWord({ 权重: '权重 10', 代码: '代码 11', '~': '80%~90%' });

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
