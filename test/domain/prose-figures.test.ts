import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../language-server/domain/prose-figures.js';

function figures(text: string): string[] {
    return figuresIn(text).map(({ start, end, comparator, quantity }) => `${text.slice(start, end)} ${comparator ?? ''}${quantity.number}|${quantity.unit}`);
}

describe('figures in running text', () => {
    it.each<[string, string[]]>([
        ['1. 食品检验量≥1800批次/年。2. 食品抽检完成率≥95%。', ['≥1800批次/年 ≥1800|批次/年', '≥95% ≥95|%']],
        ['完成不少于1360台电梯的监督抽查', ['不少于1360台 ≥1360|台']],
        ['贷款的总金额≥15亿元', ['≥15亿元 ≥15|亿元']],
        ['打造示范企业或园区≥1。', ['≥1 ≥1|']],
        ['合格率达到９５％以上，', ['达到９５％以上 ≥95|%']],
        ['购置 CT 设备 1 台', ['1 台 1|台']],
        ['3. 2023年全区，2022年12月31日前，第23届，“1310”具体部署', []],
        ['“食品检验量≥2000批次”为省目标', []],
        ['《关于“十四五”的通知》(2021)1号', []],
    ])('%s', (text, expected) => expect(figures(text)).toEqual(expected));

    it('knows what leads up to a figure and what follows it', () => {
        const [first, second] = figuresIn('食品抽检1800批次、电梯抽查1360台的任务，完成率，≥95%。');
        expect(first).toMatchObject({ before: '食品抽检', behind: '、电梯抽查' });
        expect(second).toMatchObject({ before: '、电梯抽查', behind: '的任务' });
        expect(figuresIn('食品抽检完成率，≥95%')[0]!.before).toBe('食品抽检完成率,');
    });
});
