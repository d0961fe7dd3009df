import type { Cell, Table } from '../domain/table.js';
import { captionParts, placeCells } from './grid.js';
import { printable } from './printable.js';

const BYTE_ORDER_MARK = '\uFEFF';

/** A spreadsheet takes text that begins so for a formula; the full-width signs count too where an input method is Chinese. */
const FORMULA = /^[=+\-@＝＋－＠\t]/;

/** Signed numbers and percentages are harmless and must stay numbers. */
const SIGNED_NUMBER = /^[+-][0-9][0-9,]*(\.[0-9]+)?%?$/;

/** Every row has all columns; what a merged cell covers is empty. UTF-8 with a mark, so that Excel reads Chinese right. */
export function renderCsv(tables: readonly Table[]): string {
    const lines = tables.flatMap((table, index) => [...(index > 0 ? [''] : []), ...linesOf(table)]);
    return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function linesOf(table: Table): string[] {
    const caption = table.caption ? [toLine(captionParts(table))] : [];
    return [toLine([table.title]), ...caption, ...placeCells(table).map((cells) => {
        const fields = table.widths.map(() => '');
        for (const { cell, column } of cells) fields[column] = fieldText(cell);
        return toLine(fields);
    })];
}

function fieldText({ text }: Cell): string {
    const plain = printable(text);
    return FORMULA.test(plain) && !SIGNED_NUMBER.test(plain) ? `'${plain}` : plain;
}

function toLine(fields: readonly string[]): string {
    return fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}
