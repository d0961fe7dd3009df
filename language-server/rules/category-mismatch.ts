import { indicatorsOf } from '../domain/plan.js';
import type { DeclarationRule } from '../domain/rule.js';
import { findCategory, findTierOne } from '../domain/taxonomy.js';
import { refileIndicator } from './fixes/refile-indicator.js';

export const categoryMismatch: DeclarationRule = {
    name: 'category-mismatch',
    group: 'indicators',
    severity: 'error',
    scope: 'declaration',
    title: { zh: '二级指标写在不属于它的一级指标下', en: 'a tier-two category under the wrong tier one' },
    explanation: {
        zh: '每个二级指标只属于一个一级指标，代码的第一位就是它的一级指标（31-服务对象满意度属于 3-满意度指标）。快速修复把这一行移到它所属的一级指标下；表格在修改之前照原样打印。',
        en: 'A tier-two category belongs to one tier one, the first digit of its code. The quick fix moves the line there; until then the table prints it as written.',
    },
    *check(declaration, { taxonomy }) {
        if (declaration.kind !== 'department' && declaration.kind !== 'project') return;
        const { indicators } = declaration;
        for (const { group, indicator } of indicatorsOf(indicators?.groups)) {
            const tier = findTierOne(taxonomy, group.category.value);
            const found = findCategory(taxonomy, indicator.category.value, tier);
            if (!tier || !found || found.tier === tier) continue;
            yield {
                origin: indicator.category.origin,
                message: {
                    zh: `“${found.category.name}”属于“${found.tier.name}”，却写在“${tier.name}”下`,
                    en: `“${found.category.name}” belongs to “${found.tier.name}” but stands under “${tier.name}”`,
                },
                related: [{ origin: group.category.origin, message: { zh: `写在“${tier.name}”下`, en: `It stands under “${tier.name}”` } }],
                fixes: () => refileIndicator(indicator, group, indicators!, taxonomy, found).map((fix) => ({
                    ...fix,
                    title: { zh: `移到“${found.tier.name}”下`, en: `Move to “${found.tier.name}”` },
                })),
            };
        }
    },
};
