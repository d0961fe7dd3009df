import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Money, type MoneyUnit } from '../../language-server/domain/money.js';

/** An amount in hundred-millionths of a 元: every amount written with eight decimals is a whole number of them. */
const PARTS: Record<MoneyUnit, bigint> = { 元: 10n ** 8n, 万元: 10n ** 12n, 亿元: 10n ** 16n };

const unit = fc.constantFrom<MoneyUnit>('元', '万元', '亿元');
/** Digits without the point, and how many of them stand behind it. */
const written = fc.record({ digits: fc.bigInt({ min: 0n, max: 10n ** 15n }), decimals: fc.integer({ min: 0, max: 8 }), unit, negative: fc.boolean() });
type WrittenAmount = typeof written extends fc.Arbitrary<infer T> ? T : never;

function decimal(digits: bigint, decimals: number): string {
    const padded = digits.toString().padStart(decimals + 1, '0');
    return decimals === 0 ? padded : `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}

function money({ digits, decimals, unit, negative }: WrittenAmount): Money {
    return Money.parse(decimal(digits, decimals), unit, negative)!;
}

function parts({ digits, decimals, unit, negative }: WrittenAmount): bigint {
    const exact = (digits * PARTS[unit]) / 10n ** BigInt(decimals);
    return negative ? -exact : exact;
}

/** Exactly as a decimal number of a unit, with at least two decimals and thousands separators. */
function exactly(amount: bigint, unit: MoneyUnit): string {
    const places = PARTS[unit].toString().length - 1;
    const [whole = '', fraction = ''] = decimal(amount < 0n ? -amount : amount, places).split('.');
    const kept = fraction.replace(/0+$/, '').padEnd(2, '0');
    return `${amount < 0n ? '-' : ''}${grouped(whole)}.${kept}`;
}

/** Rounded to two decimals, a half away from zero. */
function rounded(amount: bigint, unit: MoneyUnit): string {
    const hundredth = PARTS[unit] / 100n;
    const positive = amount < 0n ? -amount : amount;
    const hundredths = (positive + hundredth / 2n) / hundredth;
    const [whole = '', fraction = ''] = decimal(hundredths, 2).split('.');
    return `${amount < 0n && hundredths > 0n ? '-' : ''}${grouped(whole)}.${fraction}`;
}

function grouped(whole: string): string {
    return BigInt(whole).toLocaleString('en-US');
}

describe('amounts are exact', () => {
    it('in sums, whatever units they are written in', () => {
        fc.assert(fc.property(fc.array(written, { maxLength: 30 }), unit, (amounts, printed) => {
            const sum = amounts.reduce((total, amount) => total + parts(amount), 0n);
            expect(Money.sum(amounts.map(money)).printExactly(printed)).toBe(exactly(sum, printed));
        }));
    });

    it('in differences and comparisons', () => {
        fc.assert(fc.property(written, written, (one, other) => {
            const [a, b] = [money(one), money(other)];
            const difference = parts(one) - parts(other);
            expect(a.minus(b).printExactly('元')).toBe(exactly(difference, '元'));
            expect(a.minus(b).absolute().printExactly('元')).toBe(exactly(difference < 0n ? -difference : difference, '元'));
            expect([a.equals(b), a.isMoreThan(b), a.minus(b).isNegative, a.minus(b).isZero]).toEqual([difference === 0n, difference > 0n, difference < 0n, difference === 0n]);
        }));
    });

    it('whatever the order of a sum', () => {
        fc.assert(fc.property(fc.array(written, { maxLength: 10 }), (amounts) => {
            const forward = Money.sum(amounts.map(money));
            expect(Money.sum([...amounts].reverse().map(money)).equals(forward)).toBe(true);
        }));
    });

    it('where binary fractions are not', () => {
        const [one, two, three] = ['0.1', '0.2', '0.3'].map((number) => Money.parse(number, '万元')!);
        expect(one!.plus(two!).equals(three!)).toBe(true);
        expect(Money.sum(Array.from({ length: 1000 }, () => one)).printExactly()).toBe('100.00');
    });

    it('when printed exactly and read again', () => {
        fc.assert(fc.property(written, unit, (amount, printed) => {
            const text = money(amount).printExactly(printed);
            const again = Money.parse(text.replace('-', ''), printed, text.startsWith('-'))!;
            expect(again.equals(money(amount))).toBe(true);
        }));
    });

    it('with absent amounts counted as zero', () => {
        expect(Money.sum([undefined, Money.parse('5', '万元'), undefined]).printExactly()).toBe('5.00');
        expect(Money.sum([]).equals(Money.zero)).toBe(true);
    });
});

describe('printing for the table', () => {
    it('rounds half up, away from zero, in the unit of the form', () => {
        fc.assert(fc.property(written, unit, (amount, printed) => {
            expect(money(amount).print(printed)).toBe(rounded(parts(amount), printed));
        }));
    });

    it.each([
        ['0', '0.00'], ['9764.88', '9,764.88'], ['9,764.88', '9,764.88'], ['0.005', '0.01'], ['0.0049999', '0.00'], ['2.675', '2.68'], ['1.005', '1.01'],
        ['999.995', '1,000.00'], ['1234567.891', '1,234,567.89'], ['100', '100.00'], ['0.1', '0.10'], ['123456789012345.67', '123,456,789,012,345.67'],
    ])('%s 万元 as %s', (number, printed) => {
        expect(Money.parse(number, '万元')!.print()).toBe(printed);
    });

    it.each([['0.005', '-0.01'], ['1234.5', '-1,234.50'], ['0.004', '0.00']])('-%s 万元 as %s', (number, printed) => {
        expect(Money.parse(number, '万元', true)!.print()).toBe(printed);
    });

    it('sums before it rounds', () => {
        const half = Money.parse('0.005', '万元')!;
        expect([half.print(), half.plus(half).print()]).toEqual(['0.01', '0.01']);
    });
});

describe('units', () => {
    it.each<[string, MoneyUnit, MoneyUnit, string]>([
        ['32,872,700', '元', '万元', '3,287.27'], ['0.33', '亿元', '万元', '3,300.00'], ['0.33', '亿元', '元', '33,000,000.00'],
        ['1', '元', '万元', '0.0001'], ['0.01', '元', '万元', '0.000001'], ['0.000001', '万元', '元', '0.01'], ['1', '元', '亿元', '0.00000001'],
    ])('%s %s is %s: %s', (number, from, to, expected) => {
        expect(Money.parse(number, from)!.printExactly(to)).toBe(expected);
    });
});

describe('reading', () => {
    it.each(['', '-5', '+5', '.5', '5.', '1e3', '0x10', '1_000', '５', '5万', 'NaN', 'Infinity', ' 5', ',5', '1.2.3'])('%j is no amount', (text) => {
        expect(Money.parse(text, '万元')).toBeUndefined();
    });

    it('passes over thousands separators wherever they stand', () => {
        expect(Money.parse('9764,88', '万元')!.print()).toBe('976,488.00');
        expect(Money.parse('1,2,3', '万元')!.print()).toBe('123.00');
    });
});

it('knows a part smaller than one fen in any unit', () => {
    const has = (number: string, unit: MoneyUnit) => Money.parse(number, unit)!.hasPartOfFen;
    expect([has('0.000001', '万元'), has('0.0000001', '万元'), has('0.01', '元'), has('0.001', '元'), has('0.0000000001', '亿元'), has('0.00000000001', '亿元')])
        .toEqual([false, true, false, true, false, true]);
    fc.assert(fc.property(written, (amount) => {
        expect(money(amount).hasPartOfFen).toBe(parts(amount) % (PARTS['元'] / 100n) !== 0n);
    }));
});
