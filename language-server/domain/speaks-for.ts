import { kindOfName, withoutUnit } from './indicator-kind.js';
import type { Indicator } from './plan.js';
import { polarityOf } from './polarity.js';
import { measureOf, type Measure } from './reading-words.js';
import { categoryKey } from './taxonomy.js';
import { dimensionOfQuantity } from './units.js';
import { isPercentage } from './value.js';
import type { Wording } from './wording.js';

/** Why an indicator seems to belong to another category than the one it is filed under. */
export interface Suspicion {
    /** The category that it speaks for, without the suffix 指标. */
    readonly category: '数量' | '质量' | '时效' | '成本';
    readonly because: Wording;
}

const EFFECTS = new Set(['经济效益', '社会效益', '生态效益', '环境效益', '可持续影响']);
const SATISFACTIONS = /满意/;

/** Measured rates of nature and of people's health are effects, whatever word they end in. */
const MEASURED_EFFECT = /水质|空气|环境质量|排放|噪声|污染|土壤|垃圾|污水|废水|废气|生态|绿化|健康|体质|体测|升学|就业/;
/** 压缩办理时限 is an effect for those who wait. */
const DONE_IN_TIME = /及时|按时|按期|准时|如期/;
const COST = /(?:成本|造价|单价|工程费用|总费用)$/;
/** Marks, ranks and prizes are counted and still say how good a thing is. */
const QUALITY_IN_NUMBERS = /获奖|奖项|等级|级别|星级|排名|名次|质保|使用年限/;

/** @returns undefined where name and value agree with the category, or say too little */
export function suspicionOf(indicator: Indicator): Suspicion | undefined {
    const filed = categoryKey(indicator.category.value);
    const name = indicator.name.value;
    const kind = kindOfName(name);
    if (kind.satisfaction) return undefined;
    const measure = measureOf(indicator.cycle?.value);
    const counted = measure !== undefined && dimensionOfQuantity(measure.quantity) === 'count';

    if (filed === '数量') {
        if (kind.timeliness && !counted) return { category: '时效', because: SAYS_WHEN };
        if (isMoney(measure) && COST.test(withoutUnit(name))) return { category: '成本', because: SAYS_COST };
        if (isShare(kind.rate, measure, counted)) return { category: '质量', because: kind.rate ? NAME_IS_RATE : VALUE_IS_RATE };
    } else if (filed === '质量' || filed === '时效') {
        if (filed === '质量' && kind.timeliness && !counted) return { category: '时效', because: SAYS_WHEN };
        if (isMoney(measure) && COST.test(withoutUnit(name))) return { category: '成本', because: SAYS_COST };
        if (counted && !kind.rate && !kind.timeliness && isAmountOfWork(name, measure)) return { category: '数量', because: VALUE_IS_COUNT };
    } else if (EFFECTS.has(filed) || SATISFACTIONS.test(filed)) {
        if (DONE_IN_TIME.test(name)) return { category: '时效', because: SAYS_WHEN };
        if (kind.outputQuality && !MEASURED_EFFECT.test(name) && !isLasting(filed, name)) return { category: '质量', because: RATES_OUTPUT };
        if (kind.activity && counted) return { category: '数量', because: COUNTS_WORK };
    }
    return undefined;
}

function isShare(namedSo: boolean, measure: Measure | undefined, counted: boolean): boolean {
    return namedSo ? !counted : measure !== undefined && isPercentage(measure.quantity);
}

function isMoney(measure: Measure | undefined): boolean {
    return measure !== undefined && dimensionOfQuantity(measure.quantity) === 'money';
}

/** Mistakes and complaints are counted as well, up to a limit or as none, and speak for quality. */
function isAmountOfWork(name: string, { comparator, quantity }: Measure): boolean {
    const isLimit = comparator === '≤' || comparator === '<' || Number(quantity.number) === 0;
    return !isLimit && polarityOf(name) !== 'negative' && !QUALITY_IN_NUMBERS.test(name);
}

/** That a system goes on running may well be its lasting effect. */
function isLasting(filed: string, name: string): boolean {
    return filed === '可持续影响' && /运行率/.test(name);
}

const NAME_IS_RATE: Wording = { zh: '名称是比率，数量指标写的是多少个、多少次', en: 'its name is a rate, and quantity is a count' };
const VALUE_IS_RATE: Wording = { zh: '值是百分数，数量指标写的是多少个、多少次', en: 'its value is a percentage, and quantity is a count' };
const VALUE_IS_COUNT: Wording = { zh: '值是数量', en: 'its value is a count' };
const SAYS_WHEN: Wording = { zh: '说的是及时、按期或时限', en: 'it says when or how fast' };
const SAYS_COST: Wording = { zh: '说的是花多少钱', en: 'it says what is spent' };
const RATES_OUTPUT: Wording = { zh: '说的是产出的质量（验收、合格、达标、完成、响应等），不是产生的效果', en: 'it says how good the output is, not what it brings about' };
const COUNTS_WORK: Wording = { zh: '说的是做了多少工作，不是产生的效果', en: 'it counts what is done, not what it brings about' };
