import type { CellElement } from './cells.js';

export type Direction = 'left' | 'right' | 'up' | 'down';

const STEPS: Record<Direction, [rows: number, columns: number]> = { left: [0, -1], right: [0, 1], up: [-1, 0], down: [1, 0] };

/** The places of a table's cells with merged cells counted, so that arrow keys go where the eye goes. */
export class GridWalk {
    private readonly grid: CellElement[][] = [];

    constructor(table: HTMLTableElement) {
        const rows = [...table.rows];
        for (const [row, { cells }] of rows.entries()) {
            const line = (this.grid[row] ??= []);
            let column = 0;
            for (const cell of cells) {
                while (line[column]) column++;
                for (let below = row; below < Math.min(rows.length, row + cell.rowSpan); below++) {
                    for (let beside = column; beside < column + cell.colSpan; beside++) (this.grid[below] ??= [])[beside] = cell;
                }
            }
        }
    }

    /** The next cell from a place; merged cells are passed in one step. Also the place reached, for the next step. */
    next({ row, column }: Place, direction: Direction): { cell: CellElement; place: Place } | undefined {
        const [down, right] = STEPS[direction];
        const from = this.grid[row]?.[column];
        for (let place = { row: row + down, column: column + right }; ; place = { row: place.row + down, column: place.column + right }) {
            const cell = this.grid[place.row]?.[place.column];
            if (!cell) return undefined;
            if (cell !== from) return { cell, place };
        }
    }

    placeOf(cell: CellElement): Place {
        const row = (cell.parentElement as HTMLTableRowElement).rowIndex;
        return { row, column: this.grid[row]?.indexOf(cell) ?? 0 };
    }

    firstOf(row: number): CellElement | undefined {
        return this.grid[row]?.[0];
    }

    lastOf(row: number): CellElement | undefined {
        return this.grid[row]?.at(-1);
    }

    get height(): number {
        return this.grid.length;
    }
}

export interface Place {
    readonly row: number;
    readonly column: number;
}
