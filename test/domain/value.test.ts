import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparatorOf, isEmptyValue, isPercentage, isSlip, parseQuantity, printQuantity, printValue, scaled, type IndicatorValue } from '../../language-server/domain/value.js';

function quantity(text: string, comparatorText = ''): IndicatorValue {
    return { kind: 'quantity', comparator: comparatorOf(comparatorText), comparatorText, quantity: parseQuantity(text)! };
}

describe('comparators', () => {
    it.each([
        ['≥', '≥'], ['≧', '≥'], ['⩾', '≥'], ['>=', '≥'], ['》', '≥'],
        ['≤', '≤'], ['≦', '≤'], ['⩽', '≤'], ['<=', '≤'], ['《', '≤'],
        ['>', '>'], ['<', '<'], ['=', '='],
    ])('%s means %s', (typed, meant) => {
        expect(comparatorOf(typed)).toBe(meant);
    });

    it.each(['', '=>', '=<', '≥≥', '约', '~'])('%j is none', (typed) => {
        expect(comparatorOf(typed)).toBeUndefined();
    });

    it('are slips only where title marks stand for them', () => {
        expect(['》', '《', '≥', '>=', '>'].map(isSlip)).toEqual([true, true, false, false, false]);
    });
});

describe('quantities', () => {
    it.each([
        ['900次', '900', '次'], ['95%', '95', '%'], ['1,800批次', '1,800', '批次'], ['49.85万户', '49.85', '万户'], ['11.8元/㎡', '11.8', '元/㎡'], ['2', '2', ''], ['5‰', '5', '‰'], ['2024年', '2024', '年'],
    ])('%s is %s with the unit %s', (text, number, unit) => {
        expect(parseQuantity(text)).toEqual({ number, unit });
    });

    it.each(['', '次', '-5次', '.5', '约5次'])('%j is none', (text) => {
        expect(parseQuantity(text)).toBeUndefined();
    });

    it('print as they were read', () => {
        const number = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.option(fc.stringMatching(/^[0-9]{1,6}$/), { nil: undefined }))
            .map(([whole, fraction]) => whole.toLocaleString('en-US') + (fraction === undefined ? '' : `.${fraction}`));
        fc.assert(fc.property(number, fc.constantFrom('', '%', '次', '批次', '万户', '元/㎡', '次/季度'), (written, unit) => {
            expect(parseQuantity(written + unit)).toEqual({ number: written, unit });
            expect(printQuantity(parseQuantity(written + unit)!)).toBe(written + unit);
        }));
    });
});

describe('printing', () => {
    it.each([
        [quantity('900次', '≥'), '≥900次'], [quantity('95%', '>='), '≥95%'], [quantity('5秒', '⩽'), '≤5秒'], [quantity('90%', '》'), '》90%'], [quantity('5%', '《'), '《5%'],
        [quantity('365天'), '365天'], [{ kind: 'words', text: '达100%' }, '达100%'], [{ kind: 'words', text: '' }, ''],
        [{ kind: 'range', comparatorText: '', from: parseQuantity('80%')!, to: parseQuantity('90%')! }, '80%~90%'],
    ] as [IndicatorValue, string][])('of %j', (value, printed) => {
        expect(printValue(value)).toBe(printed);
    });
});

describe('scaling', () => {
    it.each([
        ['25万页', '250000', '页'], ['49.85万户', '498500', '户'], ['15亿元', '1500000000', '元'], ['300万元', '3000000', '元'], ['2千万元', '20000000', '元'], ['3百万元', '3000000', '元'],
        ['1.5万亿元', '1500000000000', '元'], ['1,800批次', '1800', '批次'], ['95%', '95', '%'], ['5000万', '50000000', ''], ['2', '2', ''],
    ])('%s is %s %s', (text, amount, unit) => {
        const { amount: scaledAmount, unit: base } = scaled(parseQuantity(text)!);
        expect([scaledAmount.toFixed(), base]).toEqual([amount, unit]);
    });

    it('is exact', () => {
        fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (digits) => {
            const padded = digits.toString().padStart(5, '0');
            const { amount } = scaled({ number: `${padded.slice(0, -4)}.${padded.slice(-4)}`, unit: '万户' });
            expect(amount.toFixed()).toBe(digits.toString());
        }));
    });
});

it('tells percentages and values that say nothing', () => {
    expect(['95%', '5‰', '95', '95件'].map((text) => isPercentage(parseQuantity(text)!))).toEqual([true, true, false, false]);
    expect([isEmptyValue({ kind: 'words', text: '' }), isEmptyValue({ kind: 'words', text: '　 ' }), isEmptyValue({ kind: 'words', text: '无' }), isEmptyValue(quantity('0'))])
        .toEqual([true, true, false, false]);
});
