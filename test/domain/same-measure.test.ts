import { describe, expect, it } from 'vitest';
import { likeness, measureKey, measureKeyOfName, type Side } from '../../language-server/domain/same-measure.js';

function like(name: string, clause: string, side: Side = 'before'): number {
    return likeness(measureKeyOfName(name), measureKey(clause), side);
}

describe('one measure in other words', () => {
    it.each([
        ['食品监督抽检合格率', '3. 食品监督抽查合格率'], ['每万人发明专利拥有量', '5. 每万人口发明专利拥有量'], ['分析报告数量（份）', '分析报告数'],
        ['专利转让许可次数', '4. 2023年全区企事业单位、机构及个人的专利转让许可次数'], ['系统正常运行率', '9. 市场监管平台和企业信用信息公示平台系统正常运行率'],
        ['不合格产品整改率（%）', '10. 发现不合格产品整改率'], ['标准资助企业满意度', '11. 本年度资助企业满意度'],
        ['本年度主导或参与制修订国际标准、国家标准、行业标准数量', '6. 2023年度南沙区各单位主导或参与制修订的国际标准、国家标准、行业标准、地方标准数量'],
    ])('%s is %s', (name, clause) => expect(like(name, clause)).toBeGreaterThanOrEqual(0.7));

    it('may stand behind its figure', () => {
        expect(like('电梯监督抽查数量', '电梯的监督抽查', 'behind')).toBeGreaterThanOrEqual(0.7);
        expect(like('大型特种设备事故应急演练次数', '大型特种设备应急救援演练', 'behind')).toBeGreaterThanOrEqual(0.7);
    });

    it.each([
        ['食品监督抽检合格率', '2. 食品抽检完成率'], ['发现不符合项目整改率', '10. 发现不合格产品整改率'], ['本年度主导或参与制修订团体标准数量', '6. 制修订的国际标准、国家标准、行业标准数量'],
        ['食品检验量', '药品检验量'], ['使用人员满意度', '进驻单位的工作人员对场地设施的满意率'], ['标准资助企业满意度', '专利资助企业满意度'], ['检查覆盖率', '校园食堂快检覆盖率'],
        ['验收通过率', '初步设计验收通过率'], ['食品抽检批次', '食品抽检合格率'],
    ])('%s is not %s', (name, clause) => expect(like(name, clause)).toBeLessThan(0.7));
});
