import { nearestNames } from '../domain/nearest.js';
import type { Written } from '../domain/origin.js';
import { indicatorGroupsOf, type Indicator, type IndicatorGroup, type IndicatorSet } from '../domain/plan.js';
import { replace, type Finding, type Fix } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';
import { categoryCalled, categoryKey, findCategory, findTierOne, type Category, type Taxonomy, type TierOne } from '../domain/taxonomy.js';
import { refileIndicator } from './fixes/refile-indicator.js';

export const unknownCategory: DeclarationRule = {
    name: 'unknown-category',
    group: 'indicators',
    severity: 'error',
    scope: 'declaration',
    title: { zh: '指标分类不在所用的指标体系中', en: 'a category that the taxonomy in force does not have' },
    explanation: {
        zh: '一级、二级指标的名称必须是所用指标体系中的分类（默认财预〔2015〕88号）。改用最接近的名称，或者为部门声明自己的指标体系。',
        en: 'Tier-one and tier-two categories must be ones of the taxonomy in force (财预〔2015〕88号 by default). Use the nearest name, or declare a taxonomy of your own.',
    },
    *check(declaration, { taxonomy }) {
        const indicators = declaration.kind === 'department' || declaration.kind === 'project' ? declaration.indicators : undefined;
        for (const group of indicatorGroupsOf(declaration)) {
            const tier = findTierOne(taxonomy, group.category.value);
            if (!tier && group.category.value !== '') yield unknownTier(group, taxonomy);
            for (const indicator of group.indicators) {
                if (!findCategory(taxonomy, indicator.category.value)) yield unknownTierTwo(indicator, group, tier, indicators, taxonomy);
            }
        }
    },
};

function unknownTier({ category, indicators }: IndicatorGroup, taxonomy: Taxonomy): Finding {
    // Under a tier one that its indicators do not belong to they would be wrong in another way.
    const fitting = taxonomy.tiers.filter((tier) => indicators.every((indicator) => {
        const found = findCategory(taxonomy, indicator.category.value, tier);
        return !found || found.tier === tier;
    }));
    const [only, ...others] = fitting;
    const near = indicators.length > 0 && only && others.length === 0 ? [only.name] : candidates(category.value, fitting);
    return {
        origin: category.origin,
        message: word(category, near[0], taxonomy, '一级指标', 'tier-one category'),
        fixes: () => near.map((name, index) => rename(category, name, index === 0)),
    };
}

function unknownTierTwo(indicator: Indicator, group: IndicatorGroup, tier: TierOne | undefined, indicators: IndicatorSet | undefined, taxonomy: Taxonomy): Finding {
    const { category } = indicator;
    const own = tier?.categories ?? [];
    const others = taxonomy.tiers.flatMap((other) => (other === tier ? [] : other.categories));
    const near = candidates(category.value, [...own, ...others]);
    return {
        origin: category.origin,
        message: word(category, near[0], taxonomy, '二级指标', 'tier-two category'),
        fixes: () => near.flatMap((name, index) => {
            const place = findCategory(taxonomy, name, tier)!;
            if (!tier || !indicators || place.tier === tier) return [rename(category, name, index === 0)];
            // It belongs under another tier one, and moves there.
            return refileIndicator(indicator, group, indicators, taxonomy, place).map((fix) => ({ ...fix, preferred: index === 0 }));
        }),
    };
}

/** What a name may stand for: what it means elsewhere first, then what is spelt like it. */
function candidates(name: string, categories: readonly Category[]): string[] {
    const called = categoryCalled(name, categories)?.name;
    // All names end in 指标, which would make any two of them near.
    const byKey = new Map(categories.map((category) => [categoryKey(category.name), category.name]));
    const near = nearestNames(categoryKey(name), [...byKey.keys()]).map((key) => byKey.get(key)!);
    return called === undefined ? near : [called, ...near.filter((other) => other !== called)];
}

function word(category: Written<string>, near: string | undefined, taxonomy: Taxonomy, tier: string, tierEn: string) {
    const source = taxonomy.name?.value ?? '';
    const [zh, en] = near === undefined ? ['', ''] : [`，是不是“${near}”？`, `; did you mean “${near}”?`];
    return {
        zh: `指标体系“${source}”没有${tier}“${category.value}”${zh}`,
        en: `The taxonomy “${source}” has no ${tierEn} “${category.value}”${en}`,
    };
}

function rename(category: Written<string>, name: string, preferred: boolean): Fix {
    return {
        title: { zh: `改为“${name}”`, en: `Change to “${name}”` },
        edits: [replace(category.origin, name)],
        preferred,
    };
}
