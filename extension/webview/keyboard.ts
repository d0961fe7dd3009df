import { addressOf, cellAround, tables, type CellElement } from './cells.js';
import { sheets } from './elements.js';
import { GridWalk, type Direction, type Place } from './grid-walk.js';
import { tell } from './host.js';
import { hideProblems, nextProblem, problemsOf } from './problems.js';

const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/** Where the arrow keys have led: up and down keep the column across merged cells. */
let walked: { table: HTMLTableElement; walk: GridWalk; cell: CellElement; place: Place } | undefined;

/** Exactly one cell can be reached by Tab: the one that had the focus last, at first the first. */
export function refreshKeyboard(): void {
    walked = undefined;
    const reachable = [...sheets.querySelectorAll<HTMLElement>('[tabindex="0"]')];
    const [first, ...others] = reachable;
    for (const cell of others) cell.removeAttribute('tabindex');
    if (!first) sheets.querySelector('td, th')?.setAttribute('tabindex', '0');
}

export function focusCell(cell: CellElement): void {
    for (const other of sheets.querySelectorAll('[tabindex]')) other.removeAttribute('tabindex');
    cell.tabIndex = 0;
    cell.focus();
}

export function listenToKeys(): void {
    document.addEventListener('keydown', (event) => {
        if (event.altKey || event.isComposing) return;
        if (!isHandled(event)) return;
        event.preventDefault();
        // VS Code listens behind us and would make commands of its own of these keys.
        event.stopPropagation();
    });
}

function isHandled(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey) return false;
    if (event.key === 'F8') {
        nextProblem(event.shiftKey ? -1 : 1);
        return true;
    }
    if (event.key === 'Escape') {
        if (!hideProblems()) tell({ type: 'leave' });
        return true;
    }
    const cell = cellAround(event.target as Element);
    return cell !== undefined && !event.shiftKey && isHandledIn(cell, event);
}

function isHandledIn(cell: CellElement, event: KeyboardEvent): boolean {
    const direction = DIRECTIONS[event.key];
    if (direction) {
        step(cell, direction);
    } else if (event.key === 'Enter') {
        goTo(cell);
    } else if (event.key === 'Home' || event.key === 'End') {
        const { walk, place } = placeOf(cell);
        const end = event.key === 'Home' ? walk.firstOf(place.row) : walk.lastOf(place.row);
        if (end) focusCell(end);
    } else {
        return false;
    }
    return true;
}

/** A marked cell leads to what is wrong in it. */
function goTo(cell: CellElement): void {
    const [problem] = problemsOf(cell);
    const address = problem?.address ?? addressOf(cell);
    if (address) tell({ type: 'goTo', cell: address, problem: problem?.index });
}

function step(cell: CellElement, direction: Direction): void {
    const { table, walk, place } = placeOf(cell);
    const reached = walk.next(place, direction);
    if (reached) {
        focusCell(reached.cell);
        walked = { table, walk, ...reached };
        return;
    }
    if (direction === 'left' || direction === 'right') return;
    const all = tables();
    const neighbour = all[all.indexOf(table) + (direction === 'down' ? 1 : -1)];
    if (!neighbour) return;
    const next = new GridWalk(neighbour);
    const first = next.firstOf(direction === 'down' ? 0 : next.height - 1);
    if (first) focusCell(first);
}

function placeOf(cell: CellElement): { table: HTMLTableElement; walk: GridWalk; place: Place } {
    if (walked?.cell === cell) return walked;
    const table = cell.closest('table')!;
    const walk = walked?.table === table ? walked.walk : new GridWalk(table);
    return { table, walk, place: walk.placeOf(cell) };
}
