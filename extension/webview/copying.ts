import { tables } from './cells.js';
import { sheets } from './elements.js';
import { GridWalk } from './grid-walk.js';

/** What is copied is a table for Word and Excel, and lines with tabs for everything else. */
export function listenToCopying(): void {
    document.addEventListener('copy', (event) => {
        const chosen = chosenTables();
        if (chosen.length === 0 || !event.clipboardData) return;
        event.clipboardData.setData('text/html', chosen.map(({ table, rows }) => asHtml(table, rows)).join('<br>'));
        event.clipboardData.setData('text/plain', chosen.map(({ table, rows }) => asLines(table, rows)).join('\n'));
        event.preventDefault();
    });
}

interface Chosen {
    readonly table: HTMLTableElement;
    readonly rows: readonly HTMLTableRowElement[];
}

/** The rows that a selection over several cells touches; without any selection everything. Inside one cell text is copied as usual. */
function chosenTables(): Chosen[] {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed) return tables().map((table) => ({ table, rows: [...table.rows] }));
    const range = selection.getRangeAt(0);
    if (!sheets.contains(range.commonAncestorContainer) || closestCell(range.commonAncestorContainer)) return [];
    return tables()
        .filter((table) => range.intersectsNode(table))
        .map((table) => ({ table, rows: [...table.rows].filter((row) => range.intersectsNode(row)) }));
}

function closestCell(node: Node): Element | null {
    return (node instanceof Element ? node : node.parentElement)?.closest('td, th, caption') ?? null;
}

/** With its own looks: other programs know nothing of our styles. */
function asHtml(table: HTMLTableElement, rows: readonly HTMLTableRowElement[]): string {
    const copy = document.createElement('table');
    const whole = rows.length === table.rows.length;
    if (whole && table.caption) {
        const caption = copy.createCaption();
        caption.append(...[...table.caption.children].map((line) => paragraph(line.textContent ?? '')));
    }
    for (const row of rows) copy.append(row.cloneNode(true));
    for (const cell of copy.querySelectorAll('td, th')) {
        const align = cell.classList.contains('money') ? 'right' : cell.classList.contains('text') ? 'left' : 'center';
        for (const name of cell.getAttributeNames()) if (!['rowspan', 'colspan', 'scope'].includes(name)) cell.removeAttribute(name);
        for (const line of cell.querySelectorAll('div')) for (const name of line.getAttributeNames()) line.removeAttribute(name);
        cell.setAttribute('align', align);
    }
    const looks = '<style>table{border-collapse:collapse;font-family:SimSun,宋体,serif;font-size:10.5pt}td,th{border:.5pt solid #000;padding:3pt 5pt;'
        + 'font-weight:normal;vertical-align:middle;white-space:pre-wrap}</style>';
    copy.setAttribute('border', '1');
    return `<html><head><meta charset="utf-8">${looks}</head><body>${copy.outerHTML}</body></html>`;
}

function paragraph(text: string): HTMLElement {
    const line = document.createElement('p');
    line.textContent = text;
    return line;
}

/** Merged cells stand once, at their upper left corner; breaks inside a cell would tear its line apart. */
function asLines(table: HTMLTableElement, rows: readonly HTMLTableRowElement[]): string {
    const walk = new GridWalk(table);
    return rows.map((row) => {
        const line: string[] = [];
        for (const cell of row.cells) line[walk.placeOf(cell).column] = [...cell.children].map(textOf).join(' ') || textOf(cell);
        return Array.from(line, (text) => text ?? '').join('\t');
    }).join('\n');
}

function textOf(element: Element): string {
    return (element.textContent ?? '').replace(/[\t\r\n]+/g, ' ').trim();
}
