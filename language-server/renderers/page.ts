import { printedWidth } from '../domain/display-width.js';
import type { Cell, Table } from '../domain/table.js';
import { placeCells } from './grid.js';
import { printable } from './printable.js';
import { WIDEST_CHARACTER, wrap } from './wrap.js';

/** A4 landscape, in millimetres. */
export const PAGE = { width: 297, height: 210, top: 15, bottom: 15, left: 12, right: 12 } as const;
export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const CONTENT_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom;

export const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** 五号 and 小五, the sizes in which forms are printed. */
export const NORMAL_SIZE = 10.5;
export const DENSE_SIZE = 9;

/** 小二, for the title. */
export const TITLE_SIZE = 18;

/** Many columns, much text: printed smaller. */
export function isDense({ widths }: Table): boolean {
    return widths.length > 6;
}

/** In points. */
export function fontSize(table: Table): number {
    return isDense(table) ? DENSE_SIZE : NORMAL_SIZE;
}

/** The form's proportions as widths that add up to `total`. */
export function columnWidths({ widths }: Table, total: number): number[] {
    const sum = widths.reduce((all, width) => all + width, 0);
    return widths.map((width) => (width / sum) * total);
}

export interface LineMetrics {
    /** Points from one line to the next. */
    readonly lineHeight: number;
    /** Points beside the text on both sides together, and above and below it together. */
    readonly paddingX: number;
    readonly paddingY: number;
}

/** Programs break lines a little differently: lines are taken to be a little shorter than they are. */
const USABLE_WIDTH = 0.98;

function countLines({ text }: Cell, width: number): number {
    if (text.length * WIDEST_CHARACTER <= width && !/[\r\n]/.test(text)) return 1;
    return wrap(printable(text), width, printedWidth).length;
}

/** How many points high each row must be for its wrapped text, merged cells included; `widths` in points. */
export function estimateRowHeights(table: Table, widths: readonly number[], { lineHeight, paddingX, paddingY }: LineMetrics): number[] {
    const halfWidth = fontSize(table) / 2;
    const heights = table.rows.map(() => lineHeight + paddingY);
    const merged: { row: number; rowspan: number; needed: number }[] = [];
    for (const { cell, row, column } of placeCells(table).flat()) {
        let width = -paddingX;
        for (let beside = column; beside < column + cell.colspan; beside++) width += widths[beside]!;
        const needed = countLines(cell, Math.max(2, (width * USABLE_WIDTH) / halfWidth)) * lineHeight + paddingY;
        if (cell.rowspan === 1) heights[row] = Math.max(heights[row]!, needed);
        else merged.push({ row, rowspan: cell.rowspan, needed });
    }
    for (const { row, rowspan, needed } of merged) {
        const room = heights.slice(row, row + rowspan).reduce((sum, height) => sum + height, 0);
        const last = Math.min(row + rowspan, heights.length) - 1;
        if (needed > room) heights[last] = heights[last]! + needed - room;
    }
    return heights;
}
