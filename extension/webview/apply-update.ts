import morphdom from 'morphdom';
import type { TablePatch, WholeTable } from '../../language-server/protocol.js';
import type { ShowMessage } from '../preview/messages.js';
import { sheets } from './elements.js';

/** Classes and attributes that the page itself gives to cells; an update must not take them away. */
const HERE = 'here';

/** Makes the tables of an update, touching only what differs: place, selection and focus stay. */
export function applyUpdate({ base, exchange, patches }: ShowMessage): void {
    if (base === undefined) {
        sheets.replaceChildren(...exchange.tables.map(sheetOf));
        return;
    }
    const before = [...sheets.children];
    for (const sheet of before.slice(exchange.first, exchange.first + exchange.deleted)) sheet.remove();
    const behind = before[exchange.first + exchange.deleted] ?? null;
    for (const table of exchange.tables) sheets.insertBefore(sheetOf(table), behind);
    for (const patch of patches) patchTable(patch);
}

function sheetOf({ frame, rows }: WholeTable): HTMLElement {
    const sheet = document.createElement('section');
    sheet.className = 'sheet';
    sheet.append(parse(frame));
    sheet.querySelector('tbody')!.append(parse(rows.join('')));
    return sheet;
}

function patchTable({ table: index, frame, first, deleted, rows }: TablePatch): void {
    const table = sheets.children[index]?.querySelector('table');
    const body = table?.tBodies[0];
    if (!table || !body) return;
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
