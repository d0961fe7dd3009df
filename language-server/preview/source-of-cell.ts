import { rangeOf, type Position, type Range, type Source } from '../domain/origin.js';
import type { CellAddress } from '../protocol.js';
import type { Workspace } from '../workspace/workspace.js';
import type { CellPlace, CellPlaces } from './cell-places.js';
import { marksOfSources, problemsAt, type PrintedFile } from './printed-file.js';
import { placesInRow } from './row-places.js';

/** Where a cell comes from, or one of the problems that it shows. */
export function sourceOf(printed: PrintedFile, { table, row, cell, part }: CellAddress, problem: number | undefined): Range | null {
    const cells = printed.tables[table]?.rows[row];
    const whole = cells?.[cell];
    const shown = part === undefined ? whole : whole?.parts?.[part];
    if (!cells || !shown) return null;
    const origin = (problem === undefined ? undefined : problemsAt(shown, marksOfSources(placesInRow(cells).keys(), printed))?.[problem]?.origin) ?? shown.origin;
    return origin ? rangeOf(origin) : null;
}

/**
 * The cell that shows a place: for a stretch of text the first cell whose text lies in it; for a caret the cell around
 * it, else what stands behind it on its line.
 */
export function cellAt({ places }: PrintedFile, workspace: Workspace, uri: string, range: Range): CellAddress | null {
    const document = workspace.document(uri);
    if (!document) return null;
    const found = firstIn(range, document.blocks, places);
    if (found) return found.address;
    const caret = document.blockAt(range.start);
    return caret ? places.showing({ source: caret.block, start: caret.offset, end: caret.offset })[0]?.address ?? null : null;
}

/** Projects can stand in the midst of their department, so that the first declaration need not have the first cell. */
function firstIn({ start, end }: Range, sources: readonly Source[], places: CellPlaces): CellPlace | undefined {
    let first: { place: CellPlace; at: Position } | undefined;
    for (const source of sources) {
        const whole = rangeOf({ source, start: 0, end: source.text.length });
        if (!isBefore(start, whole.end)) continue;
        if (!isBefore(whole.start, end)) break;
        const place = places.first(source, (origin) => {
            const shown = rangeOf(origin);
            return !isBefore(shown.start, start) && !isBefore(end, shown.end);
        });
        const at = place && rangeOf(place.origin).start;
        if (at && (!first || isBefore(at, first.at))) first = { place, at };
    }
    return first?.place;
}

function isBefore(one: Position, other: Position): boolean {
    return one.line < other.line || (one.line === other.line && one.character < other.character);
}
