import { halfWidth } from './half-width.js';
import { quotationsIn } from './quotations.js';
import { directionOfWord, SIGNS, WORDS_BEFORE } from './reading-words.js';
import { ALL_UNITS, isKnownUnit, PERIODS } from './units.js';
import { comparatorOf, SCALE_PREFIXES, type Comparator, type Quantity } from './value.js';

/** A quantity in running text, with the words around it that say what it measures. */
export interface Figure {
    readonly quantity: Quantity;
    readonly comparator: Comparator | undefined;
    /** From the words of direction to the unit and what follows it: 不少于1360台, ≥1800批次/年. */
    readonly start: number;
    readonly end: number;
    /** Number and unit alone. */
    readonly quantityStart: number;
    readonly quantityEnd: number;
    readonly before: string;
    readonly behind: string;
}

const UNITS_LONGEST_FIRST = [...ALL_UNITS].sort((one, other) => other.length - one.length).join('|');

const FIGURE = new RegExp(
    `(达到|达|${WORDS_BEFORE})?\\s?(${SIGNS})?\\s?(?<![0-9A-Za-z.第/\\-])([0-9][0-9,]*(?:\\.[0-9]+)?)\\s?((?:${SCALE_PREFIXES.join('|')})?(?:${UNITS_LONGEST_FIRST})|${SCALE_PREFIXES.join('|')})?`
    + `(/(?:${PERIODS.join('|')}))?(及其以上|及以上|或以上|以上|及以下|或以下|以下|以内)?`,
    'g',
);
const YEAR = /^(?:19|20)[0-9]{2}$/;
const SENTENCE_END = '。；;！!？?\n\r';
const CLAUSE_END = `${SENTENCE_END}，,：:`;

/** How much text on either side may say what a figure measures. */
const REACH = 60;

/** The figures of a text that have a unit or a sign, in its order; years, dates, numberings and quotations are left out. */
export function figuresIn(text: string): Figure[] {
    const plain = halfWidth(text);
    const quotations = quotationsIn(text);
    const matches = [...plain.matchAll(FIGURE)].filter((match) => isFigure(match));
    const figures: Figure[] = [];
    let quotation = 0;
    matches.forEach((match, index) => {
        const start = match.index + match[0].search(/\S/);
        const end = match.index + match[0].length;
        while (quotation < quotations.length && quotations[quotation]!.end <= start) quotation++;
        if (quotation < quotations.length && quotations[quotation]!.start <= start) return;
        const previous = matches[index - 1];
        const next = matches[index + 1];
        const [, before, sign, number, unit, per, behind] = match;
        const leading = match[0].trimStart().indexOf(number!);
        figures.push({
            quantity: { number: number!, unit: (unit ?? '') + (per ?? '') },
            comparator: comparatorOf(sign ?? '') ?? directionOfWord(before) ?? directionOfWord(behind),
            start,
            end,
            quantityStart: start + leading,
            quantityEnd: start + leading + number!.length + (unit === undefined ? 0 : plain.slice(start + leading + number!.length).indexOf(unit) + unit.length),
            before: clauseBefore(plain, start, previous === undefined ? 0 : previous.index + previous[0].length),
            behind: clauseBehind(plain, end, next?.index ?? plain.length),
        });
    });
    return figures;
}

function isFigure([, , sign, number, unit]: RegExpMatchArray): boolean {
    if (unit === undefined) return sign !== undefined;
    return !(YEAR.test(number!) && unit.startsWith('年')) && isKnownUnit(unit) && unit !== '月' && unit !== '日';
}

/** The words that lead up to a figure; where a comma stands right before it, those before the comma. */
function clauseBefore(text: string, end: number, from: number): string {
    const reach = text.slice(Math.max(from, end - REACH), end);
    const sentence = reach.slice(lastOf(SENTENCE_END, reach, reach.length) + 1);
    const words = sentence.trimEnd();
    const comma = words !== '' && CLAUSE_END.includes(words.at(-1)!) ? 1 : 0;
    return sentence.slice(lastOf(CLAUSE_END, words, words.length - comma) + 1);
}

function clauseBehind(text: string, start: number, until: number): string {
    const end = Math.min(until, start + REACH);
    let stop = start;
    while (stop < end && !CLAUSE_END.includes(text[stop]!)) stop++;
    return text.slice(start, stop);
}

function lastOf(marks: string, text: string, before: number): number {
    let index = before - 1;
    while (index >= 0 && !marks.includes(text[index]!)) index--;
    return index;
}
