import { textOf } from '../domain/origin.js';
import { indicatorGroupsOf, indicatorsOf } from '../domain/plan.js';
import { replace } from '../domain/problem.js';
import { measureOf } from '../domain/reading-words.js';
import type { DeclarationRule } from '../domain/rule.js';
import { areAlike, dimensionOf, partsOfUnit } from '../domain/units.js';
import { printValue } from '../domain/value.js';

export const unitMismatch: DeclarationRule = {
    name: 'unit-mismatch',
    group: 'indicators',
    severity: 'warning',
    scope: 'declaration',
    title: { zh: '周期值和年度值的单位对不上', en: 'cycle and annual value in units that cannot be compared' },
    explanation: {
        zh: '实施周期指标值和年度指标值说的是同一件事，单位应当一致或可以换算（次和万次、元和万元）。一个写批次、一个写百分数时，考核无从比较。改正写错的一个。',
        en: 'Cycle and annual value measure the same thing, so their units must agree or convert (次 and 万次, 元 and 万元). A count beside a percentage cannot be assessed. Correct the wrong one.',
    },
    *check(declaration) {
        for (const { indicator } of indicatorsOf(indicatorGroupsOf(declaration))) {
            const { cycle, annual } = indicator;
            if (!cycle || !annual) continue;
            const [whole, year] = [measureOf(cycle.value), measureOf(annual.value)];
            if (!whole || !year || !differ(whole.quantity.unit, year.quantity.unit)) continue;
            const [wholeText, yearText] = [printValue(cycle.value), printValue(annual.value)];
            yield {
                origin: annual.origin,
                message: {
                    zh: `“${indicator.name.value}”的周期值是 ${wholeText}，年度值是 ${yearText}，单位对不上`,
                    en: `“${indicator.name.value}”: ${wholeText} for the cycle but ${yearText} for the year; the units cannot be compared`,
                },
                related: [{ origin: cycle.origin, message: { zh: `实施周期指标值 ${wholeText}`, en: `The cycle's value: ${wholeText}` } }],
                fixes: () => [{
                    title: { zh: `年度值改为 ${wholeText}（与周期值相同）`, en: `Set the annual value to ${wholeText}, as for the cycle` },
                    edits: [replace(annual.origin, textOf(cycle.origin))],
                }],
            };
        }
    },
};

/** A missing unit is another rule's matter. */
function differ(one: string, other: string): boolean {
    const [first, second] = [partsOfUnit(one), partsOfUnit(other)];
    if (first.base === '' || second.base === '' || first.base === second.base) return false;
    const [dimension, otherDimension] = [dimensionOf(first.base), dimensionOf(second.base)];
    if (dimension === undefined || otherDimension === undefined) return false;
    if (dimension !== otherDimension) return true;
    return dimension === 'count' && !areAlike(first.base, second.base);
}
