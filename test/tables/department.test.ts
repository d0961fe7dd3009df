import { describe, expect, test } from 'vitest';
import { tablesOf } from '../../language-server/tables/index.js';
import { CITY, examplePlan, expectedCells, planOf, textsOf } from './example-plans.js';

describe('部门整体预算绩效目标申报表', () => {
    test('prints the published table of Nansha cell by cell', () => {
        const [table] = tablesOf('department', examplePlan('nansha-2024'));
        const filled = textsOf(table!).map((row) => row.filter((text) => text !== ''));
        expect(filled).toEqual(expectedCells('nansha'));
        expect(table).toMatchObject({ form: 'department', title: '部门整体预算绩效目标申报表', unit: '万元', department: '广州市南沙区市场监督管理局' });
    });

    test('says where every written cell comes from', () => {
        const [table] = tablesOf('department', examplePlan('nansha-2024'));
        for (const cell of table!.rows.flat()) {
            if (cell.role === 'label' || cell.text === '' || cell.role === 'money') continue;
            expect(cell.origin, cell.text).toBeDefined();
        }
        const amount = table!.rows.flat().find(({ text }) => text === '3,287.27')!;
        expect(amount.origin!.source.text.slice(amount.origin!.start, amount.origin!.end)).toBe('3,287.27');
    });

    const [city] = tablesOf('department', planOf(CITY));
    const rows = textsOf(city!);

    test('extends a section by lines that the form does not have, and follows the unit', () => {
        expect(rows[1]).toEqual(['预算整体情况', '部门预算支出', '预算金额（元）', '收入来源', '预算金额（元）']);
        expect(rows[4]).toEqual(['事业单位经营支出', '100,000.00', '', '']);
    });

    test('puts another level of government in the place of the form\'s', () => {
        expect(rows[6]).toEqual(['财政专项资金', '', '市本级使用资金', '197,748,800.55']);
        expect(rows.flat()).not.toContain('区本级使用资金');
    });

    test('prints the year\'s value, the cycle\'s where none is written, and none where it is missing', () => {
        expect(rows.find((row) => row.includes('监测断面数'))).toEqual(expect.arrayContaining(['≥120个', '≥40个']));
        expect(rows.find((row) => row.includes('达标率'))!.slice(-2)).toEqual(['80%~90%', '80%~90%']);
        const [table] = tablesOf('department', planOf('部门 "甲" {\n绩效指标 {\n产出指标 {\n数量指标 "报告" 1份 年度 ""\n}\n}\n}'));
        expect(textsOf(table!).at(-1)!.slice(-3)).toEqual(['报告', '1份', '']);
    });

    test('gives the reason of a category that does not apply', () => {
        expect(rows.at(-1)).toEqual(['满意度指标', '不适用：本年度无服务对象']);
    });

    test('is blank for a department without content, and no table where it only heads projects', () => {
        expect(textsOf(tablesOf('department', planOf('部门 "甲" {\n}'))[0]!)[0]).toEqual(['部门名称', '甲']);
        expect(tablesOf('department', examplePlan('baiyun-2023'))).toEqual([]);
    });

    test('keeps sections of a name that the form does not know', () => {
        const [table] = tablesOf('department', planOf('部门 "甲" {\n往来资金 {\n应收 5\n}\n}'));
        expect(textsOf(table!).filter((row) => row[0] === '往来资金' || row[0] === '应收')).toEqual([
            ['往来资金', '预算金额（万元）', '', ''], ['应收', '5.00', '', ''],
        ]);
    });
});

test('a word that is no section yet makes no row', () => {
    const text = (year: string) => `部门 "甲" {\n    年度 ${year}\n    部门预算支出 {\n        基本支出  1.00\n    }\n}\n`;
    const rows = (year: string) => tablesOf('department', planOf(text(year)))[0]!.rows.map((row) => row.map((cell) => cell.text));
    expect(rows('很多')).toEqual(rows('2024'));
});
