import { indicatorsOf, type Declaration, type Indicator, type IndicatorGroup, type IndicatorSet } from './plan.js';
import { categoryKey, findCategory, findTierOne, isTierKind, type Category, type Taxonomy, type TierKind, type TierOne } from './taxonomy.js';

/** The tier one that an indicator belongs to: that of its own category; where nobody knows it, that of the block it stands in. */
export function tierOf(indicator: Indicator, group: IndicatorGroup, taxonomy: Taxonomy): TierOne | undefined {
    const around = findTierOne(taxonomy, group.category.value);
    return findCategory(taxonomy, indicator.category.value, around)?.tier ?? around;
}

/**
 * Whether a set has an indicator of a tier one, or says that it does not apply. One in a block that nobody knows may be
 * of any tier; unknown-category reports the block.
 */
export function hasTier(indicators: IndicatorSet | undefined, tier: TierOne, taxonomy: Taxonomy): boolean {
    if (!indicators) return false;
    const { tiers } = presentIn(indicators, taxonomy);
    return tiers.has(tier) || tiers.has(undefined) || isInapplicable(indicators, tier, taxonomy);
}

export function hasCategory(indicators: IndicatorSet | undefined, category: Category, tier: TierOne, taxonomy: Taxonomy): boolean {
    if (!indicators) return false;
    return presentIn(indicators, taxonomy).categories.has(categoryKey(category.name)) || isInapplicable(indicators, tier, taxonomy);
}

interface Present {
    readonly taxonomy: Taxonomy;
    /** With undefined where nobody knows the tier of an indicator. */
    readonly tiers: ReadonlySet<TierOne | undefined>;
    /** By their keys. */
    readonly categories: ReadonlySet<string>;
}

/** Several rules ask this of the same set one after the other. */
const present = new WeakMap<IndicatorSet, Present>();

function presentIn(indicators: IndicatorSet, taxonomy: Taxonomy): Present {
    const known = present.get(indicators);
    if (known?.taxonomy === taxonomy) return known;
    const tiers = new Set<TierOne | undefined>();
    const categories = new Set<string>();
    for (const { group, indicator } of indicatorsOf(indicators.groups)) {
        tiers.add(tierOf(indicator, group, taxonomy));
        categories.add(categoryKey(indicator.category.value));
    }
    const fresh = { taxonomy, tiers, categories };
    present.set(indicators, fresh);
    return fresh;
}

/** The tier one of a kind that a project, or a department with indicators, has nothing of. */
export function missingTier(declaration: Declaration, taxonomy: Taxonomy, kind: TierKind): TierOne | undefined {
    if (declaration.kind !== 'project' && (declaration.kind !== 'department' || !declaration.indicators)) return undefined;
    const tier = taxonomy.tiers.find((candidate) => isTierKind(candidate.name, kind));
    return tier && !hasTier(declaration.indicators, tier, taxonomy) ? tier : undefined;
}

function isInapplicable(indicators: IndicatorSet, tier: TierOne, taxonomy: Taxonomy): boolean {
    return indicators.groups.some((group) => group.inapplicable && findTierOne(taxonomy, group.category.value) === tier);
}
