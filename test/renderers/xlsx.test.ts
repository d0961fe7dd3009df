import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMS, type Table } from '../../language-server/domain/table.js';
import { printable } from '../../language-server/renderers/printable.js';
import { renderXlsx } from '../../language-server/renderers/xlsx.js';
import { tablesOf } from '../../language-server/tables/index.js';
import { CITY, examplePlan, planOf } from '../tables/example-plans.js';
import { plans } from '../tables/generated-plans.js';
import { cellsOfSheet, valuesOf } from './read-xlsx.js';

async function roundTrip(tables: readonly Table[]) {
    const bytes = await renderXlsx(tables);
    const parts = unzipSync(bytes);
    return { workbook: await readXlsx(bytes), part: (name: string) => strFromU8(parts[name]!) };
}

describe('xlsx', { timeout: 60_000 }, () => {
    test.each(['nansha-2024', 'baiyun-2023'] as const)('has the cells of every form of %s, amounts as numbers', async (name) => {
        for (const form of FORMS) {
            const tables = tablesOf(form, examplePlan(name));
            if (tables.length === 0) continue;
            const { workbook } = await roundTrip(tables);
            expect(workbook.sheets).toHaveLength(tables.length);
            tables.forEach((table, index) => expect(cellsOfSheet(workbook.sheets[index]!, table), form).toEqual(valuesOf(table)));
        }
    });

    test('has the cells of any plan', async () => {
        await fc.assert(fc.asyncProperty(plans, fc.constantFrom(...FORMS), async (plan, form) => {
            const tables = tablesOf(form, plan);
            const { workbook } = await roundTrip(tables);
            const printed = (table: Table) => valuesOf(table).map((row) => row.map((value) => (typeof value === 'string' ? printable(value) : value)));
            tables.forEach((table, index) => expect(cellsOfSheet(workbook.sheets[index]!, table)).toEqual(printed(table)));
        }), { numRuns: 60 });
    });

    test('has a sheet for each project, named after it', async () => {
        const { workbook } = await roundTrip(tablesOf('project', examplePlan('baiyun-2023')));
        expect(workbook.sheets.slice(0, 2).map(({ name }) => name)).toEqual(['综合业务监管平台建设项目含控假打假指挥调度平台', '物业管理费']);
    });

    test('is set up for A4 landscape, one page wide, with the head repeated and borders on every cell', async () => {
        const [table] = tablesOf('projects', examplePlan('baiyun-2023'));
        const { part } = await roundTrip([table!]);
        const sheet = part('xl/worksheets/sheet1.xml');
        expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
        expect(sheet).toContain('fitToPage="1"');
        expect(part('xl/workbook.xml')).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'广州市白云区市场监督管理局(本级)'!$3:$3</definedName>`);
        expect(sheet.match(/<row [^>]*ht="/g)).toHaveLength(41);
        expect(sheet.match(/<row [^>]*><c r="A/g)).toHaveLength(41);
        for (const [, cells] of [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/g)].slice(2)) expect(cells!.match(/<c r="[A-G]\d+"[^>]* s="/g)).toHaveLength(7);
        expect(part('xl/styles.xml')).toContain('宋体');
        expect(part('xl/styles.xml')).toContain('#,##0.00');
    });

    test('breaks pages where merged cells were split, before the row', async () => {
        const { part } = await roundTrip(tablesOf('department', examplePlan('nansha-2024')));
        expect(part('xl/worksheets/sheet1.xml')).toMatch(/<rowBreaks count="[1-9]"/);
    });

    test('has no formulas, and no rows that are too high', async () => {
        const text = '长'.repeat(20_000);
        const { part, workbook } = await roundTrip(tablesOf('projects', planOf(`项目 "=1+1" 属于 "甲" {\n绩效目标 "${text}"\n绩效指标 {\n产出指标 {\n数量指标 "=HYPERLINK(1)" "@SUM"\n}\n}\n}`)));
        const sheet = part('xl/worksheets/sheet1.xml');
        expect(sheet).not.toContain('<f>');
        expect(workbook.sheets[0]!.rows[3]![0]).toBe('=1+1');
        expect(workbook.sheets[0]!.rows[3]![5]).toBe(text);
        for (const [, height] of sheet.matchAll(/ ht="([\d.]+)"/g)) expect(Number(height)).toBeLessThanOrEqual(409);
    });

    test('cuts what is longer than a cell can hold', async () => {
        const { workbook } = await roundTrip(tablesOf('projects', planOf(`项目 "乙" 属于 "甲" {\n绩效目标 "${'长'.repeat(40_000)}"\n}`)));
        expect((workbook.sheets[0]!.rows[3]![5] as string).length).toBe(32_767);
    });

    test('takes names that are no names of sheets, and tables none at all', async () => {
        const { workbook } = await roundTrip(tablesOf('project', planOf("项目 \"a/b:'c'\" {\n}\n项目 \"A/B:'C'\" {\n}\n项目 {\n}")));
        expect(new Set(workbook.sheets.map(({ name }) => name.toLowerCase())).size).toBe(3);
        expect((await roundTrip([])).workbook.sheets).toHaveLength(1);
    });

    test('is the same bytes twice', async () => {
        const tables = tablesOf('core', planOf(CITY));
        expect(await renderXlsx(tables)).toEqual(await renderXlsx(tables));
    });
});
