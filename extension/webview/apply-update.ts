import morphdom from 'morphdom';
import type { TablePatch, WholeTable } from '../../language-server/protocol.js';
import type { ShowMessage } from '../preview/messages.js';
import { sheets } from './elements.js';

/** Classes and attributes that the page itself gives to cells; an update must not take them away. */
const HERE = 'here';

/** So many sheets are laid out only where they are seen. */
const MANY = 60;

/**
 * Makes the tables of an update, touching only what differs: place, selection and focus stay.
 * @returns the tables that were made or changed
 */
export function applyUpdate({ base, exchange, patches }: ShowMessage): HTMLTableElement[] {
    const made = exchange.tables.map(sheetOf);
    const before = [...sheets.children];
    const first = base === undefined ? 0 : exchange.first;
    const deleted = base === undefined ? before.length : exchange.deleted;
    const behind = before[first + deleted] ?? null;
    for (const sheet of before.slice(first, first + deleted)) sheet.remove();
    for (const sheet of made) sheets.insertBefore(sheet, behind);
    sheets.classList.toggle('many', sheets.childElementCount > MANY);
    const patched = patches.flatMap((patch) => patchTable(patch) ?? []);
    return [...made.map((sheet) => sheet.querySelector('table')!), ...patched];
}

function sheetOf({ frame, rows }: WholeTable): HTMLElement {
    const sheet = document.createElement('section');
    sheet.className = 'sheet';
    sheet.append(parse(frame));
    sheet.querySelector('tbody')!.append(parse(rows.join('')));
    return sheet;
}

function patchTable({ table: index, frame, first, deleted, rows }: TablePatch): HTMLTableElement | undefined {
    const table = sheets.children[index]?.querySelector('table');
    const body = table?.tBodies[0];
    if (!table || !body) return undefined;
    if (frame !== undefined) exchangeFrame(table, frame);
    const old = [...body.rows].slice(first, first + deleted);
    const fresh = [...parse(rows.join('')).children];
    const behind = body.rows[first + deleted] ?? null;
    fresh.forEach((row, at) => {
        const known = old[at];
        if (known) morphdom(known, row, { onBeforeElUpdated: keepOwn });
        else body.insertBefore(row, behind);
    });
    for (const gone of old.slice(fresh.length)) gone.remove();
    return table;
}

/** Everything of a table but its body. */
function exchangeFrame(table: HTMLTableElement, frame: string): void {
    const fresh = parse(frame).querySelector('table')!;
    fresh.tBodies[0]!.replaceWith(table.tBodies[0]!);
    table.replaceChildren(...fresh.children);
}

function keepOwn(from: HTMLElement, to: HTMLElement): boolean {
    if (from.isEqualNode(to)) return false;
    if (from.hasAttribute('tabindex')) to.setAttribute('tabindex', from.getAttribute('tabindex')!);
    if (from.classList.contains(HERE)) to.classList.add(HERE);
    return true;
}

/** In a template nothing is fetched or run. */
function parse(html: string): DocumentFragment {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content;
}
