import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMS } from '../../language-server/domain/table.js';
import { htmlPieces, htmlTable, renderHtml } from '../../language-server/renderers/html.js';
import { printable } from '../../language-server/renderers/printable.js';
import { tablesOf } from '../../language-server/tables/index.js';
import { examplePlan, planOf } from '../tables/example-plans.js';
import { plans } from '../tables/generated-plans.js';
import { cellsOf, readCells } from './grids.js';

describe('html', { timeout: 60_000 }, () => {
    test.each(['nansha-2024', 'baiyun-2023'] as const)('has the cells of every form of %s', (name) => {
        for (const form of FORMS) {
            for (const table of tablesOf(form, examplePlan(name))) expect(readCells(htmlTable(table))).toEqual(cellsOf(table));
        }
    });

    test('has the cells of any plan, and none of their text is markup', () => {
        fc.assert(fc.property(plans, fc.constantFrom(...FORMS), (plan, form) => {
            for (const table of tablesOf(form, plan)) {
                const html = htmlTable(table);
                expect(readCells(html)).toEqual(cellsOf(table).map((row) => row.map((cell) => ({ ...cell, text: printable(cell.text) }))));
                expect(html).not.toMatch(/<b>|[\u0000\u001B\u202E]/);
            }
        }), { numRuns: 100 });
    });

    const page = renderHtml(tablesOf('projects', planOf('项目 "<script>alert(1)</script>" 属于 "甲&\'乙" {\n绩效目标 "<img src=x onerror=alert(1)>"\n}')));

    test('is one file without scripts, in Chinese, for A4 landscape', () => {
        expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
        expect(page).toContain('@page { size: A4 landscape;');
        expect(page).not.toMatch(/<script|<img|https?:|url\(|@import|<link/i);
    });

    test('escapes everything', () => {
        expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
        expect(page).toContain('部门名称：甲&amp;&#39;乙');
        expect(page).toContain('<title>项目支出绩效目标表(含转移支付项目) · 甲&amp;&#39;乙</title>');
    });

    test('has a caption, a head that is repeated, and labels that say what they head', () => {
        expect(page).toMatch(/<caption><span class="title">项目支出绩效目标表\(含转移支付项目\)<\/span><span class="line">/);
        expect(page).toMatch(/<thead>\n<tr><th class="label" scope="col">项目名称\(资金使用单位\)<\/th>/);
        const department = htmlTable(tablesOf('department', examplePlan('nansha-2024'))[0]!);
        expect(department).toContain('<th class="label" scope="row" rowspan="6">预算整体情况</th>');
        expect(department).toContain('<th class="label" scope="col">三级指标</th>');
        expect(department).not.toMatch(/<th[^>]*><\/th>/);
    });

    test('splits merged cells where a page ends, and repeats their labels', () => {
        const printed = renderHtml(tablesOf('department', examplePlan('nansha-2024')));
        expect(printed.match(/<tr class="new-page">/g)).toHaveLength(3);
        expect(printed.match(/>年度重点工作任务</g)!.length).toBeGreaterThan(1);
        expect(printed.match(/>绩效指标</g)!.length).toBeGreaterThan(1);
    });

    test('gives cells and their lines further attributes, escaped, and keeps their class', () => {
        const [table] = tablesOf('projects', examplePlan('baiyun-2023'));
        const { rows } = htmlPieces(table!, {
            attributesOf: (cell) => (cell.text === '物业管理费' ? { class: 'problem', title: '"><b>' } : undefined),
            attributesOfPart: () => ({ 'data-part': '1' }),
        });
        expect(rows.join('')).toContain('<td class="text problem" title="&quot;&gt;&lt;b&gt;">物业管理费</td>');
        expect(rows[0]).toContain('<div data-part="1">1、1-产出指标');
    });
});
