import type { CellAddress } from '../../language-server/protocol.js';
import { addressOf, elementAt, isSameCell } from './cells.js';
import { sheets } from './elements.js';
import { tell } from './host.js';
import { keep, placeToKeep, state } from './state.js';

const TELL_EVERY_MS = 50;

/** At the top when the page was last scrolled by other than the user, or when the extension was last told: no news to it. */
let known: CellAddress | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Tells the extension which cell has come to the top, unless it was the extension that scrolled. */
export function listenToScrolling(): void {
    window.addEventListener('scroll', () => {
        timer ??= setTimeout(() => {
            timer = undefined;
            keep({ scroll: { ...state.scroll, [placeToKeep()]: window.scrollY } });
            const cell = topmostCell();
            if (!cell || isSameCell(cell, known)) return;
            known = cell;
            tell({ type: 'scrolled', cell });
        }, TELL_EVERY_MS);
    }, { passive: true });
}

/** Brings a cell to the top; the very first one with the heading above it. */
export function scrollToCell(cell: CellAddress): void {
    const element = elementAt(cell);
    if (!element) return;
    const first = cell.table === 0 && (element.closest('tr') as HTMLTableRowElement).rowIndex <= (element.closest('table')!.tHead?.rows.length ?? 0);
    if (first && !cell.part) window.scrollTo({ top: 0 });
    else element.scrollIntoView({ block: 'start' });
    known = topmostCell();
}

export function scrollToKept(): void {
    window.scrollTo({ top: state.scroll[placeToKeep()] ?? 0 });
    known = topmostCell();
}

/** The first cell, or line of one, that begins below the toolbar. */
function topmostCell(): CellAddress | undefined {
    const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const reachesBelow = (element: Element) => element.getBoundingClientRect().bottom > top;
    // The sheet first: a table that is asked where it is must be laid out, however far out of sight.
    const sheet = [...sheets.children].find((candidate) => reachesBelow(candidate) && reachesBelow(candidate.querySelector('table')!));
    const row = sheet && firstBelow([...sheet.querySelector('table')!.rows], top);
    if (!row) return undefined;
    const lines = [...row.querySelectorAll('div')];
    const shown = row.getBoundingClientRect().top < top ? lines.find((line) => line.getBoundingClientRect().top >= top - 1) : undefined;
    return addressOf(shown ?? row.cells[0]!);
}

/** Rows stand one below the other, so that half of them can be left out each time. */
function firstBelow(rows: readonly HTMLTableRowElement[], top: number): HTMLTableRowElement | undefined {
    let low = 0;
    let high = rows.length - 1;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (rows[middle]!.getBoundingClientRect().bottom > top + 1) high = middle;
        else low = middle + 1;
    }
    return rows[low];
}
