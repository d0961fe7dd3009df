import { indicatorsOf, type IndicatorSet } from './plan.js';
import { findCategory, findTierOne, type Category, type Taxonomy, type TierOne } from './taxonomy.js';

/** Whether a set has an indicator filed under a tier one, in its block or by its own category, or says that it does not apply. */
export function hasTier(indicators: IndicatorSet | undefined, tier: TierOne, taxonomy: Taxonomy): boolean {
    if (!indicators) return false;
    return indicators.groups.some((group) => findTierOne(taxonomy, group.category.value) === tier && (group.inapplicable || group.indicators.length > 0))
        || [...indicatorsOf(indicators.groups)].some(({ indicator }) => findCategory(taxonomy, indicator.category.value)?.tier === tier);
}

export function hasCategory(indicators: IndicatorSet | undefined, category: Category, tier: TierOne, taxonomy: Taxonomy): boolean {
    if (!indicators) return false;
    return indicators.groups.some((group) => group.inapplicable && findTierOne(taxonomy, group.category.value) === tier)
        || [...indicatorsOf(indicators.groups)].some(({ indicator }) => findCategory(taxonomy, indicator.category.value, tier)?.category === category);
}
