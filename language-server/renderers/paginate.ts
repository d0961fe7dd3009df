import type { Cell, Table } from '../domain/table.js';
import { placeCells, type PlacedCell } from './grid.js';

export interface PaginatedTable {
    readonly table: Table;
    /** Of its rows. */
    readonly heights: readonly number[];
    /** Rows that must begin a page. */
    readonly breaks: ReadonlySet<number>;
}

/** How much of a page rows may fill, in the unit of their heights. */
export interface PageSpace {
    readonly firstPage: number;
    readonly furtherPages: number;
}

/**
 * Splits merged cells where a page ends, since one that runs on prints with an open border and without its label; the
 * label is repeated on the new page, as on official prints. A row of column heads goes to the page of the row below it.
 * Where nothing is merged, pages break where the program that prints finds the end of its page.
 */
export function paginate(table: Table, heightsOf: (table: Table) => readonly number[], space: PageSpace): PaginatedTable {
    let paginated: PaginatedTable = { table, heights: heightsOf(table), breaks: new Set() };
    // A label that is repeated over fewer rows may need higher ones, which moves the breaks behind it.
    for (let round = 0; round < ROUNDS; round++) {
        const breaks = breaksOf(table, paginated.heights, space);
        if (sameRows(breaks, paginated.breaks)) break;
        const split = { ...table, rows: splitMerges(table, breaks) };
        paginated = { table: split, heights: heightsOf(split), breaks };
    }
    return paginated;
}

const ROUNDS = 4;

/** Heights are estimates: a page is taken to be a little shorter than it is, or a few rows would spill over. */
const USABLE_HEIGHT = 0.985;

/**
 * All page starts or none: one that is left to the printing program would move those behind it. Where cells are merged none
 * is left to it, even one between two merged cells: with other fonts it would lie in the midst of one.
 */
function breaksOf(table: Table, heights: readonly number[], space: PageSpace): Set<number> {
    const starts = [...pageStarts(table, heights, space)];
    const hasMerged = table.rows.slice(table.headRows).some((cells) => cells.some(({ rowspan }) => rowspan > 1));
    return new Set(hasMerged || starts.some(({ pushed }) => pushed) ? starts.map(({ row }) => row) : []);
}

function sameRows(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
    return one.size === other.size && [...one].every((row) => other.has(row));
}

interface PageStart {
    readonly row: number;
    /** Whether the page before has room for more, but a head must stay with what follows it. */
    readonly pushed: boolean;
}

function* pageStarts(table: Table, heights: readonly number[], space: PageSpace): Generator<PageStart> {
    const firstPage = space.firstPage * USABLE_HEIGHT;
    const furtherPages = space.furtherPages * USABLE_HEIGHT;
    const head = sum(heights.slice(0, table.headRows));
    // Repeated, one that fills a page would leave no room for anything else.
    const repeated = head < furtherPages ? head : 0;
    let room = firstPage;
    let pageStart = table.headRows;
    let used = repeated;
    for (let row = pageStart; row < heights.length; row++) {
        if (used + heights[row]! > room && row > pageStart) {
            let start = row;
            while (start - 1 > pageStart && isHeadRow(table, start - 1)) start--;
            yield { row: start, pushed: start < row };
            pageStart = start;
            room = furtherPages;
            used = repeated + sum(heights.slice(start, row));
        }
        // A row that is higher than a page runs on over the next ones.
        used += heights[row]!;
        while (used > room && heights[row]! > furtherPages - repeated) {
            used -= room - repeated;
            room = furtherPages;
        }
    }
}

/** Whether a row, but for what is merged into it from the side, names the columns below. */
function isHeadRow({ rows, headings }: Table, row: number): boolean {
    if (headings?.includes(row)) return true;
    const own = rows[row]!.filter(({ rowspan }) => rowspan === 1);
    return own.length > 1 && own.every(({ role }) => role === 'label');
}

/** The pages between the forced breaks as tables of their own, each with the head. */
export function pagesOf({ table, breaks }: PaginatedTable): Table[] {
    const starts = [table.headRows, ...[...breaks].sort((one, other) => one - other), table.rows.length];
    const head = table.rows.slice(0, table.headRows);
    return starts.slice(0, -1).map((start, index) => ({ ...table, headings: [], rows: [...head, ...table.rows.slice(start, starts[index + 1])] }));
}

function splitMerges(table: Table, breaks: ReadonlySet<number>): Cell[][] {
    const rows: PlacedCell[][] = table.rows.map(() => []);
    for (const { cell, row, column } of placeCells(table).flat()) {
        const end = row + cell.rowspan;
        const starts = [row];
        for (let below = row + 1; below < end; below++) if (breaks.has(below)) starts.push(below);
        starts.forEach((start, index) => {
            const rowspan = (starts[index + 1] ?? end) - start;
            rows[start]!.push({ cell: rowspan === cell.rowspan ? cell : { ...cell, rowspan }, row: start, column });
        });
    }
    return rows.map((cells) => cells.sort((one, other) => one.column - other.column).map(({ cell }) => cell));
}

function sum(numbers: readonly number[]): number {
    return numbers.reduce((total, number) => total + number, 0);
}
