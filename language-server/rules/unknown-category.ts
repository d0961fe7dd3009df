import { nearestNames } from '../domain/nearest.js';
import { indicatorGroupsOf, indicatorsOf } from '../domain/plan.js';
import type { Written } from '../domain/origin.js';
import { replace, type Finding } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';
import { findCategory, findTierOne, type Taxonomy } from '../domain/taxonomy.js';

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
        for (const group of indicatorGroupsOf(declaration)) {
            if (!findTierOne(taxonomy, group.category.value)) {
                yield unknown(group.category, taxonomy.tiers.map((tier) => tier.name), taxonomy, '一级指标', 'tier-one category');
            }
            const tier = findTierOne(taxonomy, group.category.value);
            for (const { indicator } of indicatorsOf([group])) {
                if (findCategory(taxonomy, indicator.category.value)) continue;
                const own = tier?.categories.map((category) => category.name) ?? [];
                const all = taxonomy.tiers.flatMap((candidate) => candidate.categories.map((category) => category.name));
                yield unknown(indicator.category, [...own, ...all.filter((name) => !own.includes(name))], taxonomy, '二级指标', 'tier-two category');
            }
        }
    },
};

function unknown(category: Written<string>, names: readonly string[], taxonomy: Taxonomy, tier: string, tierEn: string): Finding {
    const source = taxonomy.name?.value ?? '';
    const near = nearestNames(category.value, names);
    const hint = near.length > 0 ? { zh: `，是不是“${near[0]}”？`, en: `; did you mean “${near[0]}”?` } : { zh: '', en: '' };
    return {
        origin: category.origin,
        message: {
            zh: `指标体系“${source}”没有${tier}“${category.value}”${hint.zh}`,
            en: `The taxonomy “${source}” has no ${tierEn} “${category.value}”${hint.en}`,
        },
        fixes: () => near.map((name, index) => ({
            title: { zh: `改为“${name}”`, en: `Change to “${name}”` },
            edits: [replace(category.origin, name)],
            preferred: index === 0,
        })),
    };
}
