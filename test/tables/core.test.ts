import { describe, expect, test } from 'vitest';
import { tablesOf } from '../../language-server/tables/index.js';
import { CITY, examplePlan, planOf, textsOf } from './example-plans.js';

describe('核心绩效指标表', () => {
    const [table] = tablesOf('core', planOf(CITY));
    const rows = textsOf(table!);

    test('has two rows of heads', () => {
        expect(rows.slice(0, 2)).toEqual([['一级指标', '二级指标', '三级指标', '指标值', '权重', '指标说明', '设定依据'], ['符号', '值', '单位']]);
        expect(table!.headRows).toBe(2);
    });

    test('begins with the costs and splits values into sign, number and unit', () => {
        expect(rows.slice(2, 8)).toEqual([
            ['部门整体', '某市生态环境局'],
            ['成本指标', '经济成本指标', '监测成本', '≤', '800', '万元', '20', '', ''],
            ['产出指标', '数量指标', '监测断面数', '≥', '40', '个', '10', '纳入监测网络的断面', '监测方案'],
            ['报告', '编制完成', '', '', ''],
            ['效益指标', '生态效益指标', '达标率', '', '80~90', '%', '', '', ''],
            ['满意度指标', '不适用：本年度无服务对象'],
        ]);
    });

    test('names each project with its money before its indicators, and keeps the two together', () => {
        const owner = rows.findIndex(([kind]) => kind === '项目名称');
        expect(rows[owner]).toEqual(['项目名称', '监测网络运行维护', '预算金额（元）', '1,000,069.50']);
        expect(table!.headings).toEqual([2, owner]);
        expect(rows[owner + 1]).toEqual(['产出指标', '数量指标', '站点', '', '30~35', '个', '', '', '']);
    });

    test('prints a slip for a comparator as it was written', () => {
        const [baiyun] = tablesOf('core', examplePlan('baiyun-2023'));
        expect(textsOf(baiyun!).find((row) => row.includes('每月考评达标率'))).toEqual(expect.arrayContaining(['》', '90', '%']));
    });

    test('has nothing to show of a department without indicators', () => {
        expect(tablesOf('core', planOf('部门 "甲" {\n年度 2024\n}'))).toEqual([]);
    });
});
