/**
 * What a preview's page and the extension say to each other. Each side checks what it receives: a message that is not
 * exactly as described here is not heard.
 */
import type { CellAddress, Form, ProblemCount, TableExchange, TablePatch } from '../../language-server/protocol.js';

export type ToPage =
    | ShowMessage
    /** The cell that the cursor is in. */
    | { readonly type: 'mark'; readonly cell: CellAddress | null }
    | { readonly type: 'scrollTo'; readonly cell: CellAddress };

export interface ShowMessage {
    readonly type: 'show';
    readonly uri: string;
    readonly revision: number;
    readonly base?: number;
    readonly exchange: TableExchange;
    readonly patches: readonly TablePatch[];
    readonly form?: Form;
    readonly tabs: readonly { readonly form: Form; readonly name: string; readonly title: string }[];
    readonly locked: boolean;
    readonly problems: ProblemCount;
    /** The number of problems in words. */
    readonly summary: string;
    /** What keeps something out of the tables; empty where nothing does. */
    readonly banner: string;
    /** Said in place of tables where there are none. */
    readonly nothing: string;
}

export type FromPage =
    /** The page was loaded, or has lost its thread: it shows nothing yet. */
    | { readonly type: 'ready' }
    | { readonly type: 'choose'; readonly form: Form }
    /** Select a cell's source, or that of a problem in it. */
    | { readonly type: 'goTo'; readonly cell: CellAddress; readonly problem?: number }
    | { readonly type: 'fix'; readonly cell: CellAddress; readonly problem: number }
    | { readonly type: 'scrolled'; readonly cell: CellAddress }
    | { readonly type: 'export' | 'print' | 'lock' | 'leave' | 'goToBroken' };

/** What a page keeps for the time after a reload. */
export interface KeptState {
    readonly uri: string;
    readonly form?: Form;
    readonly locked: boolean;
}

const FORMS: Readonly<Record<Form, true>> = { department: true, projects: true, project: true, core: true };

export function readFromPage(message: unknown): FromPage | undefined {
    if (!isRecord(message)) return undefined;
    const { type, form, cell, problem } = message;
    switch (type) {
        case 'ready':
        case 'export':
        case 'print':
        case 'lock':
        case 'leave':
        case 'goToBroken':
            return { type };
        case 'choose':
            return isForm(form) ? { type, form } : undefined;
        case 'goTo':
            return isCell(cell) && (problem === undefined || isIndex(problem)) ? { type, cell: onlyCell(cell), problem } : undefined;
        case 'fix':
            return isCell(cell) && isIndex(problem) ? { type, cell: onlyCell(cell), problem } : undefined;
        case 'scrolled':
            return isCell(cell) ? { type, cell: onlyCell(cell) } : undefined;
        default:
            return undefined;
    }
}

export function readToPage(message: unknown): ToPage | undefined {
    if (!isRecord(message)) return undefined;
    switch (message['type']) {
        case 'mark':
            return message['cell'] === null || isCell(message['cell']) ? (message as ToPage) : undefined;
        case 'scrollTo':
            return isCell(message['cell']) ? (message as ToPage) : undefined;
        case 'show':
            return isShow(message) ? message : undefined;
        default:
            return undefined;
    }
}

/** Of nothing else is there a preview to bring back. */
const FILE_OF_OURS = /^untitled:|^[a-z][\w+.-]*:[^?#]*\.ptarget(?=[?#]|$)/i;

export function readKeptState(state: unknown): KeptState | undefined {
    if (!isRecord(state)) return undefined;
    const { uri, form, locked } = state;
    if (typeof uri !== 'string' || !FILE_OF_OURS.test(uri)) return undefined;
    return { uri, form: isForm(form) ? form : undefined, locked: locked === true };
}

function isShow(message: Record<string, unknown>): message is Record<string, unknown> & ShowMessage {
    const { uri, revision, base, exchange, patches, form, tabs, locked, problems, summary, banner, nothing } = message;
    return [uri, summary, banner, nothing].every((text) => typeof text === 'string')
        && isIndex(revision) && (base === undefined || isIndex(base)) && (form === undefined || isForm(form)) && typeof locked === 'boolean'
        && isListOf(tabs, (tab) => isForm(tab['form']) && typeof tab['name'] === 'string' && typeof tab['title'] === 'string')
        && isRecord(problems) && [problems['errors'], problems['warnings'], problems['others']].every(isIndex)
        && isRecord(exchange) && isIndex(exchange['first']) && isIndex(exchange['deleted'])
        && isListOf(exchange['tables'], (table) => typeof table['frame'] === 'string' && isTexts(table['rows']))
        && isListOf(patches, (patch) => isIndex(patch['table']) && isIndex(patch['first']) && isIndex(patch['deleted'])
            && (patch['frame'] === undefined || typeof patch['frame'] === 'string') && isTexts(patch['rows']));
}

export function isForm(form: unknown): form is Form {
    return typeof form === 'string' && Object.hasOwn(FORMS, form);
}

function isCell(cell: unknown): cell is CellAddress {
    return isRecord(cell) && isIndex(cell['table']) && isIndex(cell['row']) && isIndex(cell['cell']) && (cell['part'] === undefined || isIndex(cell['part']));
}

function onlyCell({ table, row, cell, part }: CellAddress): CellAddress {
    return { table, row, cell, part };
}

function isIndex(value: unknown): value is number {
    return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isTexts(value: unknown): boolean {
    return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function isListOf(value: unknown, isItem: (item: Record<string, unknown>) => boolean): boolean {
    return Array.isArray(value) && value.every((item) => isRecord(item) && isItem(item));
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null;
}
