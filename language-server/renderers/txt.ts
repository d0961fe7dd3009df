import { displayWidth } from '../domain/display-width.js';
import type { Table } from '../domain/table.js';
import { captionParts, placeCells, type PlacedCell } from './grid.js';
import { printable } from './printable.js';
import type { RenderContext } from './renderer.js';
import { wrap } from './wrap.js';

const DEFAULT_COLUMNS = 120;
const MINIMUM_COLUMNS = 60;
const GAP = 2;

/** Columns aligned by display width, without lines; a merged label stands once, at the top of its rows. */
export function renderText(tables: readonly Table[], { columns = DEFAULT_COLUMNS }: RenderContext = {}): string {
    return tables.map((table) => textOf(table, Math.max(columns, MINIMUM_COLUMNS))).join('\n\n');
}

interface WrappedCell extends PlacedCell {
    readonly lines: readonly string[];
    readonly width: number;
}

function textOf(table: Table, total: number): string {
    const widths = columnWidths(table, total);
    const starts = widths.map((_, column) => widths.slice(0, column).reduce((sum, width) => sum + width + GAP, 0));
    const rows = placeCells(table).map((cells) => cells.map((placed) => wrapCell(placed, widths)));
    const heights = rowHeights(rows);
    const tops = [0];
    for (const [row, height] of heights.entries()) tops.push(tops[row]! + height);
    const canvas: string[] = Array.from({ length: tops.at(-1)! }, () => '');
    for (const { lines, row, column, cell, width } of columnByColumn(rows)) {
        lines.forEach((line, index) => {
            const at = tops[row]! + index;
            const indent = cell.role === 'money' ? width - displayWidth(line) : 0;
            canvas[at] = pad(canvas[at]!, starts[column]! + indent) + line;
        });
    }
    const used = (starts.at(-1) ?? 0) + (widths.at(-1) ?? 0);
    if (table.headRows > 0) canvas.splice(tops[table.headRows] ?? canvas.length, 0, '─'.repeat(used));
    const lines = [...heading(table, used), ...canvas.map((line) => line.trimEnd())];
    return `${lines.join('\n').trimEnd()}\n`;
}

function heading(table: Table, width: number): string[] {
    const title = pad('', Math.max(0, Math.floor((width - displayWidth(table.title)) / 2))) + table.title;
    if (!table.caption) return [title, ''];
    const [department, unit] = captionParts(table).map(printable) as [string, string];
    return [title, '', `${pad(department, width - displayWidth(unit) - GAP)}  ${unit}`, ''];
}

const NARROWEST = 4;

/** The form's proportions, but amounts always fit on a line; the widest columns give what that takes. */
function columnWidths(table: Table, total: number): number[] {
    const available = total - GAP * (table.widths.length - 1);
    const least = table.widths.map(() => NARROWEST);
    for (const { cell, column } of placeCells(table).flat()) {
        if (cell.role === 'money' && cell.colspan === 1) least[column] = Math.max(least[column]!, displayWidth(cell.text));
    }
    const sum = table.widths.reduce((all, width) => all + width, 0);
    const widths = table.widths.map((width, column) => Math.max(least[column]!, Math.floor((available * width) / sum)));
    for (let excess = widths.reduce((all, width) => all + width, -available); excess > 0; excess--) {
        const spare = widths.map((width, column) => (width > least[column]! ? width : 0));
        const widest = spare.indexOf(Math.max(...spare));
        if (spare[widest] === 0) break;
        widths[widest]! -= 1;
    }
    return widths;
}

function wrapCell(placed: PlacedCell, widths: readonly number[]): WrappedCell {
    const { cell, column } = placed;
    const width = widths.slice(column, column + cell.colspan).reduce((sum, each) => sum + each, GAP * (cell.colspan - 1));
    const text = printable(cell.text);
    return { ...placed, width, lines: text === '' ? [] : wrap(text, width, displayWidth) };
}

/** Lines of each row; a blank line sets rows of several lines apart. */
function rowHeights(rows: readonly (readonly WrappedCell[])[]): number[] {
    const content = rows.map((cells) => Math.max(1, ...cells.filter(({ cell }) => cell.rowspan === 1).map(({ lines }) => lines.length)));
    const heights = content.map((height, row) => (height > 1 || (content[row + 1] ?? 1) > 1 ? height + 1 : height));
    for (const { cell, row, lines } of rows.flat()) {
        if (cell.rowspan === 1) continue;
        const last = row + cell.rowspan - 1;
        const room = heights.slice(row, last + 1).reduce((sum, height) => sum + height, 0);
        const missing = lines.length + (lines.length > 1 ? 1 : 0) - room;
        if (missing > 0) heights[last] = heights[last]! + missing;
    }
    return heights;
}

/** From left to right, so that each line is only ever added to at its end. */
function columnByColumn(rows: readonly (readonly WrappedCell[])[]): WrappedCell[] {
    return rows.flat().sort((one, other) => one.column - other.column || one.row - other.row);
}

function pad(text: string, width: number): string {
    return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
