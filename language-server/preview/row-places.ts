import type { Origin, Source } from '../domain/origin.js';
import type { Cell, CellPart } from '../domain/table.js';
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
