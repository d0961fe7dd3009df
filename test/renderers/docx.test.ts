import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMS, type Table } from '../../language-server/domain/table.js';
import { renderDocx } from '../../language-server/renderers/docx.js';
import { printable } from '../../language-server/renderers/printable.js';
import { tablesOf } from '../../language-server/tables/index.js';
import { CITY, examplePlan, planOf } from '../tables/example-plans.js';
import { plans } from '../tables/generated-plans.js';
import { tableIn, tablesInDocument, textsOf } from './read-docx.js';

async function documentOf(tables: readonly Table[]): Promise<{ xml: string; part: (name: string) => string }> {
    const parts = unzipSync(await renderDocx(tables));
    const part = (name: string) => strFromU8(parts[name]!);
    return { xml: part('word/document.xml'), part };
}

describe('docx', { timeout: 60_000 }, () => {
    test.each(['nansha-2024', 'baiyun-2023'] as const)('has the cells of every form of %s', async (name) => {
        for (const form of FORMS) {
            const tables = tablesOf(form, examplePlan(name));
            const { xml } = await documentOf(tables);
            expect(tablesInDocument(xml, tables), form).toEqual(tables.map(textsOf));
        }
    });

    test('has the cells of any plan', async () => {
        await fc.assert(fc.asyncProperty(plans, fc.constantFrom(...FORMS), async (plan, form) => {
            const tables = tablesOf(form, plan);
            const { xml } = await documentOf(tables);
            expect(tablesInDocument(xml, tables)).toEqual(tables.map((table) => textsOf(table).map((row) => row.map(printable))));
        }), { numRuns: 60 });
    });

    test('gives table, grid and cells widths that agree', async () => {
        const { xml } = await documentOf(tablesOf('department', examplePlan('nansha-2024')));
        for (const [table] of xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)) {
            const grid = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
            expect(Number(/<w:tblW w:type="dxa" w:w="(\d+)"/.exec(table)![1])).toBe(grid.reduce((sum, width) => sum + width, 0));
            for (const [row] of table.matchAll(/<w:tr>.*?<\/w:tr>/gs)) {
                const widths = [...row.matchAll(/<w:tcW w:type="dxa" w:w="(\d+)"/g)].map(([, width]) => Number(width));
                expect(widths.reduce((sum, width) => sum + width, 0)).toBe(grid.reduce((sum, width) => sum + width, 0));
            }
        }
        expect(xml).toContain('<w:tblLayout w:type="fixed"/>');
    });

    test('is A4 landscape in Chinese fonts, with heads that repeat and rows that stay whole', async () => {
        const { xml, part } = await documentOf(tablesOf('projects', examplePlan('baiyun-2023')));
        expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
        expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
        expect(xml.match(/<w:cantSplit\/>/g)!.length).toBeGreaterThan(30);
        expect(part('word/styles.xml')).toContain('w:eastAsia="宋体"');
        expect(part('word/footer1.xml')).toContain('NUMPAGES');
    });

    test('repeats the label of a merged cell on the next page and closes the one before', async () => {
        const { xml } = await documentOf(tablesOf('department', examplePlan('nansha-2024')));
        const pages = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => tableIn(table));
        expect(pages.length).toBeGreaterThan(1);
        for (const page of pages) expect(page.at(-1)).not.toContain('三级指标');
        expect(pages.at(-1)![0]![0]).toBe('绩效指标');
    });

    test('keeps text text', async () => {
        const tables = tablesOf('projects', planOf('项目 "<w:p>&" 属于 "甲" {\n绩效目标 "\u0001控制\u001B符"\n}'));
        const { xml } = await documentOf(tables);
        expect(xml).toContain('&lt;w:p&gt;&amp;');
        expect(xml).toContain('控制符');
        expect(xml).not.toMatch(/[\u0001\u001B]/);
    });

    test('is the same bytes twice', async () => {
        const tables = tablesOf('core', planOf(CITY));
        const first = await renderDocx(tables);
        expect(await renderDocx(tables)).toEqual(first);
        expect(strFromU8(unzipSync(first)['docProps/core.xml']!)).toContain('2000-01-01T00:00:00Z');
    });

    test('is a document even without tables', async () => {
        expect((await documentOf([])).xml).toContain('<w:sectPr>');
    });
});
