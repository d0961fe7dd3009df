import { describe, expect, it } from 'vitest';
import { kindOfName, likelyUnits, unitInName, withoutUnit } from '../../language-server/domain/indicator-kind.js';

function kinds(name: string): string[] {
    return Object.entries(kindOfName(name)).filter(([, holds]) => holds).map(([kind]) => kind);
}

describe('what a name speaks for', () => {
    it.each<[string, string[]]>([
        ['食品抽检完成率', ['rate', 'outputQuality']],
        ['完工验收通过率(%)', ['rate', 'outputQuality']],
        ['按期完工率', ['rate', 'timeliness', 'outputQuality']],
        ['刻章按时送达率', ['rate', 'timeliness']],
        ['平均响应时间', ['timeliness']],
        ['窗口评价满意率', ['rate', 'satisfaction']],
        ['食品安全满意度总体得分', ['satisfaction']],
        ['服务对象满意度调查次数', []],
        ['获得国家、省专利奖项目数', []],
        ['提供知识产权公益服务（次数）', ['activity']],
        ['宣传培训次数', ['activity']],
        ['作业效率', []],
        ['硬件兼容性', []],
    ])('%s', (name, expected) => expect(kinds(name).sort()).toEqual(expected.sort()));
});

describe('the unit in a name', () => {
    it.each([
        ['分析报告数量（份）', '份'], ['知识产权质押融资额（元）', '元'], ['提供知识产权公益服务（次数）', '次'], ['服务对象满意度(%)', '%'], ['食品安全抽检量(批次)', '批次'],
        ['重大食品安全事故次数', '次'], ['化妆品抽样检验批次', '批次'], ['更新购置公务车辆台数', '台'], ['抽检覆盖率', '%'],
    ])('%s says %s', (name, unit) => expect(unitInName(name)?.unit).toBe(unit));

    it.each(['产业规模(产值、销售额)', '硬件兼容性', '食品检验量', '后勤人员专项经费(预下达)'])('%s says none', (name) => expect(unitInName(name)).toBeUndefined());

    it('stands at its place in the name', () => {
        const name = '知识产权质押融资额（元）';
        const { start, end } = unitInName(name)!;
        expect(name.slice(start, end)).toBe('元');
        expect(withoutUnit(name)).toBe('知识产权质押融资额');
    });

    it.each([['数据采集服务报告数量', '份'], ['打造商业秘密保护示范企业或园区', '个'], ['罚没入库数', '元'], ['全年立案数', '宗']])('%s is likely counted in %s', (name, unit) =>
        expect(likelyUnits(name)[0]).toBe(unit));
});
