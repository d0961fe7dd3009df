import Big from 'big.js';
import { byWord } from './by-word.js';

/** The units in which amounts are written; 万元 is ten thousand yuan, 亿元 a hundred million. */
export type MoneyUnit = '元' | '万元' | '亿元';

/** The power of ten by which one of the unit is more than one 万元. */
const POWER: Record<MoneyUnit, number> = byWord({ 元: -4, 万元: 0, 亿元: 4 });

/** One fen is 0.000001 万元: the smallest part that an amount may name. */
const FEN_DECIMALS = 6;
const FEN_IN_TEN_THOUSAND = 10 ** FEN_DECIMALS;

const PLAIN_NUMBER = /^[0-9][0-9,]*(\.[0-9]+)?$/;

export function isMoneyUnit(text: string): text is MoneyUnit {
    return text in POWER;
}

/** An exact amount of money, kept in 万元. Nothing is rounded before it is printed. */
export class Money {
    static readonly zero = new Money(new Big(0));

    private fen: number | undefined;

    private constructor(private readonly tenThousands: Big) {}

    /**
     * Reads a number with optional thousands separators.
     * @returns undefined where the text is no plain decimal number
     */
    static parse(number: string, unit: MoneyUnit, negative = false): Money | undefined {
        if (!PLAIN_NUMBER.test(number)) return undefined;
        const digits = new Big(`${negative ? '-' : ''}${number.replaceAll(',', '')}e${POWER[unit]}`);
        return new Money(digits);
    }

    /** @param exact as `toJSON` gives it */
    static fromJSON(exact: string): Money {
        return new Money(new Big(exact));
    }

    /** In 万元, with every digit. */
    toJSON(): string {
        return this.tenThousands.toFixed();
    }

    static sum(amounts: Iterable<Money | undefined>): Money {
        let total = Money.zero;
        let fen = 0;
        for (const amount of amounts) {
            if (!amount) continue;
            if (Number.isSafeInteger(fen + amount.wholeFen)) fen += amount.wholeFen;
            else total = total.plus(amount);
        }
        return total.plus(new Money(new Big(`${fen}e-${FEN_DECIMALS}`)));
    }

    plus(other: Money): Money {
        return new Money(this.tenThousands.plus(other.tenThousands));
    }

    minus(other: Money): Money {
        return new Money(this.tenThousands.minus(other.tenThousands));
    }

    absolute(): Money {
        return new Money(this.tenThousands.abs());
    }

    equals(other: Money): boolean {
        return this.tenThousands.eq(other.tenThousands);
    }

    isMoreThan(other: Money): boolean {
        return this.tenThousands.gt(other.tenThousands);
    }

    get isNegative(): boolean {
        return this.tenThousands.lt(0);
    }

    get isZero(): boolean {
        return this.tenThousands.eq(0);
    }

    /** Whether a part is smaller than one fen. */
    get hasPartOfFen(): boolean {
        return !this.tenThousands.round(FEN_DECIMALS).eq(this.tenThousands);
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
        if (!whole.tenThousands.gt(0)) return undefined;
        return `${this.tenThousands.times(100).div(whole.tenThousands).toFixed(2, Big.roundHalfUp)}%`;
    }

    /** As a plain decimal number for programs, e.g. a spreadsheet's cell; exact up to the digits of a double. */
    toNumber(unit: MoneyUnit = '万元'): number {
        return this.in(unit).toNumber();
    }

    /** Whole fen add up exactly and ten times as fast; NaN of parts of a fen and of more than a number holds. */
    private get wholeFen(): number {
        if (this.fen === undefined) {
            const exact = this.tenThousands.times(FEN_IN_TEN_THOUSAND);
            const fen = exact.toNumber();
            this.fen = Number.isSafeInteger(fen) && exact.eq(fen) ? fen : NaN;
        }
        return this.fen;
    }

    private in(unit: MoneyUnit): Big {
        return unit === '万元' ? this.tenThousands : new Big(`${this.tenThousands.toFixed()}e${-POWER[unit]}`);
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
