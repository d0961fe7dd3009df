import type { Indicator, IndicatorGroup } from './plan.js';
import { findCategory, findTierOne, type Taxonomy } from './taxonomy.js';

/** What a taxonomy does not know stands behind everything that it knows, in the order written. */
const BEHIND_ALL = Number.MAX_SAFE_INTEGER;

/** The indexes of a block's indicators in the order of the taxonomy's categories; those of one category keep theirs. */
export function officialOrderOfIndicators(group: IndicatorGroup, taxonomy: Taxonomy): number[] {
    const tier = findTierOne(taxonomy, group.category.value);
    return sortedIndexes(group.indicators, ({ category }: Indicator) => {
        const found = findCategory(taxonomy, category.value, tier);
        if (!found) return [BEHIND_ALL, 0];
        // An indicator of another tier one stands behind those that belong here.
        return [found.tier === tier ? -1 : taxonomy.tiers.indexOf(found.tier), found.tier.categories.indexOf(found.category)];
    });
}

/** The same for the blocks of tier one. */
export function officialOrderOfGroups(groups: readonly IndicatorGroup[], taxonomy: Taxonomy): number[] {
    return sortedIndexes(groups, ({ category }) => {
        const tier = findTierOne(taxonomy, category.value);
        return [tier ? taxonomy.tiers.indexOf(tier) : BEHIND_ALL, 0];
    });
}

export function isSorted(order: readonly number[]): boolean {
    return order.every((index, place) => index === place);
}

function sortedIndexes<T>(items: readonly T[], rankOf: (item: T) => readonly [number, number]): number[] {
    const ranks = items.map(rankOf);
    return items.map((_, index) => index).sort((one, other) => ranks[one]![0] - ranks[other]![0] || ranks[one]![1] - ranks[other]![1] || one - other);
}
