import type { Table } from '../domain/table.js';

/** The grid itself, for programs: an object for one table, an array for none or several. */
export function renderJson(tables: readonly Table[]): string {
    const plain = tables.map(toPlain);
    return `${JSON.stringify(plain.length === 1 ? plain[0] : plain, undefined, 2)}\n`;
}

function toPlain({ form, title, unit, department, widths, rows }: Table) {
    return {
        form,
        title,
        unit,
        department,
        columns: widths.length,
        rows: rows.map((row) => row.map(({ text, rowspan, colspan, role }) => ({ text, rowspan, colspan, role }))),
    };
}
