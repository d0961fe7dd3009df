import { quotationsIn } from './quotations.js';

/** A year that a text names. */
export interface YearInText {
    readonly year: number;
    /** The year with 年 or 年度 behind it, and in a date everything up to the day. */
    readonly start: number;
    readonly end: number;
    /**
     * What it is there for: `own` where the sentence speaks of that year as its own (2023年全区…), `limit` where something
     * is to be done by then (2022年底前), `reference` where it is only compared with, remembered, or part of a name.
     */
    readonly role: 'own' | 'limit' | 'reference';
}

const YEAR = /(?<![0-9])((?:19|20)[0-9]{2})\s?年(度)?(?:\s?(1[0-2]|0?[1-9])\s?月(?:\s?([12][0-9]|3[01]|0?[1-9])\s?[日号])?)?/g;
const DATE_IN_DIGITS = /(?<![0-9])((?:19|20)[0-9]{2})([-/.])(?:1[0-2]|0?[1-9])\2(?:[12][0-9]|3[01]|0?[1-9])(?![0-9])/g;

/** Compared with, counted from or leading up to. */
const REFERRED_BEFORE = /(?:较|比|与|同|自|从|到|至|截至|截止|以|按照?|根据|[-~－～—–])\s?$/;
const REFERRED_BEHIND = /^(?:度)?(?:相比|以来|以后|起|基础|同期|水平|的基础|[-~－～—–至到]|第?\s?[0-9]+\s?号|[^，。；;,.]{0,12}(?:建设项目|号文|号\)))/;
const LIMIT_BEHIND = /^(?:度)?(?:年)?(?:底|末|内)?(?:之前|以前|前|底|末)/;
/** What has been done is told, not planned. */
const TOLD = /已|曾|荣获|了(?!解)|去年|上年/;

const SIGN_OF_A_YEAR = /(?:19|20)[0-9]{2}/;

/** The years in a text, outside quotation marks and book titles. */
export function* yearsIn(text: string): Generator<YearInText> {
    if (!SIGN_OF_A_YEAR.test(text)) return;
    const quoted = quotationsIn(text);
    let next = 0;
    for (const match of text.matchAll(YEAR)) {
        const start = match.index;
        const end = start + match[0].length;
        while (next < quoted.length && quoted[next]!.end <= start) next++;
        if (next < quoted.length && quoted[next]!.start <= start) continue;
        yield { year: Number(match[1]), start, end, role: roleOf(text, start, end, match[3] !== undefined) };
    }
    for (const match of text.matchAll(DATE_IN_DIGITS)) {
        yield { year: Number(match[1]), start: match.index, end: match.index + match[0].length, role: 'limit' };
    }
}

function roleOf(text: string, start: number, end: number, inDate: boolean): YearInText['role'] {
    const before = text.slice(Math.max(0, start - 3), start);
    const behind = text.slice(end, end + 24);
    if (REFERRED_BEHIND.test(behind)) return 'reference';
    if (LIMIT_BEHIND.test(behind)) return 'limit';
    if (REFERRED_BEFORE.test(before)) return 'reference';
    if (TOLD.test(clauseBehind(behind))) return 'reference';
    return inDate ? 'limit' : 'own';
}

function clauseBehind(behind: string): string {
    const stop = behind.search(/[，。；;,.\n]/);
    return stop < 0 ? behind : behind.slice(0, stop);
}
