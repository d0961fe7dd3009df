import { tierOf } from '../../domain/categories-present.js';
import { textOf } from '../../domain/origin.js';
import { indicatorsOf, type Indicator, type IndicatorGroup, type IndicatorSet } from '../../domain/plan.js';
import { replace, type Fix } from '../../domain/problem.js';
import { findTierOne, type Category, type Taxonomy, type TierOne } from '../../domain/taxonomy.js';
import { moveIndicator } from './move-indicator.js';

export interface Place {
    readonly tier: TierOne;
    readonly category: Category;
}

/**
 * Files an indicator under another category: inside its tier one only the word changes, otherwise the line moves.
 * Nothing is offered where the move would leave a tier one of the form without any indicator.
 */
export function refileIndicator(indicator: Indicator, group: IndicatorGroup, indicators: IndicatorSet, taxonomy: Taxonomy, to: Place): Fix[] {
    const from = findTierOne(taxonomy, group.category.value);
    const title = { zh: `改列“${to.category.name}”`, en: `File under “${to.category.name}”` };
    if (from === to.tier) return [{ title, edits: [replace(indicator.category.origin, to.category.name)], preferred: true }];
    const own = tierOf(indicator, group, taxonomy);
    if (own && own !== to.tier && isOnlyOneOf(own, indicator, indicators, taxonomy)) return [];
    const target = indicators.groups.find((candidate) => candidate.body && findTierOne(taxonomy, candidate.category.value) === to.tier);
    return [{ title, edits: moveIndicator(indicator, textUnder(indicator, to.category.name), to.tier.name, target, indicators), preferred: true }];
}

function isOnlyOneOf(tier: TierOne, indicator: Indicator, indicators: IndicatorSet, taxonomy: Taxonomy): boolean {
    for (const { group, indicator: other } of indicatorsOf(indicators.groups)) {
        if (other !== indicator && tierOf(other, group, taxonomy) === tier) return false;
    }
    return true;
}

/** The text of an indicator with another category before its name, its further lines at the margin of the first. */
function textUnder(indicator: Indicator, category: string): string {
    const { origin } = indicator;
    const { source } = origin;
    const line = source.text.slice(source.text.lastIndexOf('\n', origin.start - 1) + 1, origin.start);
    const indentation = /^[ \t\u3000]*/.exec(line)![0];
    const [first = '', ...further] = (category + textOf({ ...origin, start: indicator.category.origin.end })).split(/\r\n|[\n\r]/);
    return [first, ...further.map((text) => (text.startsWith(indentation) ? text.slice(indentation.length) : text.trimStart()))].join('\n');
}
