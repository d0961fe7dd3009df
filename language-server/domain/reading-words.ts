import { halfWidth } from './half-width.js';
import { remembered } from './remembered.js';
import { isKnownUnit, PERIODS } from './units.js';
import { comparatorOf, type Comparator, type IndicatorValue, type Quantity } from './value.js';

/** A value written in words that says a quantity: 达100%, 95%以上, 不少于10次, >90%以上, 每半年≥1次. */
export interface Reading {
    /** Each direction that is said, in the order of the text: none in 达100%, two in >90%以上. */
    readonly directions: readonly Direction[];
    /** Whether 达 or 达到 stands before it. */
    readonly reached: boolean;
    readonly quantity: Quantity;
    /** Where the number stands in the words. */
    readonly numberStart: number;
    readonly numberEnd: number;
}

export interface Direction {
    readonly comparator: Comparator;
    /** As written: ≥, 不少于, 以上. */
    readonly text: string;
}

/** Longer words first, so that 不得少于 is not read as 少于. */
const BEFORE: readonly (readonly [Comparator, string])[] = [
    ['≥', '大于或等于|大于等于|高于或等于|高于等于|不得少于|不得低于|不得小于|不少于|不低于|不小于|至少|最少|最低'],
    ['≤', '小于或等于|小于等于|低于或等于|低于等于|不得超过|不得高于|不得多于|不得大于|不超过|不高于|不多于|不大于|至多|最多|最高'],
    ['>', '突破|超过|大于|高于|多于|超'],
    ['<', '小于|低于|少于|不足|不到'],
    ['=', '等于'],
];
const BEHIND: readonly (readonly [Comparator, string])[] = [
    ['≥', '及其以上|及以上|或以上|以上'],
    ['≤', '及其以下|及以下|或以下|以下|以内|之内|内'],
];

const DIRECTION_OF = new Map([...BEFORE, ...BEHIND].flatMap(([comparator, words]) => words.split('|').map((word) => [word, comparator] as const)));

export const WORDS_BEFORE = BEFORE.map(([, words]) => words).join('|');
const WORDS_BEHIND = BEHIND.map(([, words]) => words).join('|');
export const SIGNS = '>=|<=|[≥≤≧≦⩾⩽><=》《]';

/** What 不少于 or 以上 says. */
export function directionOfWord(word: string | undefined): Comparator | undefined {
    return word === undefined ? undefined : DIRECTION_OF.get(word);
}

/** Longer values are sentences, not quantities. */
const LONGEST = 40;

/** 每半年 | 达到 | 不少于 | ≥ | 10 | 次/年 | (含)以上; the blank marks in between may be left by a scanner. */
const QUANTITY_IN_WORDS = new RegExp(
    `^(?:每(${PERIODS.join('|')}))?\\s*(达到|达|为期|为|控制在)?\\s*(${WORDS_BEFORE})?\\s*(${SIGNS})?\\s*([0-9][0-9,]*(?:\\.[0-9]+)?)\\s*`
    + `([^0-9\\s(),，。;；]*?)(?:\\((?:含|包含)\\))?(${WORDS_BEHIND})?(?:到位|完成|办结|送达|响应|交付)?[。.]?$`,
);

const HAN_NUMBER = /^(为期|达到|达|不少于|不低于|不超过|至少|超过)?([一二两三四五六七八九十])(?=个|年|天|日|周|次|场|份|件|项|期|篇|家|台)/;
const HAN_DIGITS: Record<string, string> = { 一: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9', 十: '10' };

/** @returns undefined where the words say more than a quantity, or none */
export function readWords(words: string): Reading | undefined {
    return words.length > LONGEST ? undefined : read(words);
}

const read = remembered((words: string): Reading | undefined => {
    const plain = halfWidth(words);
    const inDigits = plain.trim().replace(HAN_NUMBER, (_, before: string | undefined, digit: string) => (before ?? '') + HAN_DIGITS[digit]!);
    const match = QUANTITY_IN_WORDS.exec(inDigits);
    if (!match) return undefined;
    const [, per, reached, before, sign, number, unit, behind] = match;
    const quantity = { number: number!, unit: unit! + (per && !unit!.includes('/') ? `/${per}` : '') };
    if (quantity.unit !== '' && !isKnownUnit(quantity.unit)) return undefined;
    const directions = [before, sign, behind].filter((text) => text !== undefined).map((text): Direction => ({ text, comparator: DIRECTION_OF.get(text) ?? comparatorOf(text)! }));
    const numberStart = plain.indexOf(number!);
    const span = numberStart < 0 ? { numberStart: 0, numberEnd: words.length } : { numberStart, numberEnd: numberStart + number!.length };
    return { directions, reached: reached?.startsWith('达') ?? false, quantity, ...span };
});

const UNIT_WITH_DIRECTION = new RegExp(`^(.+?)(${WORDS_BEHIND})$`);

/** A quantity whose unit drags a direction along, as in 10次以上 without quotes. */
export function directionInUnit({ unit }: Quantity): { unit: string; direction: Direction } | undefined {
    return dragged(unit);
}

const dragged = remembered((unit: string): { unit: string; direction: Direction } | undefined => {
    const match = UNIT_WITH_DIRECTION.exec(unit);
    if (!match || !isKnownUnit(match[1]!)) return undefined;
    return { unit: match[1]!, direction: { text: match[2]!, comparator: DIRECTION_OF.get(match[2]!)! } };
});

/** What is to be reached, and in which direction, however it was written. */
export interface Measure {
    readonly comparator?: Comparator;
    readonly quantity: Quantity;
}

/** What a value measures; undefined for words that say no quantity, and for ranges. */
export function measureOf(value: IndicatorValue | undefined): Measure | undefined {
    if (value?.kind === 'quantity') {
        const inUnit = directionInUnit(value.quantity);
        if (!inUnit) return value;
        return { comparator: value.comparator ?? inUnit.direction.comparator, quantity: { number: value.quantity.number, unit: inUnit.unit } };
    }
    const reading = value?.kind === 'words' ? readWords(value.text) : undefined;
    return reading && { comparator: comparatorMeant(reading), quantity: reading.quantity };
}

/** X以上 includes X, so 以上 decides over a > beside it; 达100% can only be met by 100%, other 达 mean at least. */
export function comparatorMeant({ directions, reached, quantity }: Reading): Comparator | undefined {
    const inclusive = directions.find(({ comparator }) => comparator === '≥' || comparator === '≤');
    const first = inclusive ?? directions[0];
    if (first) return first.comparator;
    if (!reached) return undefined;
    return quantity.unit === '%' && Number(quantity.number) === 100 ? '=' : '≥';
}
