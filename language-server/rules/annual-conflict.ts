import { textOf } from '../domain/origin.js';
import { indicatorGroupsOf, indicatorsOf } from '../domain/plan.js';
import { polarityOf } from '../domain/polarity.js';
import { replace } from '../domain/problem.js';
import { measureOf, type Measure } from '../domain/reading-words.js';
import type { DeclarationRule } from '../domain/rule.js';
import { areComparable, compareQuantities, dimensionOfQuantity } from '../domain/units.js';
import { isPercentage, printValue } from '../domain/value.js';
import type { Wording } from '../domain/wording.js';

export const annualConflict: DeclarationRule = {
    name: 'annual-conflict',
    group: 'indicators',
    severity: 'warning',
    scope: 'declaration',
    title: { zh: '周期值和年度值互相矛盾', en: 'cycle and annual value contradict each other' },
    explanation: {
        zh: '年度目标是整个实施周期目标的一部分：年度的数量不会多于整个周期，方向不会相反，一个要求 100% 时另一个不会是 0%。核对后改正写错的一个；年度值与周期值相同时可以不写。',
        en: 'The year is part of the cycle: its count is not more than the cycle’s, its direction not the opposite, and 0% does not go with 100%. Correct the wrong one; an annual value equal to the cycle’s may be left out.',
    },
    *check(declaration) {
        for (const { indicator } of indicatorsOf(indicatorGroupsOf(declaration))) {
            const { cycle, annual } = indicator;
            if (!cycle || !annual) continue;
            const reason = conflictOf(measureOf(cycle.value), measureOf(annual.value));
            // Where the name says which direction is good, wrong-direction names the wrong one of the two.
            if (!reason || (reason === OPPOSITE && polarityOf(indicator.name.value))) continue;
            const [whole, year] = [printValue(cycle.value), printValue(annual.value)];
            yield {
                origin: annual.origin,
                message: {
                    zh: `“${indicator.name.value}”的周期值是 ${whole}，年度值是 ${year}：${reason.zh}`,
                    en: `“${indicator.name.value}”: ${whole} for the cycle, ${year} for the year: ${reason.en}`,
                },
                related: [{ origin: cycle.origin, message: { zh: `实施周期指标值 ${whole}`, en: `The cycle's value: ${whole}` } }],
                fixes: () => [{
                    title: { zh: `年度值改为 ${whole}（与周期值相同）`, en: `Set the annual value to ${whole}, as for the cycle` },
                    edits: [replace(annual.origin, textOf(cycle.origin))],
                }],
            };
        }
    },
};

const OPPOSITE: Wording = { zh: '方向相反', en: 'opposite directions' };
const ALL_OR_NOTHING: Wording = { zh: '一个是零，一个不是', en: 'one is nothing, the other is not' };
const MORE: Wording = { zh: '一年的数量多于整个周期', en: 'more in one year than in the whole cycle' };

function conflictOf(whole: Measure | undefined, year: Measure | undefined): Wording | undefined {
    if (!whole || !year || !areComparable(whole.quantity, year.quantity)) return undefined;
    if (directionOf(whole) * directionOf(year) < 0) return OPPOSITE;
    if (isPercentage(whole.quantity)) return oneIsNothing(whole, year) ? ALL_OR_NOTHING : undefined;
    const dimension = dimensionOfQuantity(whole.quantity);
    const addsUp = (dimension === 'count' || dimension === 'money' || dimension === 'weight') && !whole.quantity.unit.includes('/');
    return addsUp && compareQuantities(year.quantity, whole.quantity) > 0 ? MORE : undefined;
}

/** 100% beside 0%; but ≤5% may well come out as 0%. */
function oneIsNothing(whole: Measure, year: Measure): boolean {
    const [nothing, other] = Number(year.quantity.number) === 0 ? [year, whole] : [whole, year];
    return Number(nothing.quantity.number) === 0 && Number(other.quantity.number) > 0 && directionOf(nothing) <= 0 && directionOf(other) >= 0;
}

/** 1 for at least, -1 for at most, 0 for exactly. */
function directionOf({ comparator }: Measure): number {
    if (comparator === '≥' || comparator === '>') return 1;
    return comparator === '≤' || comparator === '<' ? -1 : 0;
}
