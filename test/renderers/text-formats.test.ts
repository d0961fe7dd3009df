import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../language-server/domain/display-width.js';
import { renderCsv } from '../../language-server/renderers/csv.js';
import { renderJson } from '../../language-server/renderers/json.js';
import { renderMarkdown } from '../../language-server/renderers/md.js';
import { renderText } from '../../language-server/renderers/txt.js';
import { tablesOf } from '../../language-server/tables/index.js';
import { CITY, examplePlan, planOf } from '../tables/example-plans.js';

const nansha = tablesOf('department', examplePlan('nansha-2024'));
const baiyun = tablesOf('projects', examplePlan('baiyun-2023'));
const tricky = tablesOf('projects', planOf(`项目 "=1+1" 属于 "甲" {
    资金 {
        财政拨款 -5.00
    }
    绩效目标 """
        第一行 | *重点* "引号"
        <p>第二行</p>
    """
    绩效指标 {
        产出指标 {
            数量指标 "@名称" "-5.00"
        }
    }
}`));

describe('json', () => {
    test('is an object for one table', () => {
        const json = JSON.parse(renderJson(nansha)) as Record<string, unknown>;
        expect(Object.keys(json)).toEqual(['form', 'title', 'unit', 'department', 'columns', 'rows']);
        expect(json).toMatchObject({ form: 'department', title: '部门整体预算绩效目标申报表', unit: '万元', department: '广州市南沙区市场监督管理局', columns: 6 });
        expect((json['rows'] as unknown[][])[0]).toEqual([
            { text: '部门名称', rowspan: 1, colspan: 1, role: 'label' },
            { text: '广州市南沙区市场监督管理局', rowspan: 1, colspan: 5, role: 'text' },
        ]);
    });

    test('is an array for several tables or none', () => {
        expect(JSON.parse(renderJson([...nansha, ...baiyun]))).toHaveLength(2);
        expect(renderJson([])).toBe('[]\n');
    });
});

describe('text', () => {
    test('aligns columns by display width and prints merged labels once', () => {
        const lines = renderText(nansha).split('\n');
        const [header, row] = [lines.find((line) => line.includes('一级指标'))!, lines.find((line) => line.includes('数量指标'))!];
        const place = (line: string, part: string) => displayWidth(line.slice(0, line.indexOf(part)));
        expect(place(row, '专利转让许可次数')).toBe(place(header, '三级指标'));
        expect(place(row, '≥900次')).toBe(place(header, '实施周期指标值'));
        expect(lines.filter((line) => line.includes('数量指标'))).toHaveLength(1);
    });

    test.each([60, 80, 120, 200])('fits %d columns', (columns) => {
        for (const line of renderText([...nansha, ...baiyun], { columns }).split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    });

    test('loses nothing to wrapping', () => {
        const text = renderText(nansha).replace(/\s/g, '');
        expect(text).toContain('9,764.88');
        const goal = nansha[0]!.rows.flat().find((cell) => cell.text.startsWith('<p>'))!.text;
        for (const character of new Set(goal.replace(/\s/g, ''))) expect(text).toContain(character);
    });

    test('right-aligns money', () => {
        const lines = renderText(baiyun).split('\n');
        const ends = ['125.00', '1,714.44', '8,639.11'].map((amount) => {
            const line = lines.find((candidate) => candidate.includes(amount))!;
            return displayWidth(line.slice(0, line.indexOf(amount) + amount.length));
        });
        expect(new Set(ends).size).toBe(1);
    });
});

describe('markdown', () => {
    const markdown = renderMarkdown([...tricky, ...nansha]);

    test('has as many cells in each row as columns', () => {
        const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
        const count = (line: string) => line.replaceAll('\\|', '').split('|').length - 2;
        expect(new Set(rows.slice(0, 4).map(count))).toEqual(new Set([7]));
        expect(new Set(rows.slice(4).map(count))).toEqual(new Set([6]));
    });

    test('keeps text text', () => {
        expect(markdown).toContain('第一行 \\| \\*重点\\* "引号"<br>&lt;p&gt;第二行&lt;/p&gt;');
        expect(markdown).toContain('| --- | ---: | ---: | ---: | ---: | --- | --- |');
    });
});

describe('csv', () => {
    const csv = renderCsv(tricky);

    test('begins with a byte order mark and ends lines as spreadsheets want', () => {
        expect(csv.startsWith('\uFEFF项目支出绩效目标表(含转移支付项目)\r\n部门名称：甲,单位：万元\r\n')).toBe(true);
        expect(csv.endsWith('\r\n')).toBe(true);
    });

    test('disarms formulas and leaves negative amounts alone', () => {
        expect(csv).toContain("\r\n'=1+1,-5.00,-5.00,,,");
        expect(renderCsv(tablesOf('core', planOf(CITY.replace('"监测断面数"', '"@断面"').replace('"编制完成"', '"-5.00%"'))))).toMatch(/,'@断面,.*\r\n,,报告,-5\.00%,/);
    });

    test('quotes what needs quotes', () => {
        expect(csv).toContain('"第一行 | *重点* ""引号""\n<p>第二行</p>"');
    });

    test('has all columns in every row of the table', () => {
        const lines = renderCsv(nansha).trimEnd().split('\r\n').slice(1);
        expect(lines.filter((line) => !line.includes('"')).every((line) => line.replaceAll(/\d,\d/g, '').split(',').length === 6 || /\d,\d/.test(line))).toBe(true);
    });
});
