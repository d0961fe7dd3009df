import { sheets } from './elements.js';
import { GridWalk } from './grid-walk.js';

/** A digit is half as wide as a Han character; both sides of the cell and a margin for wide digits come to it. */
const DIGIT_EM = 0.53;
const AROUND_EM = 1;
const SOON_MS = 400;

/** What the columns of a table must have, in em, so that no amount is broken; only tables where that can be too little. */
const needs = new Map<HTMLTableElement, readonly number[]>();

/** Looks again at tables that were made or changed. */
export function fitColumns(changed: Iterable<HTMLTableElement>): void {
    for (const table of needs.keys()) if (!table.isConnected) needs.delete(table);
    for (const table of changed) {
        const needed = neededWidths(table);
        const wide = sharesOf(table).some((share, column) => (needed[column] ?? 0) > share * 40);
        if (wide) needs.set(table, needed);
        else if (needs.delete(table)) setShares(table, sharesOf(table));
        if (wide) layOut(table);
    }
}

let waiting: Set<HTMLTableElement> | undefined;

/** While somebody types there is no hurry: a column is rarely too narrow because of one more digit. */
export function fitColumnsSoon(changed: Iterable<HTMLTableElement>): void {
    if (waiting) {
        for (const table of changed) waiting.add(table);
        return;
    }
    waiting = new Set(changed);
    setTimeout(() => {
        const tables = waiting ?? [];
        waiting = undefined;
        fitColumns([...tables].filter((table) => table.isConnected));
    }, SOON_MS);
}

export function listenToWidth(): void {
    new ResizeObserver(() => needs.forEach((_, table) => layOut(table))).observe(sheets);
}

/** The columns with amounts get what they need; the others share the rest as the form has it. */
function layOut(table: HTMLTableElement): void {
    const needed = needs.get(table)!;
    const width = table.clientWidth / parseFloat(getComputedStyle(table).fontSize);
    if (!(width > 0)) return;
    const shares = sharesOf(table);
    const least = shares.map((share, column) => Math.max(share, (needed[column] ?? 0) / width));
    const isTight = shares.map((share, column) => least[column]! > share);
    const taken = least.reduce((sum, share, column) => sum + (isTight[column] ? share : 0), 0);
    const given = shares.reduce((sum, share, column) => sum + (isTight[column] ? 0 : share), 0);
    setShares(table, least.map((share, column) => (isTight[column] || given === 0 ? share : (share * Math.max(0.2, 1 - taken)) / given)));
}

/** As the form has them, of one. */
function sharesOf(table: HTMLTableElement): number[] {
    return [...table.querySelectorAll('col')].map((column) => parseFloat(column.getAttribute('width') ?? '0') / 100);
}

function setShares(table: HTMLTableElement, shares: readonly number[]): void {
    table.querySelectorAll('col').forEach((column, index) => (column.style.width = `${(shares[index]! * 100).toFixed(2)}%`));
}

function neededWidths(table: HTMLTableElement): number[] {
    const walk = new GridWalk(table);
    const needed: number[] = [];
    for (const cell of table.querySelectorAll<HTMLTableCellElement>('td.money')) {
        const length = cell.textContent?.length ?? 0;
        if (length === 0 || cell.colSpan > 1) continue;
        const { column } = walk.placeOf(cell);
        needed[column] = Math.max(needed[column] ?? 0, length * DIGIT_EM + AROUND_EM);
    }
    return needed;
}
