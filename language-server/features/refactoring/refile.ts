import { contains } from '../../domain/origin.js';
import { indicatorsOf, type Declaration } from '../../domain/plan.js';
import type { Fix } from '../../domain/problem.js';
import { suspicionOf } from '../../domain/speaks-for.js';
import { categoryKey, findCategory, findTierOne, type Taxonomy } from '../../domain/taxonomy.js';
import { refileIndicator, type Place } from '../../rules/fixes/refile-indicator.js';
import type { Block } from '../../workspace/block.js';

/** Files the indicator at a place under each other category: first the one that its name speaks for, then those of its own tier one. */
export function refile(block: Block, declaration: Declaration, offset: number, taxonomy: Taxonomy): Fix[] {
    if (declaration.kind !== 'department' && declaration.kind !== 'project') return [];
    const { indicators } = declaration;
    const place = { source: block, start: offset, end: offset };
    const found = [...indicatorsOf(indicators?.groups)].find(({ indicator }) => contains(indicator.origin, place));
    if (!found || !indicators) return [];
    const { indicator, group } = found;
    const own = findTierOne(taxonomy, group.category.value);
    const present = findCategory(taxonomy, indicator.category.value, own)?.category;
    const suspected = suspicionOf(indicator)?.category;
    const places = taxonomy.tiers.flatMap((tier) => tier.categories.map((category): Place => ({ tier, category })))
        .filter(({ tier, category }) => category !== present || tier !== own);
    const rank = ({ tier, category }: Place) => (categoryKey(category.name) === suspected ? 0 : tier === own ? 1 : 2);
    return [...places].sort((one, other) => rank(one) - rank(other))
        .flatMap((target) => refileIndicator(indicator, group, indicators, taxonomy, target))
        .map(({ title, edits }) => ({ title, edits }));
}
