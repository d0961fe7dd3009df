import { isMoneyUnit, type Money, type MoneyUnit } from './money.js';
import { textOf, type Written } from './origin.js';
import { replace, type Edit } from './problem.js';

/** The unit in which an amount is written: behind its number, or where there is none, that of the form. */
export function writtenUnit({ origin }: Written<Money>, plain: MoneyUnit): MoneyUnit {
    const [unit] = /[亿万]?元$/.exec(textOf(origin)) ?? [];
    return unit !== undefined && isMoneyUnit(unit) ? unit : plain;
}

/**
 * Writes amounts in a unit, to the last digit.
 * @param plain the unit of the form, which is not written behind the number
 */
export function inUnit(amounts: readonly Written<Money>[], unit: MoneyUnit, plain: MoneyUnit): Edit[] {
    return amounts.map(({ value, origin }) => replace(origin, value.printExactly(unit) + (unit === plain ? '' : unit)));
}
