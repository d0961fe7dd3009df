import { kindOfName } from '../../domain/indicator-kind.js';
import { contains } from '../../domain/origin.js';
import { indicatorsOf, type Declaration, type Indicator } from '../../domain/plan.js';
import type { Fix } from '../../domain/problem.js';
import { suspicionOf } from '../../domain/speaks-for.js';
import { categoryKey, findCategory, findTierOne, type Category, type Taxonomy } from '../../domain/taxonomy.js';
import { refileIndicator, type Place } from '../../rules/fixes/refile-indicator.js';
import type { Block } from '../../workspace/block.js';
import type { IndicatorNames } from '../../workspace/indicator-names.js';

/**
 * Files the indicator at a place under another category: the one that its name speaks for or is known under, wherever
 * that is, or where the name says nothing, any of its own tier one. Whoever wants yet another writes it: what then stands
 * under the wrong tier one is reported, with a fix that moves it.
 */
export function refile(block: Block, declaration: Declaration, offset: number, taxonomy: Taxonomy, names: IndicatorNames): Fix[] {
    if (declaration.kind !== 'department' && declaration.kind !== 'project') return [];
    const { indicators } = declaration;
    const place = { source: block, start: offset, end: offset };
    const found = [...indicatorsOf(indicators?.groups)].find(({ indicator }) => contains(indicator.origin, place));
    if (!found || !indicators) return [];
    const { indicator, group } = found;
    const own = findTierOne(taxonomy, group.category.value);
    const present = findCategory(taxonomy, indicator.category.value, own)?.category;
    const others = taxonomy.tiers.flatMap((tier) => tier.categories.map((category): Place => ({ tier, category })))
        .filter(({ tier, category }) => category !== present || tier !== own);
    const plausible = others.filter(({ category }) => speaksFor(indicator, category) || isKnownUnder(indicator, category, names));
    const targets = plausible.length > 0 ? plausible : others.filter(({ tier }) => tier === own);
    return targets.flatMap((target) => refileIndicator(indicator, group, indicators, taxonomy, target)).map(({ title, edits }) => ({ title, edits }));
}

function speaksFor(indicator: Indicator, { name }: Category): boolean {
    const key = categoryKey(name);
    return suspicionOf(indicator)?.category === key || (kindOfName(indicator.name.value).satisfaction && key.endsWith('满意度'));
}

function isKnownUnder({ name }: Indicator, category: Category, names: IndicatorNames): boolean {
    return names.find(category.name, name.value) !== undefined;
}
