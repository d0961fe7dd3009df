import type { Origin, Source } from '../domain/origin.js';
import type { Cell, CellPart, Table } from '../domain/table.js';
import { bySource } from './by-source.js';

export type Row = readonly Cell[];

/** A cell of a row, or a line of one, with the place in the text that it shows. */
export interface RowPlace {
    readonly cell: number;
    readonly part?: number;
    readonly shown: Cell | CellPart;
    readonly origin: Origin;
}

/** Rows are made once and never change. */
const known = new WeakMap<Row, ReadonlyMap<Source, readonly RowPlace[]>>();

/** What a row shows, by the declaration that it comes from. */
export function placesInRow(row: Row): ReadonlyMap<Source, readonly RowPlace[]> {
    let places = known.get(row);
    if (!places) known.set(row, (places = bySource(placesOf(row))));
    return places;
}

function* placesOf(row: Row): Generator<RowPlace> {
    for (const [cell, shown] of row.entries()) {
        const { origin, parts } = shown;
        if (origin) yield { cell, shown, origin };
        // A single line is not written as a line of its own.
        if (!parts || parts.length < 2) continue;
        for (const [part, line] of parts.entries()) {
            if (line.origin) yield { cell, part, shown: line, origin: line.origin };
        }
    }
}

/** The rows of a table, by the declarations that they show. */
export interface RowInTable {
    readonly row: number;
    readonly cells: Row;
}

const knownTables = new WeakMap<Table, ReadonlyMap<Source, readonly RowInTable[]>>();

/** Tables that print as before are the very same: what a key does not touch is not looked through again. */
export function rowsInTable(table: Table): ReadonlyMap<Source, readonly RowInTable[]> {
    let rows = knownTables.get(table);
    if (!rows) knownTables.set(table, (rows = rowsBySource(table)));
    return rows;
}

function rowsBySource(table: Table): Map<Source, RowInTable[]> {
    const rows = new Map<Source, RowInTable[]>();
    for (const [row, cells] of table.rows.entries()) {
        for (const source of placesInRow(cells).keys()) {
            const list = rows.get(source);
            if (list) list.push({ row, cells });
            else rows.set(source, [{ row, cells }]);
        }
    }
    return rows;
}
