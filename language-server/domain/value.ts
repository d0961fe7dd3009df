import Big from 'big.js';
import { byWord } from './by-word.js';
import { remembered } from './remembered.js';

/** Directions as compared; what the officer typed is kept beside it for printing. */
export type Comparator = '≥' | '≤' | '>' | '<' | '=';

/** A number with the unit written against it; the unit is empty where there is none. */
export interface Quantity {
    /** As written, thousands separators included. */
    readonly number: string;
    readonly unit: string;
}

/** The value of an indicator: measurable, or in words. */
export type IndicatorValue =
    | { readonly kind: 'quantity'; readonly comparator?: Comparator; readonly comparatorText: string; readonly quantity: Quantity }
    | { readonly kind: 'range'; readonly comparator?: Comparator; readonly comparatorText: string; readonly from: Quantity; readonly to: Quantity }
    | { readonly kind: 'words'; readonly text: string };

/** 》 and 《 are slips for ≥ and ≤: read as such, printed as written. */
const COMPARATORS: Record<string, Comparator> = byWord({
    '≥': '≥', '≧': '≥', '⩾': '≥', '>=': '≥', '》': '≥',
    '≤': '≤', '≦': '≤', '⩽': '≤', '<=': '≤', '《': '≤',
    '>': '>', '<': '<', '=': '=',
});

const SLIPS = new Set(['》', '《']);

export function comparatorOf(text: string): Comparator | undefined {
    return COMPARATORS[text];
}

export function isSlip(comparatorText: string): boolean {
    return SLIPS.has(comparatorText);
}

/** `""`, as a value that is missing in the source is recorded. */
export function isEmptyValue(value: IndicatorValue): boolean {
    return value.kind === 'words' && value.text.trim() === '';
}

const QUANTITY = /^([0-9][0-9,]*(?:\.[0-9]+)?)(.*)$/;

export const parseQuantity = remembered((text: string): Quantity | undefined => {
    const [, number, unit] = QUANTITY.exec(text) ?? [];
    return number === undefined ? undefined : { number, unit: unit ?? '' };
});

/** What a value is made of: words, or the comparator as typed with the number and unit of one quantity, or of two. */
export type PartsOfValue = readonly [words: string] | readonly [comparatorText: string, number: string, unit: string, ...to: readonly [number: string, unit: string] | []];

export function partsOf(value: IndicatorValue): PartsOfValue {
    switch (value.kind) {
        case 'words':
            return [value.text];
        case 'quantity':
            return [value.comparatorText, value.quantity.number, value.quantity.unit];
        case 'range':
            return [value.comparatorText, value.from.number, value.from.unit, value.to.number, value.to.unit];
    }
}

export function valueOf(parts: PartsOfValue): IndicatorValue {
    if (parts.length === 1) return { kind: 'words', text: parts[0] };
    const [comparatorText, number, unit, toNumber, toUnit] = parts;
    const [signs, quantity] = [{ comparator: comparatorOf(comparatorText), comparatorText }, { number, unit }];
    return toNumber === undefined || toUnit === undefined ? { kind: 'quantity', ...signs, quantity } : { kind: 'range', ...signs, from: quantity, to: { number: toNumber, unit: toUnit } };
}

/** As the table prints it: signs that only look different are printed as ≥ and ≤, slips as they were written. */
export function printValue(value: IndicatorValue): string {
    switch (value.kind) {
        case 'words':
            return value.text;
        case 'quantity':
            return printComparator(value) + printQuantity(value.quantity);
        case 'range':
            return `${printComparator(value)}${printQuantity(value.from)}~${printQuantity(value.to)}`;
    }
}

export function printQuantity({ number, unit }: Quantity): string {
    return number + unit;
}

function printComparator(value: { comparator?: Comparator; comparatorText: string }): string {
    return isSlip(value.comparatorText) ? value.comparatorText : (value.comparator ?? '');
}

/** 万 and 亿 belong to the number: 25万页 is 250,000页. */
const SCALES: readonly [prefix: string, power: number][] = [['万亿', 12], ['千万', 7], ['百万', 6], ['亿', 8], ['万', 4]];

/** The prefixes of units that belong to the number, the longest first. */
export const SCALE_PREFIXES: readonly string[] = SCALES.map(([prefix]) => prefix);
const SCALED = new RegExp(`^(?:${SCALE_PREFIXES.join('|')})`);

/** A quantity as a plain number of its base unit, for comparing; equal ones have the same key. */
export function scaled({ number, unit }: Quantity): { readonly amount: Big; readonly unit: string; readonly key: string } {
    return scaledOnce(`${number} ${unit}`);
}

/** The same for quantities that are equal once scales and the ways of writing a number are reckoned in: 0.1万件 and 1,000件. */
export function keyOfQuantity(quantity: Quantity): string {
    const { number, unit } = quantity;
    return WHOLE_NUMBER.test(number) && !SCALED.test(unit) ? number + unit : scaled(quantity).key;
}

/** As an amount prints it: nothing has to be reckoned. */
const WHOLE_NUMBER = /^(?:0|[1-9][0-9]*)$/;

const scaledOnce = remembered((quantity) => {
    const blank = quantity.indexOf(' ');
    const [number, unit] = [quantity.slice(0, blank), quantity.slice(blank + 1)];
    const [prefix, power] = SCALES.find(([prefix]) => unit.startsWith(prefix)) ?? ['', 0];
    const amount = new Big(`${number.replaceAll(',', '')}e${power}`);
    const plainUnit = unit.slice(prefix.length);
    return { amount, unit: plainUnit, key: amount.toFixed() + plainUnit };
});

export function isPercentage({ unit }: Quantity): boolean {
    return unit === '%' || unit === '‰';
}
