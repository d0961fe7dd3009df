import { CompletionItemKind } from 'vscode-languageserver';
import { parseQuantity } from '../../domain/value.js';
import { fundsSnippet } from './budget-entries.js';
import type { Expected } from './grammar-position.js';
import { KEYWORD_MEANINGS } from './keyword-meanings.js';
import { readLine } from './line-of-indicator.js';
import { Rank, type Proposal } from './proposal.js';
import { reasonsFor, taxonomyNames } from './references.js';
import type { Situation } from './situation.js';
import {
    belonging, departmentSkeleton, indicatorSkeleton, keyTaskSkeleton, librarySkeleton, projectHead, projectSkeleton, taxonomySkeleton, textBlock, yearLine,
} from './skeletons.js';
import { block, choice, END, snippet, stop, type Snippet } from './snippet.js';
import { knownValue, usualValues } from './usual-values.js';
import { valueSnippet } from './values.js';
import { budgetYears } from './years.js';

/** In the order of the forms. */
const ORDER = [
    'Department', 'Year', 'TaxonomyChoice', 'MoneyUnit', 'FundingUnit', 'Period', 'Funds', 'BudgetSection', 'Goal', 'KeyTask', 'OtherTasks', 'IndicatorSection',
    'Project', 'Taxonomy', 'IndicatorLibrary',
];

/** Statements that a block may have any number of. */
const REPEATABLE = new Set(['Department', 'Project', 'Taxonomy', 'IndicatorLibrary', 'KeyTask']);

/** What a keyword is written with where the line has nothing else: its name, its value, its block. */
const SHAPES: Readonly<Record<string, (situation: Situation, keyword: string) => Snippet>> = {
    Department: () => block(snippet`部门 "${stop()}"`, [END]),
    Project: (situation) => block(projectHeadHere(situation), [END]),
    Taxonomy: () => block(snippet`指标体系 "${stop()}"`, [END]),
    IndicatorLibrary: () => block(snippet`指标库 "${stop()}"`, [END]),
    Year: yearLine,
    TaxonomyChoice: (situation) => snippet`指标体系 "${choice(taxonomyNames(situation))}"`,
    MoneyUnit: () => snippet`金额单位 ${choice(['元', '万元'])}`,
    FundingUnit: () => snippet`资金使用单位 "${stop()}"`,
    Period: (situation) => {
        const [year = 0] = budgetYears(situation);
        return snippet`实施周期 ${stop(String(year))}~${stop(String(year + 2))}`;
    },
    Funds: fundsSnippet,
    Goal: (_, keyword) => textBlock(keyword),
    OtherTasks: (_, keyword) => textBlock(keyword),
    KeyTask: () => keyTaskSkeleton(),
    TaskFunds: () => snippet`资金 ${stop('0.00')}`,
    TaskContent: () => snippet`内容 """${stop()}"""`,
    TaskTarget: () => snippet`目标 """${stop()}"""`,
    IndicatorSection: () => block(['绩效指标'], [END]),
    IndicatorDetail: (_, keyword) => snippet`${keyword} "${stop()}"`,
    WeightTotal: () => snippet`权重 ${stop('100')}`,
};

/** The same for keywords that go on with a statement. */
const PART_SHAPES: Readonly<Record<string, (situation: Situation) => Snippet>> = {
    属于: belonging,
    不适用: ({ cursor }) => snippet`不适用 "${stop(reasonsFor(cursor.statement[0]?.image ?? '')[0])}"`,
    年度: annualValue,
    权重: () => snippet`权重 ${stop('10')}`,
    代码: () => snippet`代码 ${stop()}`,
    简称: () => snippet`简称 "${stop()}"`,
};

/** Whole blocks to fill in, beside the bare ones. */
const SKELETONS: Readonly<Record<string, (situation: Situation) => Snippet>> = {
    Department: departmentSkeleton,
    Project: (situation) => projectSkeleton(projectHeadHere(situation), situation.taxonomy),
    Taxonomy: taxonomySkeleton,
    IndicatorLibrary: librarySkeleton,
    IndicatorSection: ({ taxonomy }) => indicatorSkeleton(taxonomy),
};

/** After these the next thing can be proposed at once. */
const GOING_ON = new Set(['IndicatorSection', 'FundingUnit']);

/** The keyword of a statement or of a part of one, and the block that it opens. */
export function* statement(expected: Expected, situation: Situation): Generator<Proposal> {
    const { rule, keyword } = expected;
    const { cursor, say } = situation;
    if (keyword === undefined || isOutOfPlace(expected, situation)) return;
    const repeatable = REPEATABLE.has(rule);
    if (expected.beginsStatement ? !repeatable && cursor.siblings.has(keyword) : cursor.statement.some(({ image }) => image === keyword)) return;
    const documentation = KEYWORD_MEANINGS[rule] && say(KEYWORD_MEANINGS[rule]);
    const rank = expected.beginsStatement ? (repeatable && cursor.siblings.has(keyword) ? Rank.Present : Rank.Missing) : Rank.Usual;
    const shape = expected.beginsStatement ? SHAPES[rule] : PART_SHAPES[keyword];
    const skeleton = expected.beginsStatement && cursor.endsLine ? SKELETONS[rule] : undefined;
    if (skeleton) {
        yield {
            label: keyword,
            kind: CompletionItemKind.Snippet,
            insert: skeleton(situation),
            detail: say({ zh: '（整块）', en: ' (whole block)' }),
            documentation,
            rank,
        };
    }
    yield {
        label: keyword,
        kind: CompletionItemKind.Keyword,
        insert: cursor.endsLine && shape ? shape(situation, keyword) : [keyword],
        documentation,
        rank,
        goesOn: cursor.endsLine && GOING_ON.has(rule),
    };
}

export function inOrderOfForms(expected: readonly Expected[]): Expected[] {
    const place = ({ rule }: Expected) => (ORDER.includes(rule) ? ORDER.indexOf(rule) : ORDER.length);
    return [...expected].sort((one, other) => place(one) - place(other));
}

/** A department has 总体绩效目标, a project 绩效目标; the grammar takes both for the sake of a better message. */
function isOutOfPlace({ rule, keyword }: Expected, { expected }: Situation): boolean {
    if (rule !== 'Goal') return false;
    const inProject = expected.some((other) => other.rule === 'Funds');
    return (keyword === '绩效目标') !== inProject;
}

function projectHeadHere(situation: Situation): Snippet {
    const insideDepartment = situation.expected.some(({ rule }) => rule === 'KeyTask');
    return projectHead(insideDepartment ? undefined : belonging(situation));
}

function annualValue({ cursor, workspace }: Situation): Snippet {
    const { name, category, cycle } = readLine(cursor.statement);
    const quantity = cycle.map(({ image }) => parseQuantity(image)).find((found) => found !== undefined);
    if (quantity) {
        const comparator = /^[^0-9"“]/.test(cycle[0]!.image) ? cycle[0]!.image : '';
        return snippet`年度 ${valueSnippet({ comparator, ...quantity })}`;
    }
    const [usual] = usualValues(name, category, knownValue(workspace, category, name));
    return snippet`年度 ${usual ? valueSnippet(usual) : stop()}`;
}
