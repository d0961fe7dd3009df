import { FUND_SOURCES, sourcesOf } from '../domain/budget.js';
import type { Project } from '../domain/plan.js';
import { label, moneyCell, textCell, type Cell, type Table } from '../domain/table.js';
import { lineCells, linesOfForm } from './budget-pairs.js';
import { indicatorRows, nameAndValues, tiersInOrder } from './indicator-rows.js';
import { keptForProject } from './kept-for-project.js';
import { printedTotal } from './project-funds.js';

/**
 * 项目支出绩效目标申报表, attached to 财预〔2015〕88号: one project. The form gives the tiers in the order of the taxonomy, whatever
 * the order written, and the values of the cycle and of the year side by side.
 */
export const projectTable = keptForProject((project, { name: department, year: yearOfDepartment, taxonomy }): Table => {
    const { name, head, fundingUnit, period, goal, indicators, moneyUnit: unit } = project;
    const year = project.year?.value ?? yearOfDepartment;
    const goalCell = (columns: number) => textCell(goal?.value ?? '', goal?.origin ?? head, columns);
    const indicatorPart = [
        ['一级指标', '二级指标', '三级指标', '实施周期指标值', '年度指标值'].map((text) => label(text)),
        ...indicatorRows(tiersInOrder(indicators, taxonomy), 3, nameAndValues),
    ];
    const fundsPart = fundsRows(project);
    return {
        form: 'project',
        title: '项目支出绩效目标申报表',
        unit,
        department,
        subject: name?.value ?? '',
        widths: [12.5, 12.5, 15.5, 23.5, 18, 18],
        headRows: 0,
        caption: false,
        rows: [
            [label('项目名称'), textCell(name?.value ?? '', name?.origin ?? head, 5)],
            [label('主管部门'), textCell(department, project.belongsTo?.origin, 3), label('资金使用单位'), textCell(fundingUnit?.value ?? '', fundingUnit?.origin ?? head)],
            [label('实施周期'), textCell(period ? years(period.value) : '', period?.origin ?? head, 3), label('预算年度'), textCell(year === undefined ? '' : `${year}年`, project.year?.origin ?? head)],
            ...fundsPart.map((row, index) => (index === 0 ? [label(`项目资金（${unit}）`, { rows: fundsPart.length }), ...row] : row)),
            [label('总体目标', { rows: 2 }), label('实施周期目标', { columns: 3 }), label('年度目标', { columns: 2 })],
            [goalCell(3), goalCell(2)],
            ...indicatorPart.map((row, index) => (index === 0 ? [label('绩效指标', { rows: indicatorPart.length }, indicators?.keyword), ...row] : row)),
        ],
    };
});

/** The total and its sources, two in a row. */
function fundsRows(project: Project): Cell[][] {
    const { moneyUnit: unit, head, funds } = project;
    const total = printedTotal(project);
    const pairs: Cell[][] = [
        [label('资金总额', {}, funds?.name.origin), moneyCell(total.money, unit, total.origin ?? head)],
        ...linesOfForm(FUND_SOURCES, sourcesOf(project)).map((line) => lineCells(line, unit)),
    ];
    if (pairs.length % 2 === 1) pairs.push(lineCells(undefined, unit));
    const rows: Cell[][] = [];
    for (let index = 0; index < pairs.length; index += 2) {
        const [name, amount] = pairs[index]!;
        rows.push([{ ...name!, colspan: 2 }, amount!, ...pairs[index + 1]!]);
    }
    return rows;
}

function years({ from, to }: { from: number; to: number }): string {
    return from === to ? `${from}年` : `${from}年—${to}年`;
}
