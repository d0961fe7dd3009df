import Big from 'big.js';
import { byWord } from './by-word.js';

/** The units in which amounts are written; 万元 is ten thousand yuan, 亿元 a hundred million. */
export type MoneyUnit = '元' | '万元' | '亿元';

/** The power of ten by which one of the unit is more than one 万元. */
const POWER: Record<MoneyUnit, number> = byWord({ 元: -4, 万元: 0, 亿元: 4 });

/** One fen is 0.000001 万元: the smallest part that an amount may name. */
const FEN_DECIMALS = 6;

const PLAIN_NUMBER = /^[0-9][0-9,]*(\.[0-9]+)?$/;

/** Of a whole number, up to which a JavaScript number is exact. */
const EXACT_DIGITS = 15;

export function isMoneyUnit(text: string): text is MoneyUnit {
    return text in POWER;
}

/** An exact amount of money. Nothing is rounded before it is printed. */
export class Money {
    static readonly zero = new Money(0);

    /** @param amount whole fen, which nearly all are and which add up ten times as fast; otherwise 万元 */
    private constructor(private readonly amount: number | Big) {}

    /**
     * Reads a number with optional thousands separators.
     * @returns undefined where the text is no plain decimal number
     */
    static parse(number: string, unit: MoneyUnit, negative = false): Money | undefined {
        if (!PLAIN_NUMBER.test(number)) return undefined;
        const plain = number.replaceAll(',', '');
        const [whole = '', fraction = ''] = plain.split('.');
        const decimals = FEN_DECIMALS + POWER[unit];
        const digits = whole + fraction.padEnd(decimals, '0');
        if (fraction.length > decimals || digits.length > EXACT_DIGITS) return new Money(new Big(`${negative ? '-' : ''}${plain}e${POWER[unit]}`));
        return new Money(negative ? 0 - Number(digits) : Number(digits));
    }

    /** @param exact as `toJSON` gives it */
    static fromJSON(exact: string): Money {
        const isNegative = exact.startsWith('-');
        return Money.parse(isNegative ? exact.slice(1) : exact, '万元', isNegative)!;
    }

    /** In 万元, with every digit. */
    toJSON(): string {
        return this.decimal.toFixed();
    }

    static sum(amounts: Iterable<Money | undefined>): Money {
        let total = Money.zero;
        for (const amount of amounts) {
            if (amount) total = total.plus(amount);
        }
        return total;
    }

    plus(other: Money): Money {
        const fen = typeof this.amount === 'number' && typeof other.amount === 'number' ? this.amount + other.amount : NaN;
        return new Money(Number.isSafeInteger(fen) ? fen : this.decimal.plus(other.decimal));
    }

    minus(other: Money): Money {
        return this.plus(other.negated);
    }

    absolute(): Money {
        return this.isNegative ? this.negated : this;
    }

    equals(other: Money): boolean {
        return this.minus(other).isZero;
    }

    isMoreThan(other: Money): boolean {
        return other.minus(this).isNegative;
    }

    get isNegative(): boolean {
        return typeof this.amount === 'number' ? this.amount < 0 : this.amount.lt(0);
    }

    get isZero(): boolean {
        return typeof this.amount === 'number' ? this.amount === 0 : this.amount.eq(0);
    }

    /** Whether a part is smaller than one fen. */
    get hasPartOfFen(): boolean {
        return typeof this.amount !== 'number' && !this.amount.round(FEN_DECIMALS).eq(this.amount);
    }

    /** As the forms print it: thousands separators, two decimals, rounded half up (away from zero). */
    print(unit: MoneyUnit = '万元'): string {
        return separateThousands(withoutSignOfZero(this.in(unit).toFixed(2, Big.roundHalfUp)));
    }

    /** With every digit that it has, at least two decimals: for messages and fixes, where rounding would hide a difference. */
    printExactly(unit: MoneyUnit = '万元'): string {
        const exact = this.in(unit);
        const decimals = exact.toFixed().split('.')[1]?.length ?? 0;
        return separateThousands(withoutSignOfZero(exact.toFixed(Math.max(2, decimals))));
    }

    /** The share of a whole in per cent, for reading; undefined of a whole that is not above zero. */
    percentOf(whole: Money): string | undefined {
        if (whole.isNegative || whole.isZero) return undefined;
        return `${this.decimal.times(100).div(whole.decimal).toFixed(2, Big.roundHalfUp)}%`;
    }

    /** As a plain decimal number for programs, e.g. a spreadsheet's cell; exact up to the digits of a double. */
    toNumber(unit: MoneyUnit = '万元'): number {
        return this.in(unit).toNumber();
    }

    private get negated(): Money {
        return new Money(typeof this.amount === 'number' ? 0 - this.amount : this.amount.neg());
    }

    /** In 万元. */
    private get decimal(): Big {
        return typeof this.amount === 'number' ? new Big(`${this.amount}e-${FEN_DECIMALS}`) : this.amount;
    }

    private in(unit: MoneyUnit): Big {
        return unit === '万元' ? this.decimal : new Big(`${this.decimal.toFixed()}e${-POWER[unit]}`);
    }
}

/** What is below zero by less than can be seen is printed as zero. */
function withoutSignOfZero(decimal: string): string {
    return /^-[0.]+$/.test(decimal) ? decimal.slice(1) : decimal;
}

function separateThousands(decimal: string): string {
    const [whole = '', fraction] = decimal.split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
