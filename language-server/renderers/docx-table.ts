import type { Cell, CellRole, Table } from '../domain/table.js';
import { escapeMarkup } from './escape-markup.js';
import { placeCells, type PlacedCell } from './grid.js';
import { fontSize } from './page.js';

/** How a table is set, in Word's units: twentieths of a point. */
export interface TableMeasures {
    readonly widths: readonly number[];
    /** What a row has for one line of text. */
    readonly rowHeight: number;
    readonly padding: { readonly x: number; readonly y: number };
    /** Whether a row is to stay on one page. */
    readonly staysWhole: (row: number) => boolean;
}

/**
 * A table as the `<w:tbl>` of a Word document. Written as text: the library makes dozens of objects of each cell, which
 * takes many times as long, and a thousand projects have a hundred thousand cells.
 */
export function wordTable(table: Table, { widths, rowHeight, padding, staysWhole }: TableMeasures): string {
    const rows = rowsWithCovered(table).map((cells, row) => {
        const properties = `${row < table.headRows ? '<w:tblHeader/>' : ''}${staysWhole(row) ? '<w:cantSplit/>' : ''}<w:trHeight w:val="${rowHeight}" w:hRule="atLeast"/>`;
        return `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((placed) => wordCell(placed, widths, styleOf(placed.cell, table, row))).join('')}</w:tr>`;
    });
    return `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${sum(widths)}"/>${BORDERS}<w:tblLayout w:type="fixed"/>${margins(padding)}</w:tblPr>`
        + `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

interface WordCell extends PlacedCell {
    /** The cell stands for the part of a merged one that lies in a further row. */
    readonly continues: boolean;
}

/** Word wants a cell in every row that a merged one covers. */
function rowsWithCovered(table: Table): WordCell[][] {
    const rows: WordCell[][] = table.rows.map(() => []);
    for (const { cell, row, column } of placeCells(table).flat()) {
        for (let covered = row; covered < row + cell.rowspan; covered++) rows[covered]!.push({ cell, row, column, continues: covered > row });
    }
    return rows.map((cells) => cells.sort((one, other) => one.column - other.column));
}

function wordCell({ cell: { text, rowspan, colspan }, column, continues }: WordCell, widths: readonly number[], style: string): string {
    const properties = [
        `<w:tcW w:type="dxa" w:w="${sum(widths.slice(column, column + colspan))}"/>`,
        colspan > 1 ? `<w:gridSpan w:val="${colspan}"/>` : '',
        rowspan > 1 ? `<w:vMerge w:val="${continues ? 'continue' : 'restart'}"/>` : '',
        '<w:vAlign w:val="center"/>',
    ].join('');
    const lines = continues ? [''] : escapeMarkup(text).split('\n');
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${lines.map((line) => paragraph(line, style)).join('')}</w:tc>`;
}

function paragraph(line: string, style: string): string {
    const run = line === '' ? '' : `<w:r><w:t xml:space="preserve">${line}</w:t></w:r>`;
    return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run}</w:p>`;
}

function styleOf({ role }: Cell, table: Table, row: number): string {
    return cellStyleId(role, fontSize(table), row < table.headRows);
}

/** The paragraph style of a kind of cell; the document has one for each. */
export function cellStyleId(role: CellRole, size: number, bold: boolean): string {
    return `${role}${Math.round(size * 2)}${bold ? 'head' : ''}`;
}

const BORDERS = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:color="000000" w:sz="4"/>`).join('')}</w:tblBorders>`;

function margins({ x, y }: TableMeasures['padding']): string {
    const sides = [['top', y], ['left', x], ['bottom', y], ['right', x]] as const;
    return `<w:tblCellMar>${sides.map(([side, width]) => `<w:${side} w:type="dxa" w:w="${width}"/>`).join('')}</w:tblCellMar>`;
}

function sum(widths: readonly number[]): number {
    return widths.reduce((total, width) => total + width, 0);
}
