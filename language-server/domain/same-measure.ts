import { halfWidth } from './half-width.js';
import { withoutUnit } from './indicator-kind.js';

/**
 * What a name or a clause measures, in a form in which everyday differences are gone: 抽查 and 抽检, 每万人口 and 每万人,
 * the year, the numbering of a list, marks, and words such as 数量 that only announce the number.
 */
export function measureKey(words: string): string {
    if (words.trim() === '') return '';
    let key = halfWidth(words);
    for (const [pattern, replacement] of EVERYDAY) key = key.replace(pattern, replacement);
    return key;
}

export function measureKeyOfName(name: string): string {
    return measureKey(withoutUnit(name));
}

const EVERYDAY: readonly (readonly [RegExp, string])[] = [
    [/^\s*(?:[0-9]{1,2}[.、)]|[(]?[一二三四五六七八九十]{1,3}[)、.])/, ''],
    [/(?:19|20)[0-9]{2}\s?年度?|本年度?|全年|当年|年内|年度|今年/g, ''],
    [/抽样检验|抽样检测|抽查/g, '抽检'],
    [/检测检验/g, '检验检测'],
    [/检查检验/g, '检验检查'],
    [/每万人口/g, '每万人'],
    [/满意率/g, '满意度'],
    [/人民群众/g, '群众'],
    [/(?:数量|总数|总量|次数|场次|个数|件数|份数|家数|户数|宗数|项数|台数|数)(?:为|是|达|要)*\s*$/, ''],
    [/(?:完成|达到|实现|确保|力争|要|为|是|有|共|约|应|计划)+\s*$/, ''],
    [/[的了和与及等在对将]/g, ''],
    [/[^\u3400-\u4dbf\u4e00-\u9fffA-Za-z0-9+]/g, ''],
];

/** Where the words that say what a figure measures stand: 食品检验量≥1800批次, 不少于1360台电梯的监督抽查. */
export type Side = 'before' | 'behind';

/**
 * How surely a clause speaks of the measure that a name means: 1 where it has the whole name at its end, less for every
 * character that either of them lacks, much less where one thing stands in the place of another (国际标准, 团体标准).
 */
export function likeness(name: string, clause: string, side: Side): number {
    if (name.length < 2 || clause.length < 2) return 0;
    const [head, otherHead] = [RATE_HEAD.exec(name)?.[0], RATE_HEAD.exec(clause)?.[0]];
    if (head !== undefined && !clause.includes(head)) return 0;
    if (side === 'before' && head === undefined && otherHead !== undefined) return 0;
    const pairs = alignment(name, clause);
    if (pairs.length < 2) return 0;
    let lacking = 0;
    let extra = 0;
    let exchanged = 0;
    let [at, other] = [-1, -1];
    for (const [index, place] of [...pairs, [name.length, clause.length] as const]) {
        const isEdge = at < 0 || index === name.length;
        const missing = index - at - 1;
        const added = place - other - 1;
        lacking += missing;
        // Words on the outer side of a clause lead up to the name; those between the name and the figure belong to it.
        const counts = !isEdge || (at < 0 ? side === 'behind' || name.length < SHORT : side === 'before' || name.length < SHORT);
        if (counts) extra += added;
        exchanged += Math.min(missing, added);
        [at, other] = [index, place];
    }
    return pairs.length / (pairs.length + lacking + extra + 2 * exchanged);
}

/** A name as short as 完成率 must be all that a clause says. */
const SHORT = 6;
const RATE_HEAD = /[\u4e00-\u9fff]{2}(?:率|度|比例)$/;

/** The longest common subsequence, as pairs of places. */
function alignment(one: string, other: string): (readonly [number, number])[] {
    const width = other.length + 1;
    const lengths = new Uint8Array((one.length + 1) * width);
    for (let i = one.length - 1; i >= 0; i--) {
        for (let j = other.length - 1; j >= 0; j--) {
            lengths[i * width + j] = one[i] === other[j]
                ? lengths[(i + 1) * width + j + 1]! + 1
                : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
        }
    }
    return trace(one, other, lengths, width);
}

/** Of several ways takes the one nearest to the end of the clause, where the words for what is measured stand. */
function trace(one: string, other: string, lengths: Uint8Array, width: number): (readonly [number, number])[] {
    const pairs: (readonly [number, number])[] = [];
    let [i, j] = [0, 0];
    while (lengths[i * width + j]! > 0) {
        const length = lengths[i * width + j]!;
        if (lengths[i * width + j + 1] === length) j++;
        else if (one[i] === other[j]) pairs.push([i++, j++]);
        else i++;
    }
    return pairs;
}
