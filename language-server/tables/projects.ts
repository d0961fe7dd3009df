import { FUND_SOURCES } from '../domain/budget.js';
import { Money, type MoneyUnit } from '../domain/money.js';
import { annualValue, type Indicator, type IndicatorGroup, type Project } from '../domain/plan.js';
import type { DepartmentToPrint } from '../domain/plan-to-print.js';
import { label, linesCell, moneyCell, textCell, type Cell, type CellPart, type Table } from '../domain/table.js';
import { findCategory, findTierOne, type Taxonomy } from '../domain/taxonomy.js';
import { printValue, type IndicatorValue } from '../domain/value.js';
import { keptForProject } from './kept-for-project.js';
import { amountUnder, printedTotal, type PrintedAmount } from './project-funds.js';

/** 项目支出绩效目标表(含转移支付项目): a row a project, all indicators of a project packed into one cell. */
export function projectsTable(group: DepartmentToPrint): Table | undefined {
    const { name, projects, unit } = group;
    if (projects.length === 0) return undefined;
    const funds = projects.map((project) => fundsOf(project, group));
    return {
        form: 'projects',
        title: '项目支出绩效目标表(含转移支付项目)',
        unit,
        department: name,
        subject: name,
        widths: columnWidths(funds, unit),
        headRows: 1,
        caption: true,
        rows: [
            ['项目名称(资金使用单位)', '总计', ...FUND_SOURCES, '绩效目标', '绩效指标'].map((text) => label(text)),
            ...projects.map((project) => rowOf(project, group)),
            sumsRow(funds, unit),
        ],
    };
}

const rowOf = keptForProject((project, surroundings): Cell[] => [
    nameCell(project),
    ...fundsOf(project, surroundings).map(({ money, origin }) => moneyCell(money, surroundings.unit, origin ?? project.head)),
    textCell(project.goal?.value ?? '', project.goal?.origin ?? project.head),
    indicatorsCell(project, surroundings.taxonomy),
]);

/** 总计 and the three sources. */
const fundsOf = keptForProject((project): PrintedAmount[] => [printedTotal(project), ...FUND_SOURCES.map((source) => amountUnder(source, project))]);

/** Each money column as wide as its longest amount needs; the rest is shared by goal and indicators. Per cent of the page. */
function columnWidths(funds: readonly PrintedAmount[][], unit: MoneyUnit): number[] {
    const name = 12;
    const money = sums(funds).map((sum) => Math.min(13, Math.max(6.5, (sum?.print(unit).length ?? 0) * 0.75 + 1.2)));
    const rest = money.reduce((left, width) => left - width, 100 - name);
    return [name, ...money, rest * 0.3, rest * 0.7];
}

/** The sum of each money column; undefined where no row has an amount. */
function sums(funds: readonly PrintedAmount[][]): (Money | undefined)[] {
    return ['总计', ...FUND_SOURCES].map((_, column) => {
        const amounts = funds.flatMap((row) => row[column]!.money ?? []);
        return amounts.length === 0 ? undefined : Money.sum(amounts);
    });
}

function sumsRow(funds: readonly PrintedAmount[][], unit: MoneyUnit): Cell[] {
    return [
        label('合计'),
        ...sums(funds).map((sum) => moneyCell(sum, unit)),
        textCell(''),
        textCell(''),
    ];
}

function nameCell({ name, head, fundingUnit }: Project): Cell {
    const origin = name?.origin ?? head;
    if (!fundingUnit) return textCell(name?.value ?? '', origin);
    return linesCell([{ text: name?.value ?? '', origin }, { text: `(${fundingUnit.value})`, origin: fundingUnit.origin }], 'text', origin);
}

function indicatorsCell({ indicators, head }: Project, taxonomy: Taxonomy): Cell {
    if (!indicators) return textCell('', head);
    const entries = indicators.groups.flatMap((group) => entriesOf(group, taxonomy));
    return linesCell(entries.map(({ text, origin }, index) => ({ text: `${index + 1}、${text}`, origin })), 'text', indicators.origin);
}

/** What stands behind the running numbers: an entry an indicator. */
function entriesOf(group: IndicatorGroup, taxonomy: Taxonomy): CellPart[] {
    const tier = findTierOne(taxonomy, group.category.value);
    const head = withCode(tier?.code, tier?.name ?? group.category.value);
    if (group.inapplicable) return [{ text: `${head},不适用:${group.inapplicable.value};`, origin: group.origin }];
    return group.indicators.map((indicator) => {
        const category = findCategory(taxonomy, indicator.category.value, tier)?.category;
        const categoryText = withCode(category?.code, category?.shortName ?? indicator.category.value);
        return { text: `${head},${categoryText},${indicator.name.value};${valuesOf(indicator)}`, origin: indicator.origin };
    });
}

function valuesOf(indicator: Indicator): string {
    const print = (value: { value: IndicatorValue } | undefined) => (value ? printValue(value.value) : '');
    return `实施周期指标值:${print(indicator.cycle)},年度指标值:${print(annualValue(indicator))};`;
}

/** `12-质量指标`; taxonomies without official codes print the name alone. */
function withCode(code: string | undefined, name: string): string {
    return code ? `${code}-${name}` : name;
}
