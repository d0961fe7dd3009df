import type { TableExchange, TablePatch, WholeTable } from '../protocol.js';

/** What makes the new tables of those that a panel shows: only the stretch between the first and the last difference. */
export function differenceOf(before: readonly WholeTable[], after: readonly WholeTable[]): { exchange: TableExchange; patches: TablePatch[] } {
    const { first, deleted, added } = changedStretch(before, after, isSameTable);
    const nothing: TableExchange = { first, deleted: 0, tables: [] };
    // As many tables as before: each is the one that it was, with other rows.
    if (deleted === added.length) {
        return { exchange: nothing, patches: added.flatMap((table, index) => patchOf(first + index, before[first + index]!, table)) };
    }
    return { exchange: { first, deleted, tables: added }, patches: [] };
}

function patchOf(table: number, before: WholeTable, after: WholeTable): TablePatch[] {
    if (isSameTable(before, after)) return [];
    const { first, deleted, added } = changedStretch(before.rows, after.rows, (one, other) => one === other);
    return [{ table, frame: before.frame === after.frame ? undefined : after.frame, first, deleted, rows: added }];
}

function isSameTable(one: WholeTable, other: WholeTable): boolean {
    return one === other
        || (one.frame === other.frame && one.rows.length === other.rows.length && one.rows.every((row, index) => row === other.rows[index]));
}

/** The stretch of two lists between what they have in common at their beginning and at their end. */
function changedStretch<T>(before: readonly T[], after: readonly T[], isSame: (one: T, other: T) => boolean): { first: number; deleted: number; added: T[] } {
    const shorter = Math.min(before.length, after.length);
    let first = 0;
    while (first < shorter && isSame(before[first]!, after[first]!)) first++;
    let common = 0;
    while (common < shorter - first && isSame(before[before.length - 1 - common]!, after[after.length - 1 - common]!)) common++;
    return { first, deleted: before.length - common - first, added: after.slice(first, after.length - common) };
}
