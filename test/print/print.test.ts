import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form, Table } from '../../language-server/domain/table.js';
import { printable } from '../../language-server/renderers/printable.js';
import { render } from '../../language-server/renderers/index.js';
import { tablesOf } from '../../language-server/tables/index.js';
import { tablesInDocument, textsOf } from '../renderers/read-docx.js';
import { cellsOfSheet, valuesOf } from '../renderers/read-xlsx.js';
import { examplePlan } from '../tables/example-plans.js';

/** How often each character occurs, but for blanks, and hyphens, which pdftotext takes away at the ends of lines. */
function tally(text: string): Map<string, number> {
    const counts = new Map<string, number>();
    for (const character of text.normalize('NFKC').replace(/[\s-]/g, '')) counts.set(character, (counts.get(character) ?? 0) + 1);
    return counts;
}

/** Pages as printed by LibreOffice; the fonts of this kind of machine are none of Windows', so the counts may differ by one. */
const PAGES: readonly { name: 'nansha-2024' | 'baiyun-2023'; form: Form; atLeast: number; atMost: number }[] = [
    { name: 'nansha-2024', form: 'department', atLeast: 3, atMost: 5 },
    { name: 'baiyun-2023', form: 'projects', atLeast: 12, atMost: 19 },
    { name: 'baiyun-2023', form: 'project', atLeast: 37, atMost: 39 },
    { name: 'baiyun-2023', form: 'core', atLeast: 10, atMost: 15 },
];

describe('LibreOffice', { timeout: 300_000 }, () => {
    let folder = '';
    beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'ptarget-print-')); });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    function convert(file: string, to: string, into = folder): void {
        execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', to, '--outdir', into, file], { stdio: 'ignore', timeout: 280_000 });
    }

    function print(file: string): { text: string; pages: number } {
        convert(file, 'pdf');
        const text = execFileSync('pdftotext', ['-enc', 'UTF-8', file.replace(/\.\w+$/, '.pdf'), '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
        return { text, pages: text.split('\f').length - 1 };
    }

    test.each(PAGES.flatMap((page) => (['docx', 'xlsx'] as const).map((format) => ({ ...page, format }))))('prints $name as $form in $format without a character missing', async ({ name, form, format, atLeast, atMost }) => {
        const tables = tablesOf(form, examplePlan(name));
        const file = join(folder, `${name}-${form}.${format}`);
        writeFileSync(file, await render(format, tables));
        const { text, pages } = print(file);
        expect(pages).toBeGreaterThanOrEqual(atLeast);
        expect(pages).toBeLessThanOrEqual(atMost);
        const printed = tally(text);
        const wanted = tally(tables.flatMap((table) => table.rows.flat().map((cell) => printable(cell.text))).join(''));
        expect([...wanted].filter(([character, times]) => (printed.get(character) ?? 0) < times)).toEqual([]);
    });

    test.each([['nansha-2024', 'department'], ['nansha-2024', 'core'], ['baiyun-2023', 'projects'], ['baiyun-2023', 'project']] as const)('reads the same cells in the workbook of %s as %s', async (name, form) => {
        const tables = tablesOf(form, examplePlan(name));
        const file = join(folder, `read-${name}-${form}.xlsx`);
        writeFileSync(file, await render('xlsx', tables));
        // Between commas, as shown, one file a sheet.
        convert(file, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1');
        const read = readdirSync(folder).filter((found) => found.startsWith(`read-${name}-${form}-`) && found.endsWith('.csv'))
            .map((sheet) => rowsOfCsv(readFileSync(join(folder, sheet), 'utf8')));
        expect(read).toHaveLength(tables.length);
        for (const table of tables) {
            const wanted = shownRows(table);
            const found = read.find((rows) => rows.length === wanted.length && rows.every((row, index) => isShown(row, wanted[index]!, table)));
            expect(found, `${table.subject}: ${JSON.stringify(read.find((rows) => rows[1]?.includes(wanted[1]![1]!)))}`).toBeDefined();
        }
    });

    /** The file as it is after somebody has opened and saved it. */
    function savedAgain(file: string): Uint8Array {
        const saved = join(folder, 'saved');
        convert(file, file.slice(file.lastIndexOf('.') + 1), saved);
        return readFileSync(join(saved, basename(file)));
    }

    const SAVED = [['nansha-2024', 'department'], ['nansha-2024', 'core'], ['baiyun-2023', 'projects'], ['baiyun-2023', 'project']] as const;

    test.each(SAVED)('leaves the cells of the workbook of %s as %s as they are when it saves it, amounts as numbers', async (name, form) => {
        const tables = tablesOf(form, examplePlan(name));
        const file = join(folder, `${name}-${form}.xlsx`);
        writeFileSync(file, await render('xlsx', tables));
        const { sheets } = await readXlsx(savedAgain(file));
        expect(sheets).toHaveLength(tables.length);
        tables.forEach((table, index) => expect(cellsOfSheet(sheets[index]!, table)).toEqual(valuesOf(table)));
    });

    test.each(SAVED)('leaves the cells of the document of %s as %s as they are when it saves it', async (name, form) => {
        const tables = tablesOf(form, examplePlan(name));
        const file = join(folder, `${name}-${form}.docx`);
        writeFileSync(file, await render('docx', tables));
        const xml = strFromU8(unzipSync(savedAgain(file))['word/document.xml']!);
        // On a page where two columns are always merged, it makes them one.
        const merged = (rows: readonly (readonly string[])[]) => rows.map((row) => row.filter((text, index) => text !== row[index - 1]));
        expect(tablesInDocument(xml, tables).map(merged)).toEqual(tables.map((table) => merged(textsOf(table))));
    });
});

/** What a sheet shows, row by row, without its empty cells: a merged cell stands once. */
function shownRows(table: Table): string[][] {
    const above = table.caption ? [[table.title], [`部门名称：${table.department}`, `单位：${table.unit}`]] : [[table.title]];
    return [...above, ...table.rows.map((row) => row.map(({ text }) => text))].map((row) => row.filter((text) => text !== ''));
}

/** Where a page begins, merged labels stand again before what the row has of its own. */
function isShown(row: readonly string[], wanted: readonly string[], { rows }: Table): boolean {
    const repeated = row.slice(0, row.length - wanted.length);
    return row.slice(repeated.length).every((text, index) => text === wanted[index])
        && repeated.every((text) => rows.flat().some((cell) => cell.rowspan > 1 && cell.text === text));
}

function rowsOfCsv(csv: string): string[][] {
    const rows: string[][] = [[]];
    for (const [, quoted, plain, end] of csv.trimEnd().matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/g)) {
        const text = quoted?.replaceAll('""', '"') ?? plain!;
        if (text !== '') rows.at(-1)!.push(text);
        if (end === '\n') rows.push([]);
        if (end === '') break;
    }
    return rows;
}
