import type { CellAddress, Severity } from '../../language-server/protocol.js';
import { addressOf, cellAround, type CellElement } from './cells.js';
import { problemList, sheets, words } from './elements.js';
import { tell } from './host.js';
import { focusCell } from './keyboard.js';

interface Problem {
    /** Of the cell, or of the line in it, that shows the problem. */
    readonly address: CellAddress;
    readonly index: number;
    readonly severity: Severity;
    readonly message: string;
    readonly fixable: boolean;
}

const SEVERITIES: readonly string[] = ['error', 'warning', 'information', 'hint'] satisfies Severity[];
const HOVER_MS = 200;

let shownFor: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** What is wrong in an element and in what it contains. */
export function problemsOf(element: HTMLElement): Problem[] {
    const marked = [...(element.dataset['problems'] ? [element] : []), ...element.querySelectorAll<HTMLElement>('[data-problems]')];
    return marked.flatMap((place) => {
        const address = addressOf(place);
        return address ? readProblems(place.dataset['problems']!).map((problem, index) => ({ ...problem, address, index })) : [];
    });
}

export function listenToProblems(): void {
    sheets.addEventListener('pointerover', ({ target }) => later(markedAround(target as Element)));
    sheets.addEventListener('pointerleave', () => later(undefined));
    problemList.addEventListener('pointerenter', () => clearTimeout(timer));
    problemList.addEventListener('pointerleave', () => later(undefined));
    sheets.addEventListener('focusin', ({ target }) => {
        const cell = cellAround(target as Element);
        // A click has its own say; keys show what is wrong at once.
        if (cell?.matches(':focus-visible')) showProblems(problemsOf(cell).length > 0 ? cell : undefined);
    });
    window.addEventListener('scroll', () => !problemList.contains(document.activeElement) && showProblems(undefined), { passive: true });
}

/** @returns whether there was anything to hide */
export function hideProblems(): boolean {
    const shown = shownFor;
    showProblems(undefined);
    if (shown && problemList.contains(document.activeElement)) cellAround(shown)?.focus();
    return shown !== undefined;
}

/** After an update the list shows what its cell has now. */
export function refreshProblems(): void {
    if (shownFor) showProblems(shownFor.isConnected && problemsOf(shownFor).length > 0 ? shownFor : undefined);
}

/** Goes to the next cell with a problem, beginning anew behind the last. */
export function nextProblem(step: 1 | -1): void {
    const marked = [...new Set([...sheets.querySelectorAll('[data-problems]')].map(cellAround))].filter((cell): cell is CellElement => cell !== undefined);
    if (marked.length === 0) return;
    const current = cellAround(document.activeElement);
    const at = current ? marked.indexOf(current) : -1;
    const next = at >= 0 ? marked.at((at + step) % marked.length) : current ? nearest(marked, current, step) : marked.at(step > 0 ? 0 : -1);
    if (!next) return;
    focusCell(next);
    next.scrollIntoView({ block: 'center' });
    showProblems(next);
}

function nearest(marked: readonly CellElement[], current: CellElement, step: 1 | -1): CellElement | undefined {
    const wanted = step > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
    const beyond = marked.filter((cell) => current.compareDocumentPosition(cell) & wanted);
    return step > 0 ? (beyond[0] ?? marked[0]) : (beyond.at(-1) ?? marked.at(-1));
}

function later(element: HTMLElement | undefined): void {
    clearTimeout(timer);
    if (element === shownFor || problemList.contains(document.activeElement)) return;
    timer = setTimeout(() => showProblems(element), HOVER_MS);
}

function markedAround(target: Element): HTMLElement | undefined {
    const marked = target.closest<HTMLElement>('[data-problems]');
    return marked && sheets.contains(marked) ? marked : undefined;
}

function showProblems(element: HTMLElement | undefined): void {
    clearTimeout(timer);
    shownFor = element;
    problemList.hidden = element === undefined;
    if (!element) return;
    problemList.replaceChildren(...problemsOf(element).map(entryOf));
    placeAt(element);
}

function entryOf({ address, index, severity, message, fixable }: Problem): HTMLElement {
    const entry = document.createElement('div');
    entry.className = `problem ${severity}`;
    const text = document.createElement('p');
    text.textContent = message;
    const actions = document.createElement('div');
    actions.className = 'actions';
    if (fixable) actions.append(action(words.fix, () => tell({ type: 'fix', cell: address, problem: index })));
    actions.append(action(words.goTo, () => tell({ type: 'goTo', cell: address, problem: index })));
    entry.append(text, actions);
    return entry;
}

function action(caption: string, act: () => void): HTMLButtonElement {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = caption;
    made.addEventListener('click', () => {
        showProblems(undefined);
        act();
    });
    return made;
}

/** Below the element, or above it where there is more room. */
function placeAt(element: HTMLElement): void {
    const { left, top, bottom } = element.getBoundingClientRect();
    const { width, height } = problemList.getBoundingClientRect();
    const below = bottom + height + 8 <= window.innerHeight || top < height + 8;
    problemList.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`;
    problemList.style.top = `${below ? Math.min(bottom + 2, window.innerHeight - height - 8) : top - height - 2}px`;
}

function readProblems(json: string): Pick<Problem, 'severity' | 'message' | 'fixable'>[] {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? list.filter((item) => typeof item?.message === 'string' && SEVERITIES.includes(item.severity)) : [];
}
