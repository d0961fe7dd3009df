import type { MoneyUnit } from '../domain/money.js';
import { annualValue, type Indicator, type IndicatorSet } from '../domain/plan.js';
import type { DepartmentToPrint } from '../domain/plan-to-print.js';
import { label, moneyCell, textCell, valueCell, type Cell, type Table } from '../domain/table.js';
import { isTierKind, type Taxonomy } from '../domain/taxonomy.js';
import { printQuantity, printValue, type IndicatorValue } from '../domain/value.js';
import { indicatorRows, tiersInOrder, type Tier } from './indicator-rows.js';
import { keptForProject } from './kept-for-project.js';
import { printedTotal } from './project-funds.js';

/** 符号, 值, 单位 and then 权重, 说明, 依据, behind the name of the indicator. */
const COLUMNS_BEHIND_TIERS = 7;

/** The labels of the rows that say whose indicators follow. */
const WHOLE = '部门整体';
const PROJECT = '项目名称';
const OWNERS: readonly string[] = [WHOLE, PROJECT];

/**
 * 核心绩效指标表, attached to 财预〔2021〕101号: the cost indicators first, the value of the year split into sign, number and unit.
 * The department's own indicators come first, then those of each project under a line with its name and money.
 */
export function coreTable(group: DepartmentToPrint): Table | undefined {
    const { name, department, projects, taxonomy, unit } = group;
    if (!hasCoreTable(group)) return undefined;
    const rows = [
        ...headRows(),
        ...(department?.indicators ? [ownerRow(name, department.name?.origin), ...rowsOf(department.indicators, taxonomy)] : []),
        ...projects.filter(({ indicators }) => indicators).flatMap((project) => rowsOfProject(project, group)),
    ];
    return {
        form: 'core',
        title: '核心绩效指标表',
        unit,
        department: name,
        subject: name,
        widths: [8, 12.5, 22, 5.5, 10, 7, 6, 15, 14],
        headRows: 2,
        caption: true,
        headings: rows.flatMap((row, index) => (OWNERS.includes(row[0]!.text) ? [index] : [])),
        rows,
    };
}

export function hasCoreTable({ department, projects }: DepartmentToPrint): boolean {
    return department?.indicators !== undefined || projects.some(({ indicators }) => indicators);
}

const rowsOfProject = keptForProject((project, { taxonomy, unit }): Cell[][] => [projectRow(project, unit), ...rowsOf(project.indicators, taxonomy)]);

function headRows(): Cell[][] {
    const tall = (text: string) => label(text, { rows: 2 });
    return [
        [tall('一级指标'), tall('二级指标'), tall('三级指标'), label('指标值', { columns: 3 }), tall('权重'), tall('指标说明'), tall('设定依据')],
        [label('符号'), label('值'), label('单位')],
    ];
}

function ownerRow(name: string, origin: Cell['origin']): Cell[] {
    return [label(WHOLE), textCell(name, origin, COLUMNS_BEHIND_TIERS + 1)];
}

function projectRow(project: DepartmentToPrint['projects'][number], unit: MoneyUnit): Cell[] {
    const total = printedTotal(project);
    const origin = project.name?.origin ?? project.head;
    return [
        label(PROJECT), textCell(project.name?.value ?? '', origin, 5),
        label(`预算金额（${unit}）`, { columns: 2 }), moneyCell(total.money, unit, total.origin ?? project.head),
    ];
}

function rowsOf(set: IndicatorSet | undefined, taxonomy: Taxonomy): Cell[][] {
    return indicatorRows(costFirst(tiersInOrder(set, taxonomy)), COLUMNS_BEHIND_TIERS, coreCells);
}

function costFirst(tiers: readonly Tier[]): Tier[] {
    const isCost = ({ group }: Tier) => isTierKind(group.category.value, '成本');
    return [...tiers.filter(isCost), ...tiers.filter((tier) => !isCost(tier))];
}

function coreCells(indicator: Indicator): Cell[] {
    const { name, weight, explanation, basis, origin } = indicator;
    return [
        textCell(name.value, name.origin),
        ...splitValue(indicator),
        valueCell(weight ? String(weight.value) : '', weight?.origin ?? origin),
        textCell(explanation?.value ?? '', explanation?.origin ?? origin),
        textCell(basis?.value ?? '', basis?.origin ?? origin),
    ];
}

/** 符号, 值 and 单位; words take the place of all three. */
function splitValue(indicator: Indicator): Cell[] {
    const written = annualValue(indicator);
    const at = written?.origin ?? indicator.origin;
    if (!written) return [valueCell('', at), valueCell('', at), valueCell('', at)];
    const { value } = written;
    if (value.kind === 'words') return [{ ...valueCell(value.text, at), colspan: 3 }];
    const sign = printSign(value);
    if (value.kind === 'quantity') return [valueCell(sign, at), valueCell(value.quantity.number, at), valueCell(value.quantity.unit, at)];
    const { from, to } = value;
    const sameUnit = from.unit === to.unit || from.unit === '';
    return [
        valueCell(sign, at),
        valueCell(sameUnit ? `${from.number}~${to.number}` : `${printQuantity(from)}~${printQuantity(to)}`, at),
        valueCell(sameUnit ? to.unit : '', at),
    ];
}

/** The comparator as the other forms print it. */
function printSign({ comparator, comparatorText }: Exclude<IndicatorValue, { kind: 'words' }>): string {
    return printValue({ kind: 'quantity', comparator, comparatorText, quantity: { number: '', unit: '' } });
}
