import type { Cell, Table } from '../domain/table.js';

/** A cell with the grid position of its upper left corner, counted from zero. */
export interface PlacedCell {
    readonly cell: Cell;
    readonly row: number;
    readonly column: number;
}

/** Where the cells of a table stand once the places covered by spans are counted, row by row. */
export function placeCells(table: Table): PlacedCell[][] {
    const covered = table.rows.map(() => new Set<number>());
    return table.rows.map((cells, row) => {
        let column = 0;
        return cells.map((cell) => {
            while (covered[row]!.has(column)) column++;
            const placed = { cell, row, column };
            for (let below = row; below < row + cell.rowspan; below++) {
                for (let beside = column; beside < column + cell.colspan; beside++) covered[below]?.add(beside);
            }
            return placed;
        });
    });
}

/** The line above a table whose form has no cells for these. */
export function captionParts({ department, unit }: Table): [string, string] {
    return [`部门名称：${department}`, `单位：${unit}`];
}
