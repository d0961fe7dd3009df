import { rangeOf, type Origin, type Position, type Range } from '../domain/origin.js';
import type { CellAddress } from '../protocol.js';
import type { Workspace } from '../workspace/workspace.js';
import type { CellPlace } from './cell-places.js';
import { marksInRow, problemsAt, type PrintedFile } from './printed-file.js';

/** Where a cell comes from, or one of the problems that it shows. */
export function sourceOf(printed: PrintedFile, { table, row, cell, part }: CellAddress, problem: number | undefined): Range | null {
    const cells = printed.tables[table]?.rows[row];
    const whole = cells?.[cell];
    const shown = part === undefined ? whole : whole?.parts?.[part];
    if (!cells || !shown) return null;
    const origin = (problem === undefined ? undefined : problemsAt(shown, marksInRow(cells, printed))?.[problem]?.origin) ?? shown.origin;
    return origin ? rangeOf(origin) : null;
}

/**
 * The cell that shows a place: for a stretch of text the first cell whose text lies in it; for a caret the cell around
 * it, else what stands behind it on its line.
 */
export function cellAt({ places }: PrintedFile, workspace: Workspace, uri: string, { start, end }: Range): CellAddress | null {
    const document = workspace.document(uri);
    if (!document) return null;
    let found: CellPlace | undefined;
    for (const origin of stretchOf(document, start, end)) {
        found = places.firstWithin(origin);
        if (found) return found.address;
    }
    const caret = document.blockAt(start);
    if (!caret) return null;
    found = places.showing({ source: caret.block, start: caret.offset, end: caret.offset })[0];
    return found?.address ?? null;
}

type Document = NonNullable<ReturnType<Workspace['document']>>;

/** A stretch of a file as stretches of the declarations in it, in the order of the text. */
function* stretchOf(document: Document, start: Position, end: Position): Generator<Origin> {
    for (const block of document.blocks) {
        const all = rangeOf({ source: block, start: 0, end: block.text.length });
        if (isBefore(all.end, start)) continue;
        if (isBefore(end, all.start)) return;
        const from = isBefore(start, all.start) ? 0 : offsetIn(document, block, start, 0);
        const upTo = isBefore(all.end, end) ? block.text.length : offsetIn(document, block, end, block.text.length);
        if (from < upTo) yield { source: block, start: from, end: upTo };
    }
}

/** A place inside a project that a department holds is not in the department's own text. */
function offsetIn(document: Document, block: Document['blocks'][number], position: Position, otherwise: number): number {
    const at = document.blockAt(position);
    return at?.block === block ? at.offset : otherwise;
}

function isBefore(one: Position, other: Position): boolean {
    return one.line < other.line || (one.line === other.line && one.character < other.character);
}
