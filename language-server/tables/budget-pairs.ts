import type { BudgetLine } from '../domain/plan.js';
import { label, moneyCell, type Cell } from '../domain/table.js';
import type { MoneyUnit } from '../domain/money.js';

/** A line as a form prints it: the form's own label, with the amount where one is written. */
export interface PrintedLine {
    readonly name: string;
    readonly written: BudgetLine | undefined;
}

/** 区本级使用资金, 市本级使用资金 …: the line is named after the level of government. */
const OWN_LEVEL = /本级使用资金$/;

/** The form's own lines in its order, then the others as written; another level of government takes the place of the form's. */
export function linesOfForm(ownLines: readonly string[], written: readonly BudgetLine[]): PrintedLine[] {
    const rest = new Set(written);
    const printed = ownLines.map((name): PrintedLine => {
        const line = written.find((candidate) => candidate.name.value === name)
            ?? (OWN_LEVEL.test(name) ? written.find((candidate) => OWN_LEVEL.test(candidate.name.value)) : undefined);
        if (line) rest.delete(line);
        return { name: line?.name.value ?? name, written: line };
    });
    return [...printed, ...[...rest].map((line) => ({ name: line.name.value, written: line }))];
}

/** The label of a line and its amount; two empty cells where there is no line. */
export function lineCells(line: PrintedLine | undefined, unit: MoneyUnit, labelColumns = 1): Cell[] {
    const { amount, name, origin } = line?.written ?? {};
    return [label(line?.name ?? '', { columns: labelColumns }, name?.origin), moneyCell(amount?.value, unit, amount?.origin ?? origin)];
}
