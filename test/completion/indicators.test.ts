import { describe, expect, it } from 'vitest';
import { Workspace } from '../../language-server/index.js';
import { completeAt, inIndicators, inOutputs } from './at-cursor.js';

describe('names of indicators', () => {
    it('of the category only, with their usual values', () => {
        const completion = completeAt(inOutputs('数量指标 "|"'));
        expect(completion.labels).toContain('培训场次');
        expect(completion.labels).not.toContain('培训出勤率');
        expect(completion.item('培训场次').labelDetails).toEqual({ detail: ' ≥10场次', description: '常用指标' });
        expect(completion.accept(completion.item('培训场次'))).toBe(inOutputs('数量指标 "培训场次"  ≥‹1:10›场次'));
    });

    it.each([['|', '"'], ['"|', '"'], ['"培|', '"'], ['"pxcc|"', '"'], ['“培训|”', '”'], ['pxcc|', '"'], ['“|', '”']])('replace what is typed of them: %s', (typed, closer) => {
        const completion = completeAt(inOutputs(`数量指标 ${typed}`));
        const opener = closer === '”' ? '“' : '"';
        expect(completion.accept(completion.item('培训场次'))).toBe(inOutputs(`数量指标 ${opener}培训场次${closer}  ≥‹1:10›场次`));
        if (typed !== '|' && !/^["“]\|/.test(typed)) expect(completion.shown()).toContain('培训场次');
    });

    it('leave a value that is there alone', () => {
        const completion = completeAt(inOutputs('数量指标 "培|"  ≥3次'));
        expect(completion.accept(completion.item('培训场次'))).toBe(inOutputs('数量指标 "培训场次"  ≥3次'));
    });

    it('come from libraries, then from use, then from the built-in library', () => {
        const others = {
            'file:///l.ptarget': '指标库 "市场监管" {\n    产出指标 {\n        数量指标 "食品检验量" ≥1批次\n    }\n}\n',
            'file:///u.ptarget': inOutputs('数量指标 "电梯抽查数量" ≥1360台').replace('"甲"', '"乙"') + inOutputs('数量指标 "电梯抽查数量" ≥1400台').replace('"甲"', '"丙"'),
        };
        const completion = completeAt(inOutputs('数量指标 "|"'), { others });
        expect(completion.labels.slice(0, 2)).toEqual(['食品检验量', '电梯抽查数量']);
        expect(completion.item('食品检验量').labelDetails?.description).toBe('市场监管');
        expect(completion.item('电梯抽查数量').labelDetails?.description).toBe('用过 2 次');
        expect(completion.accept(completion.item('电梯抽查数量'))).toBe(inOutputs('数量指标 "电梯抽查数量"  ≥‹1:1360›台'));
    });

    it('are not those that the declaration has already, nor the one being typed', () => {
        const { labels } = completeAt(inOutputs('数量指标 "培训场次" ≥3场次\n            数量指标 "新的名|"'));
        expect(labels).not.toContain('培训场次');
        expect(labels).not.toContain('新的名');
    });

    it('are forgotten with the lines that had them', () => {
        const completion = completeAt(inOutputs('数量指标 "|"'), { others: { 'file:///u.ptarget': inOutputs('数量指标 "短暂数量" 1个') } });
        expect(completion.labels).toContain('短暂数量');
        const again = completeAt(inOutputs('数量指标 "|"'), { others: { 'file:///u.ptarget': '' } });
        expect(again.labels).not.toContain('短暂数量');
    });

    it('serve the newer taxonomy too', () => {
        const text = (line: string) => `部门 "局" {\n    指标体系 "财预〔2021〕101号"\n    绩效指标 {\n        成本指标 {\n            ${line}\n        }\n    }\n}\n`;
        expect(completeAt(text('经济成本指标 "|"')).labels).toContain('培训成本');
    });

    it('are cut off and filtered here where there are too many', () => {
        const lines = Array.from({ length: 900 }, (_, index) => `数量指标 "第${index}类检查" ≥1次`).join('\n');
        const others = { 'file:///u.ptarget': inOutputs(`${lines}\n数量指标 "舆情监测报告" ≥1份`).replace('"甲"', '"乙"') };
        const all = completeAt(inOutputs('数量指标 "|"'), { others });
        expect(all.isIncomplete).toBe(true);
        expect(all.labels.length).toBe(300);
        const some = completeAt(inOutputs('数量指标 "yqjc|"'), { others });
        expect(some.isIncomplete).toBe(true);
        expect(some.labels).toEqual(['舆情监测报告']);
    });

    it('bring whole lines where a line begins', () => {
        const completion = completeAt(inOutputs('pxcc|'));
        expect(completion.shown()[0]).toBe('培训场次');
        expect(completion.accept(completion.item('培训场次'))).toBe(inOutputs('数量指标 "培训场次"  ≥‹1:10›场次'));
        const others = { 'file:///u.ptarget': inOutputs('质量指标 "消费维权服务站建站率" 100%').replace('"甲"', '"乙"') };
        const used = completeAt(inOutputs('xfwq|'), { others });
        expect(used.shown()).toEqual(['消费维权服务站建站率']);
        expect(used.accept(used.item('消费维权服务站建站率'))).toBe(inOutputs('质量指标 "消费维权服务站建站率"  ‹1:100›%'));
        const line = completeAt(inOutputs('|'));
        expect(line.accept(line.item('一行指标'))).toContain('‹1|数量指标,质量指标,时效指标,成本指标|› "‹2:指标名称›"  ‹3|≥,≤,=|›‹4:1›‹5|个,');
    });
});

describe('values', () => {
    const labelsFor = (line: string) => completeAt(inOutputs(line)).labels;

    it.each([
        ['数量指标 "分析报告数量（份）" |', '≥1份'], ['质量指标 "抽检完成率" |', '≥95%'], ['质量指标 "有责投诉率" |', '≤5%'], ['数量指标 "演练次数" |', '≥1次'],
        ['时效指标 "办结时限" |', '≤30天'], ['时效指标 "按期办结率" |', '≥95%'], ['成本指标 "宣传片拍摄" |', '≤10万元'], ['数量指标 "培训场次" |', '≥10场次'], ['数量指标 “培训场次” |', '≥10场次'],
    ])('%s: %s first', (line, value) => {
        expect(labelsFor(line)[0]).toBe(value);
    });

    it('of satisfaction are judged by 90%', () => {
        expect(completeAt(inIndicators('满意度指标 {\n            服务对象满意度指标 "参会代表满意度" |\n        }')).labels[0]).toBe('≥90%');
    });

    it('have other directions and units to choose from', () => {
        expect(labelsFor('质量指标 "抽检完成率" |')).toEqual(expect.arrayContaining(['≥95%', '=100%', '≤95%', '95%', '80%~90%']));
        const completion = completeAt(inOutputs('质量指标 "抽检完成率" |'));
        expect(completion.accept(completion.item('≥95%'))).toBe(inOutputs('质量指标 "抽检完成率" ≥‹1:95›%'));
    });

    it('behind a comparator have none', () => {
        expect(labelsFor('质量指标 "抽检完成率" ≥|')[0]).toBe('95%');
        expect(labelsFor('质量指标 "抽检完成率" 80%~|')).toEqual(['100%']);
    });

    it('units follow the number', () => {
        const completion = completeAt(inOutputs('数量指标 "分析报告数量（份）" ≥1,800|'));
        expect(completion.labels[0]).toBe('份');
        expect(completion.accept(completion.item('份'))).toBe(inOutputs('数量指标 "分析报告数量（份）" ≥1,800份'));
        const half = completeAt(inOutputs('数量指标 "食品检验量" ≥1800批|'));
        expect(half.shown()).toEqual(['批次']);
        expect(half.accept(half.item('批次'))).toBe(inOutputs('数量指标 "食品检验量" ≥1800批次'));
        expect(labelsFor('质量指标 "抽检完成率" ≥95|')[0]).toBe('%');
        expect(labelsFor('质量指标 "抽检完成率" ≥9|5%')).toEqual([]);
        expect(labelsFor('数量指标 "食品检验量" ≥1800批次 年度 ≥600|')[0]).toBe('批次');
    });

    it('units that stand per something follow their slash', () => {
        const cost = completeAt(inOutputs('成本指标 "场地租赁单价" ≤11.8元/|'));
        expect(cost.shown().slice(0, 2)).toEqual(['元/人', '元/平方米']);
        expect(cost.accept(cost.item('元/平方米'))).toBe(inOutputs('成本指标 "场地租赁单价" ≤11.8元/平方米'));
        expect(completeAt(inOutputs('数量指标 "系统巡检次数" ≥1次/|')).shown()[0]).toBe('次/年度');
        expect(completeAt(inOutputs('数量指标 "系统巡检次数" ≥1次/|'), { trigger: '/' }).labels).toContain('次/季度');
        expect(completeAt(inOutputs('数量指标 "系统巡检次数" ≥1次/j|')).shown()).toContain('次/季度');
        expect(completeAt(inOutputs('数量指标 "系统巡检次数" /|'), { trigger: '/' }).labels).toEqual([]);
    });

    it('the annual value and the weight follow the value', () => {
        const completion = completeAt(inOutputs('数量指标 "食品检验量" ≥1800批次 |'));
        expect(completion.labels).toEqual(['年度', '权重']);
        expect(completion.accept(completion.item('年度'))).toBe(inOutputs('数量指标 "食品检验量" ≥1800批次 年度 ≥‹1:1800›批次'));
        expect(completeAt(inOutputs('数量指标 "食品检验量" ≥1800批次 nd|')).shown()).toEqual(['年度']);
        expect(labelsFor('数量指标 "食品检验量" ≥1800批次 年度 |')[0]).toBe('≥1800批次');
        expect(labelsFor('数量指标 "食品检验量" ≥1800批次 年度 ≥600批次 |')).toEqual(['权重']);
    });

    it('words that were used before, and words that can be checked', () => {
        const others = { 'file:///u.ptarget': ['乙', '丙'].map((name) => inOutputs('时效指标 "车辆交付" "签约后准时交付"\n质量指标 "服务评价" "95%以上"\n质量指标 "环境" "整洁"').replace('"甲"', `"${name}"`)).join('\n') };
        const known = completeAt(inOutputs('时效指标 "车辆交付" |'), { others });
        expect(known.labels[0]).toBe('签约后准时交付');
        expect(known.accept(known.items[0]!)).toBe(inOutputs('时效指标 "车辆交付" "签约后准时交付"'));
        expect(completeAt(inOutputs('时效指标 "车辆交|"'), { others }).items.map(({ textEdit }) => textEdit!.newText)).toContain('车辆交付"  "${1:签约后准时交付}"');
        expect(completeAt(inOutputs('时效指标 "设备到货" "|"'), { others }).labels).toEqual(['签约后准时交付', '2025年12月31日前', '按合同约定时间']);
        expect(completeAt(inOutputs('时效指标 "设备到货" "签约后准时交付" 年度 "|"'), { others }).labels[0]).toBe('签约后准时交付');
        // A quantity in words is offered as a quantity.
        expect(completeAt(inOutputs('质量指标 "服务评价" |'), { others }).labels[0]).toBe('≥95%');
        expect(completeAt(inOutputs('质量指标 "验收" hg|'), { others }).shown()).toContain('合格');
        expect(completeAt(inOutputs('质量指标 "验收" "|'), { others, trigger: '"' }).labels).toEqual(['整洁', '合格', '通过验收', '符合国家标准']);
    });

    it('no words that a rule would find fault with', () => {
        for (const category of ['质量', '时效', '成本']) {
            for (const words of completeAt(inOutputs(`${category}指标 "甲项" "|"`)).labels) {
                const workspace = new Workspace();
                workspace.open('file:///a.ptarget', inOutputs(`${category}指标 "甲项" "${words}"`));
                expect(workspace.problemsOf('file:///a.ptarget').filter(({ origin }) => origin.source.text.slice(origin.start, origin.end).includes(words)).map(({ rule }) => rule), words).toEqual([]);
            }
        }
    });

    it('the details of an indicator', () => {
        expect(labelsFor('数量指标 "食品检验量" ≥1800批次 {\n                |\n            }')).toEqual(['说明', '依据']);
    });
});
