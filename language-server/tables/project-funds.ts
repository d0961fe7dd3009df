import { FUND_SOURCES, lineNamed, sourcesOf, TOTAL, totalOf } from '../domain/budget.js';
import { byWord } from '../domain/by-word.js';
import { Money } from '../domain/money.js';
import type { Origin } from '../domain/origin.js';
import type { BudgetLine, Project } from '../domain/plan.js';

type FundSource = (typeof FUND_SOURCES)[number];

/** An amount that a form prints for a project, with the place it comes from. */
export interface PrintedAmount {
    readonly money: Money | undefined;
    readonly origin: Origin | undefined;
}

/** The finer sources that national forms name, counted under the three columns of 项目支出绩效目标表; any others are 其他资金. */
const COLUMN_OF_SOURCE: Readonly<Record<string, FundSource>> = byWord({
    一般公共预算拨款: '财政拨款',
    政府性基金预算拨款: '财政拨款',
    国有资本经营预算拨款: '财政拨款',
    财政专户管理资金: '财政专户拨款',
});

/** The stated 总计, else the sum of the sources. */
export function printedTotal(project: Project): PrintedAmount {
    const stated = lineNamed(project.funds, TOTAL);
    if (stated?.amount) return { money: stated.amount.value, origin: stated.amount.origin };
    return { money: totalOf(project), origin: stated?.origin ?? project.funds?.origin };
}

/** The sum of the sources that count under a column; undefined where none of them has an amount. */
export function amountUnder(column: FundSource, project: Project): PrintedAmount {
    const lines = sourcesOf(project).filter((line) => columnOf(line) === column);
    const amounts = lines.flatMap((line) => (line.amount ? [line.amount] : []));
    const origin = amounts.length === 1 ? amounts[0]!.origin : lines[0]?.origin;
    return { money: amounts.length === 0 ? undefined : Money.sum(amounts.map(({ value }) => value)), origin };
}

function columnOf({ name }: BudgetLine): FundSource {
    return FUND_SOURCES.find((source) => source === name.value) ?? COLUMN_OF_SOURCE[name.value] ?? '其他资金';
}
