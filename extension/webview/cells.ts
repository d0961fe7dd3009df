import type { CellAddress } from '../../language-server/protocol.js';
import { sheets } from './elements.js';

/** Cells as elements and as addresses. */
export type CellElement = HTMLTableCellElement;

export function tables(): HTMLTableElement[] {
    return [...sheets.querySelectorAll('table')];
}

/** The element of a cell, or of one line in it. */
export function elementAt({ table, row, cell, part }: CellAddress): HTMLElement | undefined {
    const found = sheets.querySelectorAll('table')[table]?.rows[row]?.cells[cell];
    return part === undefined ? found : ((found?.children[part] as HTMLElement | undefined) ?? found);
}

/** The address of the cell, and of the line in it, that an element belongs to. */
export function addressOf(element: Element): CellAddress | undefined {
    const cell = cellAround(element);
    const row = cell?.parentElement as HTMLTableRowElement | null | undefined;
    const table = row?.closest('table');
    if (!cell || !row || !table) return undefined;
    const line = element === cell ? null : element.closest('td > div, th > div');
    const part = line ? [...cell.children].indexOf(line) : undefined;
    return { table: tables().indexOf(table), row: row.rowIndex, cell: cell.cellIndex, part };
}

export function isSameCell(one: CellAddress, other: CellAddress | undefined): boolean {
    return one.table === other?.table && one.row === other.row && one.cell === other.cell && one.part === other.part;
}

export function cellAround(element: Element | null): CellElement | undefined {
    const cell = element?.closest('td, th');
    return cell && sheets.contains(cell) ? (cell as CellElement) : undefined;
}
