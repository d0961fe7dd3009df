import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMS, type Table } from '../../language-server/domain/table.js';
import { CellPlaces } from '../../language-server/preview/cell-places.js';
import { htmlOfFile } from '../../language-server/preview/html-of-file.js';
import { renderCsv } from '../../language-server/renderers/csv.js';
import { captionParts, placeCells } from '../../language-server/renderers/grid.js';
import { renderJson } from '../../language-server/renderers/json.js';
import { renderMarkdown } from '../../language-server/renderers/md.js';
import { printable } from '../../language-server/renderers/printable.js';
import { renderText } from '../../language-server/renderers/txt.js';
import { tablesOf } from '../../language-server/tables/index.js';
import { patience, RUNS } from '../reliability/runs.js';
import { plans } from '../tables/generated-plans.js';
import { cellsOf, readCells, unescapeMarkup } from './grids.js';

// What html, xlsx and docx hold is compared with the table beside what else is asked of them; here the preview and the formats of text.

/** Each place of the grid: what merged cells cover is empty. */
function gridOf(table: Table): string[][] {
    return placeCells(table).map((cells) => {
        const row = table.widths.map(() => '');
        for (const { cell, column } of cells) row[column] = printable(cell.text);
        return row;
    });
}

function readCsv(csv: string): string[][] {
    const rows: string[][] = [[]];
    for (const [, quoted, plain, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/g)) {
        rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
        if (end === '\r\n') rows.push([]);
        if (end === '') break;
    }
    return rows;
}

/** A sign before what a spreadsheet would take for a formula; the same may be written. */
const withoutDisarming = (text: string) => text.replace(/^'(?=[=+\-@＝＋－＠\t])/, '');

function readMarkdown(line: string): string[] {
    return [...line.slice(1).matchAll(/ ((?:\\.|[^\\|])*) \|/g)].map(([, cell]) => unescapeMarkup(cell!.replace(/\\(.)/g, '$1').replaceAll('<br>', '\n')));
}

/** How often each character occurs, but for blanks and the line under a head. */
function tally(text: string): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const character of text.replace(/[\s─]/g, '')) counts[character] = (counts[character] ?? 0) + 1;
    return counts;
}

describe('any plan has the same cells', () => {
    const anyTables = fc.tuple(plans, fc.constantFrom(...FORMS)).map(([plan, form]) => ({ form, tables: tablesOf(form, plan) }));
    const holds = (check: (tables: readonly Table[]) => void) => fc.assert(fc.property(anyTables, ({ tables }) => check(tables)), { numRuns: 100 * RUNS });

    test('in the preview', () => {
        fc.assert(fc.property(anyTables, ({ form, tables }) => {
            const printed = { form, available: [form], tables, places: new CellPlaces(tables), problems: [], marks: new Map(), broken: false };
            const shown = htmlOfFile(printed, 'zh').map(({ frame, rows }) => readCells(frame + rows.join('')));
            expect(shown).toEqual(tables.map((table) => cellsOf(table).map((row) => row.map((cell) => ({ ...cell, text: printable(cell.text) })))));
        }), { numRuns: 100 * RUNS });
    }, patience(60_000));

    test('in csv', () => holds((tables) => {
        const rows = readCsv(renderCsv(tables));
        for (const table of tables) {
            rows.splice(0, table.caption ? 2 : 1);
            expect(rows.splice(0, table.rows.length).map((row) => row.map(withoutDisarming))).toEqual(gridOf(table).map((row) => row.map(withoutDisarming)));
            rows.shift();
        }
    }), patience(60_000));

    test('in markdown', () => holds((tables) => {
        const lines = renderMarkdown(tables).split('\n').filter((line) => line.startsWith('| '));
        for (const table of tables) {
            const [head, , ...body] = lines.splice(0, table.rows.length + 1);
            expect([head!, ...body].map(readMarkdown)).toEqual(gridOf(table));
        }
        expect(lines).toEqual([]);
    }), patience(60_000));

    test('in json, as they are written', () => holds((tables) => {
        const read = JSON.parse(renderJson(tables)) as { rows: Table['rows'] } | { rows: Table['rows'] }[];
        expect([read].flat().map(({ rows }) => rows.map((row) => row.map(({ text, rowspan, colspan }) => ({ text, rowspan, colspan }))))).toEqual(tables.map(cellsOf));
    }), patience(60_000));

    test('in text, wherever lines are broken', () => holds((tables) => {
        const wanted = tables.flatMap((table) => [table.title, ...(table.caption ? captionParts(table) : []), ...table.rows.flat().map(({ text }) => text)]).map(printable).join('');
        expect(tally(renderText(tables))).toEqual(tally(wanted));
    }), patience(60_000));
});
