import { describe, expect, test } from 'vitest';
import { tablesOf } from '../../language-server/tables/index.js';
import { CITY, examplePlan, expectedCells, planOf, textsOf } from './example-plans.js';

interface PublishedProject {
    readonly name: string;
    readonly total: string;
    readonly indicators: readonly string[];
}

const withoutSpace = (text: string) => text.replaceAll(/\s/g, '');

describe('项目支出绩效目标表', () => {
    const [table] = tablesOf('projects', examplePlan('baiyun-2023'));
    const [head, ...rows] = textsOf(table!);
    const published = expectedCells<PublishedProject[]>('baiyun');

    test('has the columns of the form, with department and unit above them', () => {
        expect(head).toEqual(['项目名称(资金使用单位)', '总计', '财政拨款', '财政专户拨款', '其他资金', '绩效目标', '绩效指标']);
        expect(table).toMatchObject({ form: 'projects', caption: true, headRows: 1, unit: '万元', department: '广州市白云区市场监督管理局(本级)' });
    });

    test('prints the 37 published projects of Baiyun and their sum', () => {
        expect(rows).toHaveLength(38);
        expect(rows.slice(0, -1).map(([name, total]) => ({ name, total }))).toEqual(published.map(({ name, total }) => ({ name, total })));
        expect(rows.at(-1)).toEqual(['合计', '8,639.11', '8,639.11', '', '', '', '']);
    });

    test.each(published.map((project, index) => ({ project, index })))('packs the indicators of $project.name as published', ({ project, index }) => {
        const entries = rows[index]![6]!.split('\n');
        expect(entries.map((entry) => Number(entry.split('、')[0]))).toEqual(entries.map((_, at) => at + 1));
        expect(entries.map((entry) => withoutSpace(entry.replace(/^\d+、/, '')))).toEqual(project.indicators.map(withoutSpace));
    });

    test('knows the source of each entry of a packed cell', () => {
        const parts = table!.rows[2]![6]!.parts!;
        expect(parts).toHaveLength(6);
        expect(parts.map(({ text }) => text).join('\n')).toBe(table!.rows[2]![6]!.text);
        const { source, start, end } = parts[0]!.origin!;
        expect(source.text.slice(start, end)).toContain('服务对象满意度指标 "每月考评达标率"');
    });

    const [city] = tablesOf('projects', planOf(CITY));

    test('counts finer sources under the form\'s columns', () => {
        expect(textsOf(city!)[1]!.slice(1, 5)).toEqual(['1,000,069.50', '1,000,050.50', '7.00', '12.00']);
        expect(city!.unit).toBe('元');
    });

    test('prints the unit that uses the money below the name', () => {
        expect(textsOf(city!)[1]![0]).toBe('监测网络运行维护\n(市监测站)');
    });

    test('prints names without codes where the taxonomy has none, and categories outside it as written', () => {
        const entries = textsOf(city!)[1]![6]!.split('\n');
        expect(entries[0]).toBe('1、满意度指标,服务对象满意度指标,公众满意度;实施周期指标值:≥90%,年度指标值:≥90%;');
        expect(entries[3]).toBe('4、效益指标,公众满意,不在体系中的类别;实施周期指标值:较高,年度指标值:较高;');
    });

    test('prints the stated total rather than the sum', () => {
        const [stated] = tablesOf('projects', planOf('项目 "乙" 属于 "甲" {\n资金 {\n财政拨款 1.00\n总计 2.00\n}\n}'));
        expect(textsOf(stated!).slice(1).map((row) => row.slice(0, 3))).toEqual([['乙', '2.00', '1.00'], ['合计', '2.00', '1.00']]);
    });

    test('shows a project of which nothing is known yet', () => {
        const [bare] = tablesOf('projects', planOf('项目 {\n}'));
        expect(textsOf(bare!)[1]).toEqual(['', '', '', '', '', '', '']);
        expect(textsOf(bare!).at(-1)![1]).toBe('');
    });
});
