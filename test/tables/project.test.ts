import { describe, expect, test } from 'vitest';
import { tablesOf } from '../../language-server/tables/index.js';
import { planOfFile } from '../../language-server/workspace/plan-of-file.js';
import { Workspace } from '../../language-server/workspace/workspace.js';
import { CITY, examplePlan, planOf, textsOf } from './example-plans.js';

describe('项目支出绩效目标申报表', () => {
    test('is one table a project', () => {
        const tables = tablesOf('project', examplePlan('baiyun-2023'));
        expect(tables).toHaveLength(37);
        expect(tables[1]!.subject).toBe('物业管理费');
        expect(textsOf(tables[1]!)).toEqual([
            ['项目名称', '物业管理费'],
            ['主管部门', '广州市白云区市场监督管理局(本级)', '资金使用单位', ''],
            ['实施周期', '', '预算年度', '2023年'],
            ['项目资金（万元）', '资金总额', '125.00', '财政拨款', '125.00'],
            ['财政专户拨款', '', '其他资金', ''],
            ['总体目标', '实施周期目标', '年度目标'],
            ['为我局机关大楼及联边办公区的日常办公需求提供相应物业管理服务。', '为我局机关大楼及联边办公区的日常办公需求提供相应物业管理服务。'],
            ['绩效指标', '一级指标', '二级指标', '三级指标', '实施周期指标值', '年度指标值'],
            ['产出指标', '数量指标', '提供全年日常物业管理服务天数', '365天', '365天'],
            ['质量指标', '服务质量书面投诉率', '5%', '5%'],
            ['良好办公环境服务验收通过率', '100%', '100%'],
            ['效益指标', '生态效益指标', '维护我局良好办公环境形象', '持续优化', '持续优化'],
            ['服务对象满意度指标', '每月考评达标率', '》90%', '》90%'],
            ['满意度指标', '服务对象满意度指标', '质量和服务效果的满意度', '满意', '满意'],
        ]);
    });

    test('prints the year of the department where it is clear which one that is', () => {
        const project = (name: string, year: string) => `项目 "${name}" 属于 "甲局" { ${year} }\n`;
        const yearsOf = (declared: readonly number[]) => {
            const workspace = new Workspace();
            workspace.open('file:///部门.ptarget', declared.map((year) => `部门 "甲局" { 年度 ${year}\n}\n`).join(''));
            workspace.open('file:///项目.ptarget', project('一', '年度 2024') + project('二', ''));
            return tablesOf('project', planOfFile(workspace, 'file:///项目.ptarget')!).map((table) => textsOf(table)[2]![3]);
        };
        expect(yearsOf([2024])).toEqual(['2024年', '2024年']);
        expect(yearsOf([2025])).toEqual(['2024年', '2025年']);
        expect(yearsOf([2024, 2025])).toEqual(['2024年', '']);
    });

    test('prints period, year, unit of money and every source of funds', () => {
        const [city] = tablesOf('project', planOf(CITY));
        const rows = textsOf(city!);
        expect(rows.slice(1, 7)).toEqual([
            ['主管部门', '某市生态环境局', '资金使用单位', '市监测站'],
            ['实施周期', '2023年—2025年', '预算年度', '2025年'],
            ['项目资金（元）', '资金总额', '1,000,069.50', '财政拨款', ''],
            ['财政专户拨款', '', '其他资金', ''],
            ['一般公共预算拨款', '1,000,000.00', '政府性基金预算拨款', '50.50'],
            ['财政专户管理资金', '7.00', '单位资金', '12.00'],
        ]);
    });

    test('gives the tiers in the order of the taxonomy, what it does not know last', () => {
        const [city] = tablesOf('project', planOf(CITY));
        expect(textsOf(city!).slice(-4).map((row) => row.slice(0, -2))).toEqual([
            ['产出指标', '数量指标', '站点'], ['时效指标', '故障修复时间'], ['效益指标', '公众满意', '不在体系中的类别'], ['满意度指标', '服务对象满意度指标', '公众满意度'],
        ]);
    });
});
