import fc from 'fast-check';
import { Money, type MoneyUnit } from '../../language-server/domain/money.js';
import type { Origin, Written } from '../../language-server/domain/origin.js';
import type { BudgetSection, Department, Indicator, IndicatorGroup, IndicatorSet, KeyTask, Project } from '../../language-server/domain/plan.js';
import type { DepartmentToPrint, PlanToPrint } from '../../language-server/domain/plan-to-print.js';
import type { IndicatorValue, Quantity } from '../../language-server/domain/value.js';
import type { Taxonomy } from '../../language-server/domain/taxonomy.js';
import { planOf } from './example-plans.js';

const origin: Origin = { source: { uri: 'file:///generated.ptarget', text: '', positionAt: () => ({ line: 0, character: 0 }) }, start: 0, end: 0 };

function written<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Written<T>> {
    return arbitrary.map((value) => ({ value, origin }));
}

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
    return fc.option(arbitrary, { nil: undefined });
}

/** What people write, and what breaks formats: markup, formulas, line breaks, controls, pictographs. */
const piece = fc.constantFrom(
    '食品检验量', '≥95%', '“白云美湾”', ' ', '\n', '\t', '<b>&amp;</b>', '=1+1', '+5', '-5.00', '@SUM', '|', '**', '\\', '"', "'", ',', '\u0000', '\u001B[31m', '\u202E', '🐼', '\uD83D',
    'AI', 'x'.repeat(40), '字'.repeat(90), '、', '》', '100,000.00', '#', '`',
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

const money = fc.tuple(fc.nat(10_000_000_000), fc.boolean()).map(([fen, negative]) => Money.parse((fen / 100).toFixed(2), '元', negative)!);
const quantity: fc.Arbitrary<Quantity> = fc.record({ number: fc.nat(99_999).map(String), unit: fc.constantFrom('', '%', '次', '万户', '次/季度') });
const sign = fc.constantFrom({ comparatorText: '' }, { comparator: '≥' as const, comparatorText: '≥' }, { comparator: '≥' as const, comparatorText: '》' });
const value: fc.Arbitrary<IndicatorValue> = fc.oneof(
    text.map((words) => ({ kind: 'words' as const, text: words })),
    fc.tuple(sign, quantity).map(([comparator, only]) => ({ kind: 'quantity' as const, ...comparator, quantity: only })),
    fc.tuple(sign, quantity, quantity).map(([comparator, from, to]) => ({ kind: 'range' as const, ...comparator, from, to })),
);

const indicator: fc.Arbitrary<Indicator> = fc.record({
    category: written(fc.constantFrom('数量指标', '质量指标', '社会效益', '社会效益指标', '服务对象满意度指标', '没有的类别')),
    name: written(text),
    cycle: maybe(written(value)),
    annual: maybe(written(value)),
    weight: maybe(written(fc.nat(100))),
    explanation: maybe(written(text)),
    basis: maybe(written(text)),
    comparators: fc.constant([]),
    origin: fc.constant(origin),
});

const group: fc.Arbitrary<IndicatorGroup> = fc.record({
    category: written(fc.constantFrom('产出指标', '效益指标', '满意度指标', '成本指标', '没有的一级')),
    inapplicable: fc.option(written(text), { nil: undefined, freq: 5 }),
    indicators: fc.array(indicator, { maxLength: 5 }),
    origin: fc.constant(origin),
    body: fc.constant(origin),
}).map((made) => (made.inapplicable ? { ...made, indicators: [] } : made));

const indicatorSet: fc.Arbitrary<IndicatorSet> = fc.record({
    origin: fc.constant(origin), keyword: fc.constant(origin), body: fc.constant(origin), groups: fc.array(group, { maxLength: 5 }),
});

function section(names: readonly string[], lines: readonly string[]): fc.Arbitrary<BudgetSection> {
    return fc.record({
        name: written(fc.constantFrom(...names)),
        origin: fc.constant(origin),
        body: fc.constant(origin),
        lines: fc.array(fc.record({ name: written(fc.constantFrom(...lines)), amount: maybe(written(money)), origin: fc.constant(origin) }), { maxLength: 5 }),
    });
}

const declared = {
    origin: fc.constant(origin), body: fc.constant(origin), head: fc.constant(origin), name: maybe(written(text)),
    issues: fc.constant([]), repetitions: fc.constant([]), year: maybe(written(fc.nat(3000))), indicators: maybe(indicatorSet), goal: maybe(written(text)),
};
const unit = fc.constantFrom<MoneyUnit>('元', '万元', '亿元');

const task: fc.Arbitrary<KeyTask> = fc.record({
    name: maybe(written(text)), funds: maybe(written(money)), content: maybe(written(text)), target: maybe(written(text)), origin: fc.constant(origin), body: fc.constant(origin),
});

const department = fc.record({
    kind: fc.constant('department' as const), ...declared, taxonomyName: fc.constant(undefined), moneyUnit: unit,
    sections: fc.array(section(['部门预算支出', '收入来源', '按预算级次划分', '别的部分'], ['基本支出', '财政拨款', '市本级使用资金', '别的行']), { maxLength: 5 }),
    tasks: fc.array(task, { maxLength: 3 }), otherTasks: maybe(written(text)),
}) as fc.Arbitrary<unknown> as fc.Arbitrary<Department>;

const project = fc.record({
    kind: fc.constant('project' as const), ...declared, belongsTo: maybe(written(text)), department: maybe(text), nested: fc.boolean(), moneyUnit: unit,
    fundingUnit: maybe(written(text)), period: maybe(written(fc.constant({ from: 2023, to: 2025 }))),
    funds: maybe(section(['资金'], ['总计', '财政拨款', '一般公共预算拨款', '别的来源'])),
}) as fc.Arbitrary<unknown> as fc.Arbitrary<Project>;

const taxonomies: readonly Taxonomy[] = ['财预〔2015〕88号', '财预〔2021〕101号'].map((name) => planOf(`部门 "甲" { 指标体系 "${name}"\n}`).departments[0]!.taxonomy);

const departmentToPrint: fc.Arbitrary<DepartmentToPrint> = fc.record({
    name: text, year: maybe(fc.constantFrom(2024, 2025)), department: maybe(department), projects: fc.array(project, { maxLength: 4 }), taxonomy: fc.constantFrom(...taxonomies), unit,
});

export const plans: fc.Arbitrary<PlanToPrint> = fc.record({ departments: fc.array(departmentToPrint, { maxLength: 2 }) });
