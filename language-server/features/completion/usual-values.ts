import { byWord } from '../../domain/by-word.js';
import { kindOfName, likelyUnits, withoutUnit } from '../../domain/indicator-kind.js';
import { polarityOf } from '../../domain/polarity.js';
import { categoryKey } from '../../domain/taxonomy.js';
import { measureOf } from '../../domain/reading-words.js';
import { dimensionOf, partsOfUnit, PERIODS, type Dimension } from '../../domain/units.js';
import type { IndicatorValue } from '../../domain/value.js';
import type { Workspace } from '../../workspace/workspace.js';

/** A direction, a number to begin with, and a unit. */
export interface UsualValue {
    readonly comparator: string;
    readonly number: string;
    readonly unit: string;
}

/** Units of indicators whose name says none, by category. */
const UNITS_OF_CATEGORY: Readonly<Record<string, readonly string[]>> = byWord({
    数量: ['个', '次', '项', '份', '件', '人', '人次', '台', '套', '批次', '家', '户', '场次', '期', '天', '平方米', '公里'],
    质量: ['%', '分'],
    时效: ['%', '天', '个工作日', '小时', '分钟', '个月', '年'],
    成本: ['万元', '元', '元/人', '元/平方米', '元/人天'],
    经济成本: ['万元', '元', '元/人', '元/平方米', '元/人天'],
    经济效益: ['%', '万元', '亿元'],
    社会效益: ['%', '人', '人次', '家', '次', '起'],
    生态效益: ['%', '吨', '平方米', '天', '起'],
    可持续影响: ['年', '%', '项'],
    服务对象满意度: ['%', '分'],
    满意度: ['%', '分'],
});

/** How long something may take, and not which share was in time. */
const DURATION = /(?:时限|时间|时长|工期|周期|期限)$/;
const UNITS_OF_DURATION = ['天', '个工作日', '小时', '分钟', '个月'];

/** A number to begin with; most units begin with 1. */
const NUMBERS: Readonly<Record<string, string>> = byWord({ 天: '30', 个工作日: '10', 小时: '24', 分钟: '30', 万元: '10', 元: '1000' });

/** The units that a value of this name and category is likely to have, the likeliest first. */
export function usualUnits(name: string, category: string): string[] {
    const key = categoryKey(category);
    const said = DURATION.test(withoutUnit(name)) ? UNITS_OF_DURATION : saysUnit(name) ? likelyUnits(name) : [];
    // 万 belongs to amounts of money as forms state them.
    const units = [...said.flatMap((unit) => (unit === '元' ? ['万元', '元'] : [unit])), ...(UNITS_OF_CATEGORY[key] ?? []), ...likelyUnits(name), ...UNITS_OF_CATEGORY.数量!, '%'];
    return [...new Set(units)];
}

/** What money is spent on, and what anything else is counted in. */
const COUNTED_THINGS = ['人', '人次', '人天', '平方米', '个', '台', '套', '件', '份', '户', '家', '公里', '吨'];

/** Units whose slash stands already: 元/人, 次/年. */
export function unitsPer(counted: string): string[] {
    const money = dimensionOf(partsOfUnit(counted).base) === 'money';
    return (money ? [...COUNTED_THINGS, ...PERIODS] : [...PERIODS, ...COUNTED_THINGS]).map((per) => `${counted}/${per}`);
}

/** Whether the name lets a unit be guessed better than the category does. */
function saysUnit(name: string): boolean {
    return name !== '' && !(likelyUnits(name).join() === likelyUnits('').join());
}

/** What an indicator of this name and category is usually to reach, the likeliest first. */
export function usualValues(name: string, category: string, known: IndicatorValue | undefined): UsualValue[] {
    const first = known && fromKnown(known);
    const guessed = usualUnits(name, category).slice(0, 4).map((unit) => guess(name, category, unit));
    return first ? [first, ...guessed.filter(({ unit }) => unit !== first.unit)] : guessed;
}

/** 95%以上 is as good as ≥95%; other words say no quantity. */
export function fromKnown(value: IndicatorValue): UsualValue | undefined {
    const measure = measureOf(value);
    return measure && { comparator: measure.comparator ?? '', ...measure.quantity };
}

function guess(name: string, category: string, unit: string): UsualValue {
    const dimension = dimensionOf(partsOfUnit(unit).base);
    const unwanted = polarityOf(name) === 'negative';
    const { timeliness, satisfaction } = kindOfName(name);
    const key = categoryKey(category);
    const limits = unwanted || key.endsWith('成本') || (dimension === 'time' && (timeliness || key === '时效'));
    return { comparator: limits ? '≤' : '≥', number: numberFor(unit, dimension, unwanted, satisfaction), unit };
}

function numberFor(unit: string, dimension: Dimension | undefined, unwanted: boolean, satisfaction: boolean): string {
    if (dimension === 'share') return unwanted ? '5' : satisfaction ? '90' : '95';
    return dimension === 'score' ? '90' : NUMBERS[unit] ?? '1';
}

/** What a library or other lines of the workspace say of a name; the line that is being written says nothing of itself. */
export function knownValue(workspace: Workspace, category: string, name: string): IndicatorValue | undefined {
    const known = name === '' ? undefined : workspace.indicatorNames.find(category, name);
    return known && (known.libraries.length > 0 || known.uses > 1) ? known.value : undefined;
}
