import { describe, expect, it } from 'vitest';
import { comparatorMeant, directionInUnit, measureOf, readWords } from '../../language-server/domain/reading-words.js';
import { saysTwoDirections } from '../../language-server/domain/two-directions.js';
import { printQuantity } from '../../language-server/domain/value.js';

function said(words: string): string | undefined {
    const reading = readWords(words);
    return reading && (comparatorMeant(reading) ?? '') + printQuantity(reading.quantity);
}

describe('a quantity read out of words', () => {
    it.each([
        ['达100%', '=100%'], ['达到100%', '=100%'], ['达95%', '≥95%'], ['达90%以上', '≥90%'], ['95%以上', '≥95%'], ['95%及以上', '≥95%'], ['95%(含)以上', '≥95%'],
        ['不少于10次', '≥10次'], ['不得少于10次', '≥10次'], ['不低于95%', '≥95%'], ['至少1份', '≥1份'], ['突破300亿元', '>300亿元'], ['超过1,000人次', '>1,000人次'],
        ['不超过5%', '≤5%'], ['控制在5%以内', '≤5%'], ['5分钟内', '≤5分钟'], ['3个工作日以内', '≤3个工作日'], ['1个小时内到位', '≤1个小时'], ['低于3次', '<3次'],
        ['≥90%', '≥90%'], ['>=90%', '≥90%'], ['》90%', '≥90%'], ['100%', '100%'], ['≥９５％', '≥95%'], ['≥ 90%', '≥90%'], ['每半年≥1次', '≥1次/半年'], ['每季度1次', '1次/季度'],
        ['为期一年', '1年'], ['两次以上', '≥2次'], ['25万页', '25万页'], ['>90%以上', '≥90%'], ['达≥95%', '≥95%'],
    ])('%s is %s', (words, expected) => expect(said(words)).toBe(expected));

    it.each([
        '', '效果明显', '下降20%', '同比下降', '2个(每个试点市场1个)', '>49.85万户(大于上一年底市场主体总量)', '3个平台运营壮大', '2023年12月31日前', '等于或低于预算价格',
        '收到销毁指令三个月内完成销毁', '2023年,全区发明专利授权量达到1400件', '达到指定金额:无', '≥5000万',
    ])('%s is left as words', (words) => expect(readWords(words)).toBeUndefined());

    it('tells where the number stands', () => {
        const { numberStart, numberEnd } = readWords('不少于1,200次')!;
        expect('不少于1,200次'.slice(numberStart, numberEnd)).toBe('1,200');
    });
});

describe('two directions', () => {
    it.each(['>90%以上', '达≥95%', '不低于95%以上', '≥10次以内', '不少于≥10次'])('are said by %s', (words) => expect(saysTwoDirections(readWords(words)!)).toBe(true));
    it.each(['达90%以上', '95%以上', '控制在5%以内', '达100%', '≥95%', '不少于10次'])('are not said by %s', (words) => expect(saysTwoDirections(readWords(words)!)).toBe(false));
});

it('finds a direction that a unit without quotes drags along', () => {
    expect(directionInUnit({ number: '10', unit: '次以上' })).toEqual({ unit: '次', direction: { text: '以上', comparator: '≥' } });
    expect(directionInUnit({ number: '10', unit: '次' })).toBeUndefined();
    expect(measureOf({ kind: 'quantity', comparatorText: '', quantity: { number: '10', unit: '次及以上' } })).toEqual({ comparator: '≥', quantity: { number: '10', unit: '次' } });
});
