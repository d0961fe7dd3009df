import type { readXlsx } from 'hucre/xlsx';
import type { Table } from '../../language-server/domain/table.js';
import { placeCells } from '../../language-server/renderers/grid.js';

/** Each place of the grid with the text or number of the cell that covers it. */
export function valuesOf(table: Table): (string | number)[][] {
    const grid = table.rows.map(() => table.widths.map((): string | number => ''));
    for (const { cell, row, column } of placeCells(table).flat()) {
        for (let below = row; below < row + cell.rowspan; below++) {
            for (let beside = column; beside < column + cell.colspan; beside++) grid[below]![beside] = cell.money?.toNumber(table.unit) ?? cell.text;
        }
    }
    return grid;
}

type Workbook = Awaited<ReturnType<typeof readXlsx>>;

/** The same of a sheet: merged ranges filled, rows that had to be several for their height taken together. */
export function cellsOfSheet({ rows, merges = [] }: Workbook['sheets'][number], { caption, widths }: Table): (string | number)[][] {
    const above = caption ? 2 : 1;
    const grid = rows.map((row) => widths.map((_, column) => (row[column] ?? '') as string | number));
    for (const { startRow, startCol, endRow, endCol } of merges) {
        for (let row = startRow; row <= endRow; row++) {
            for (let column = startCol; column <= endCol; column++) grid[row]![column] = grid[startRow]![startCol]!;
        }
    }
    const isFurtherPart = (row: number) => widths.every((_, column) => merges.some(({ startRow, startCol, endRow, endCol }) => startRow < row && row <= endRow && startCol <= column && column <= endCol));
    return grid.slice(above).filter((_, index) => !isFurtherPart(above + index));
}
