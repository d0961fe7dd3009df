import { COLUMNS } from './statements.js';
import type { Item } from './declaration-text.js';
import type { Segment } from './segments.js';
import { widthOf } from './written.js';

/** Columns are this far apart, at least. */
const APART = 2;

/** What is wider than this does not push the other lines' columns away. */
const WIDEST = 120;

/** A line of a block as a row of cells; the first has its name. */
interface Row {
    readonly cells: readonly Cell[];
}

interface Cell {
    readonly first: Item;
    /** Undefined for the cell with the name. */
    readonly column: number | undefined;
    readonly width: number;
}

/** How many blanks stand before the tokens with which columns begin, so that these are below one another in each block. */
export function columnGaps(segments: readonly Segment[]): Map<Item, number> {
    const blocks = new Map<unknown, Row[]>();
    for (const segment of segments) {
        const row = rowOf(segment);
        if (!row) continue;
        const rows = blocks.get(segment.statement!.block);
        if (rows) rows.push(row);
        else blocks.set(segment.statement!.block, [row]);
    }
    const gaps = new Map<Item, number>();
    for (const rows of blocks.values()) align(rows, gaps);
    return gaps;
}

/** Undefined where there are no columns, or where what stands before the last of them has several lines. */
function rowOf({ statement, items, codeLength }: Segment): Row | undefined {
    if (!statement || statement.columns.size === 0) return undefined;
    const code = items.slice(0, codeLength);
    const begins = [0, ...[...statement.columns.keys()].map((item) => code.indexOf(item))];
    const aligned = code.slice(0, begins.at(-1)!);
    if (aligned.some((item) => item.lastLine > item.line || item.type === 'LINE_COMMENT')) return undefined;
    const cells = begins.map((begin, index): Cell => {
        const cell = code.slice(begin, begins[index + 1] ?? code.length);
        return { first: cell[0]!, column: statement.columns.get(cell[0]!), width: widthOf(cell.map(({ written }) => written)) };
    });
    return { cells };
}

function align(rows: readonly Row[], gaps: Map<Item, number>): void {
    const starts = new Map<number, number>();
    for (const column of Object.values(COLUMNS)) {
        const ends = rows.filter((row) => reaches(row, column)).map((row) => endBefore(row, column, starts)).filter((end) => end <= WIDEST);
        starts.set(column, Math.max(0, ...ends) + APART);
    }
    for (const row of rows) {
        let end = 0;
        for (const { first, column, width } of row.cells) {
            const start = column === undefined ? 0 : Math.max(end + APART, starts.get(column)!);
            if (column !== undefined) gaps.set(first, start - end);
            end = start + width;
        }
    }
}

/** Whether a line has a say in where a column begins: a value of the year or a weight stands behind the values of lines that have either. */
function reaches({ cells }: Row, column: number): boolean {
    return cells.some((cell) => cell.column !== undefined && (column === COLUMNS.first ? cell.column === column : cell.column > COLUMNS.first));
}

function endBefore({ cells }: Row, column: number, starts: ReadonlyMap<number, number>): number {
    let end = 0;
    for (const cell of cells) {
        if (cell.column !== undefined && cell.column >= column) break;
        const start = cell.column === undefined ? 0 : Math.max(end + APART, starts.get(cell.column)!);
        end = start + cell.width;
    }
    return end;
}
