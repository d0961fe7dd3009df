import type { Cell, Table } from '../domain/table.js';

/** A cell with the grid position of its upper left corner, counted from zero. */
export interface PlacedCell {
    readonly cell: Cell;
    readonly row: number;
    readonly column: number;
}

/** Where the cells of a table stand once the places covered by spans are counted, row by row. */
export function placeCells(table: Table): PlacedCell[][] {
    /** Of each column the row below what stands in it. */
    const free = table.widths.map(() => 0);
    return table.rows.map((cells, row) => {
        let column = 0;
        return cells.map((cell) => {
            while (free[column]! > row) column++;
            const placed = { cell, row, column };
            free.fill(row + cell.rowspan, column, column + cell.colspan);
            return placed;
        });
    });
}

/** The line above a table whose form has no cells for these. */
export function captionParts({ department, unit }: Table): [string, string] {
    return [`部门名称：${department}`, `单位：${unit}`];
}
