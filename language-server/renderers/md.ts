import type { Table } from '../domain/table.js';
import { captionParts, placeCells, type PlacedCell } from './grid.js';
import { printable } from './printable.js';

/** Tables have no merged cells in Markdown: a merged label stands in its first cell, the covered ones are empty. */
export function renderMarkdown(tables: readonly Table[]): string {
    return tables.map(markdownOf).join('\n');
}

function markdownOf(table: Table): string {
    const placed = placeCells(table);
    const [head = [], ...body] = placed.map((cells) => fieldsOf(cells, table));
    const aligned = table.widths.map((_, column) => (isMoneyColumn(table, placed, column) ? '---:' : '---'));
    const caption = table.caption ? [escapeMarkdown(captionParts(table).join('　')), ''] : [];
    return `${[`## ${escapeMarkdown(table.title)}`, '', ...caption, toLine(head), toLine(aligned), ...body.map(toLine)].join('\n')}\n`;
}

function fieldsOf(cells: readonly PlacedCell[], { widths }: Table): string[] {
    const fields = widths.map(() => '');
    for (const { cell, column } of cells) fields[column] = escapeMarkdown(cell.text);
    return fields;
}

function isMoneyColumn({ headRows }: Table, placed: readonly (readonly PlacedCell[])[], column: number): boolean {
    const cells = placed.slice(headRows).flatMap((row) => row.filter((cell) => cell.column === column));
    return headRows > 0 && cells.length > 0 && cells.every(({ cell }) => cell.role === 'money');
}

function toLine(fields: readonly string[]): string {
    return `| ${fields.join(' | ')} |`;
}

/** Text stays text: no markup of a file is interpreted, and a line break stays within the cell. */
function escapeMarkdown(text: string): string {
    return printable(text)
        .replace(/[\\`*_[\]|~#!]/g, '\\$&')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('\n', '<br>');
}
