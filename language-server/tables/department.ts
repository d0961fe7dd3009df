import { BUDGET_SECTIONS, sectionNamed, type SectionOfForm } from '../domain/budget.js';
import type { MoneyUnit } from '../domain/money.js';
import { textOf } from '../domain/origin.js';
import { hasOwnTable, type BudgetSection, type Department, type KeyTask } from '../domain/plan.js';
import type { DepartmentToPrint } from '../domain/plan-to-print.js';
import { label, moneyCell, textCell, type Cell, type Table } from '../domain/table.js';
import { lineCells, linesOfForm, type PrintedLine } from './budget-pairs.js';
import { indicatorRows, nameAndValues, tiersAsWritten } from './indicator-rows.js';

/**
 * 部门整体预算绩效目标申报表. Six columns: the label of the part, 一级指标, 二级指标, 三级指标, and the two values; the amounts of
 * the budget and the texts of the tasks stand under edges of these columns.
 */
export function departmentTable(group: DepartmentToPrint): Table | undefined {
    const { department, name, unit } = group;
    if (!department || !hasDepartmentTable(group)) return undefined;
    return {
        form: 'department',
        title: '部门整体预算绩效目标申报表',
        unit,
        department: name,
        subject: name,
        widths: [7, 11.5, 13.7, 22.5, 16.5, 28.8],
        headRows: 0,
        caption: false,
        rows: [
            [label('部门名称'), textCell(name, department.name?.origin ?? department.head, 5)],
            ...part('预算整体情况', budgetRows(department, unit)),
            [label('总体绩效目标'), textCell(department.goal?.value ?? '', department.goal?.origin, 5)],
            ...part('年度重点工作任务', taskRows(department.tasks, unit)),
            [label('其他需完成的任务（可选填）'), textCell(department.otherTasks?.value ?? '', department.otherTasks?.origin, 5)],
            ...part('绩效指标', [
                ['一级指标', '二级指标', '三级指标', '实施周期指标值', '年度指标值'].map((text) => label(text)),
                ...indicatorRows(tiersAsWritten(department.indicators), 3, nameAndValues),
            ], department.indicators?.keyword),
        ],
    };
}

/** Not where the department is only a heading over its projects. */
export function hasDepartmentTable({ department, projects }: DepartmentToPrint): boolean {
    return department !== undefined && (hasOwnTable(department) || projects.length === 0);
}

/** Puts the merged label of a part before its rows. */
function part(name: string, rows: readonly Cell[][], origin?: Cell['origin']): Cell[][] {
    return rows.map((row, index) => (index === 0 ? [label(name, { rows: rows.length }, origin), ...row] : row));
}

/** Two sections side by side: the form's four, then any others that are written. */
function budgetRows(department: Department, unit: MoneyUnit): Cell[][] {
    // A word without its block is a slip on a line of its own, which the table does without.
    const others = department.sections.filter(({ name, body }) => /^[{｛]/.test(textOf(body)) && !BUDGET_SECTIONS.some((form) => form.name === name.value));
    const sections = [
        ...BUDGET_SECTIONS.map((form) => toPrint(form, sectionNamed(department, form.name))),
        ...others.map((section) => toPrint({ name: section.name.value, lines: [] }, section)),
    ];
    const rows: Cell[][] = [];
    for (let index = 0; index < sections.length; index += 2) rows.push(...sideBySide(sections[index]!, sections[index + 1], unit));
    return rows;
}

interface PrintedSection {
    readonly name: string;
    readonly origin: Cell['origin'];
    readonly lines: readonly PrintedLine[];
}

function toPrint(form: Pick<SectionOfForm, 'name' | 'lines'>, written: BudgetSection | undefined): PrintedSection {
    return { name: form.name, origin: written?.name.origin, lines: linesOfForm(form.lines, written?.lines ?? []) };
}

function sideBySide(left: PrintedSection, right: PrintedSection | undefined, unit: MoneyUnit): Cell[][] {
    const amounts = `预算金额（${unit}）`;
    const heads = [
        label(left.name, { columns: 2 }, left.origin), label(amounts),
        label(right?.name ?? '', {}, right?.origin), label(right ? amounts : ''),
    ];
    const height = Math.max(left.lines.length, right?.lines.length ?? 0);
    const lines = Array.from({ length: height }, (_, index) => [...lineCells(left.lines[index], unit, 2), ...lineCells(right?.lines[index], unit)]);
    return [heads, ...lines];
}

function taskRows(tasks: readonly KeyTask[], unit: MoneyUnit): Cell[][] {
    return [
        [label('名称'), label('主要实施内容', { columns: 2 }), label(`拟投入的资金（${unit}）`), label('期望达到的目标（概述）')],
        ...tasks.map(({ name, content, funds, target, origin }) => [
            textCell(name?.value ?? '', name?.origin ?? origin),
            textCell(content?.value ?? '', content?.origin ?? origin, 2),
            moneyCell(funds?.value, unit, funds?.origin ?? origin),
            textCell(target?.value ?? '', target?.origin ?? origin),
        ]),
    ];
}
