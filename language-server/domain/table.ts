import type { MoneyUnit, Money } from './money.js';
import type { Origin } from './origin.js';

/** The official forms that a plan can be printed on. */
export const FORMS = ['department', 'projects', 'project', 'core'] as const;
export type Form = (typeof FORMS)[number];

export type CellRole = 'label' | 'text' | 'money' | 'value';

export interface Cell {
    /** Exactly as printed. */
    readonly text: string;
    readonly rowspan: number;
    readonly colspan: number;
    readonly role: CellRole;
    /** What the cell shows; undefined for the form's own labels and for places where nothing was written. */
    readonly origin?: Origin;
    /** The amount behind a printed sum of money, for formats that know numbers. */
    readonly money?: Money;
    /** The lines of a cell that shows several things, each with its own source; joined by line breaks they are `text`. */
    readonly parts?: readonly CellPart[];
}

export interface CellPart {
    readonly text: string;
    readonly origin?: Origin;
}

/** A table as a grid; cells covered by a span of another are left out, as in HTML. */
export interface Table {
    readonly form: Form;
    readonly title: string;
    readonly unit: MoneyUnit;
    readonly department: string;
    /** What the table is about, for naming a sheet or file: the department, or the project of a form of one project. */
    readonly subject: string;
    /** Relative widths, one a column. */
    readonly widths: readonly number[];
    /** How many rows at the top are repeated on each printed page. */
    readonly headRows: number;
    /** Whether 部门名称 and 单位 stand above the table, where the form has no cells for them. */
    readonly caption: boolean;
    /** Rows that head those below them and must not be the last on a page; rows of labels alone need not be named. */
    readonly headings?: readonly number[];
    readonly rows: readonly (readonly Cell[])[];
}

export function label(text: string, span: { rows?: number; columns?: number } = {}, origin?: Origin): Cell {
    return { text, rowspan: span.rows ?? 1, colspan: span.columns ?? 1, role: 'label', origin };
}

export function textCell(text: string, origin?: Origin, columns = 1): Cell {
    return { text, rowspan: 1, colspan: columns, role: 'text', origin };
}

export function valueCell(text: string, origin?: Origin): Cell {
    return { text, rowspan: 1, colspan: 1, role: 'value', origin };
}

/** An absent amount is an empty cell, a zero is 0.00. */
export function moneyCell(money: Money | undefined, unit: MoneyUnit, origin?: Origin, columns = 1): Cell {
    return { text: money?.print(unit) ?? '', rowspan: 1, colspan: columns, role: 'money', origin, money };
}

/** A cell of several lines; the whole of it comes from `origin`, each line from its own place. */
export function linesCell(parts: readonly CellPart[], role: CellRole, origin?: Origin): Cell {
    return { text: parts.map((part) => part.text).join('\n'), rowspan: 1, colspan: 1, role, origin, parts };
}
