import type { Table } from '../../language-server/domain/table.js';

/** How often each place of the grid is covered by a cell, without any knowledge of how renderers place cells. */
export function coverage(table: Table): number[][] {
    const columns = table.widths.length;
    const covered = table.rows.map(() => Array.from({ length: columns }, () => 0));
    table.rows.forEach((cells, row) => {
        for (const cell of cells) {
            const column = covered[row]!.indexOf(0);
            for (let below = row; below < row + cell.rowspan; below++) {
                for (let beside = column; beside < column + cell.colspan; beside++) {
                    if (covered[below]?.[beside] === undefined) throw new Error(`a cell of row ${row} reaches out of the grid`);
                    covered[below]![beside]! += 1;
                }
            }
        }
    });
    return covered;
}

/** Every place of the grid once. */
export function tilesExactly(table: Table): boolean {
    return coverage(table).every((row) => row.every((times) => times === 1));
}
