import { kindOfName } from '../domain/indicator-kind.js';
import { indicatorsOf } from '../domain/plan.js';
import type { DeclarationRule } from '../domain/rule.js';
import { categoryKey, findCategory, isTierKind, type Taxonomy } from '../domain/taxonomy.js';
import { refileIndicator, type Place } from './fixes/refile-indicator.js';

export const satisfactionMisplaced: DeclarationRule = {
    name: 'satisfaction-misplaced',
    group: 'indicators',
    severity: 'warning',
    scope: 'declaration',
    title: { zh: '满意度指标没有列在满意度下', en: 'a satisfaction indicator filed elsewhere' },
    explanation: {
        zh: '名称说的是满意度，却列在产出或效益的分类下。满意度由服务对象评价，单列一级指标；放在别处，审核时会认为满意度缺失。快速修复把这一行改列到满意度指标下。',
        en: 'The name speaks of satisfaction, but the line stands under output or benefit. Satisfaction is a tier one of its own; filed elsewhere it counts as missing. The quick fix files the line there.',
    },
    *check(declaration, { taxonomy }) {
        if (declaration.kind !== 'department' && declaration.kind !== 'project') return;
        const { indicators } = declaration;
        const place = satisfactionOf(taxonomy);
        if (!indicators || !place) return;
        for (const { group, indicator } of indicatorsOf(indicators.groups)) {
            if (!kindOfName(indicator.name.value).satisfaction) continue;
            const found = findCategory(taxonomy, indicator.category.value);
            if (!found || found.tier === place.tier || categoryKey(found.category.name).includes('满意')) continue;
            yield {
                origin: indicator.category.origin,
                message: {
                    zh: `“${indicator.name.value}”是满意度，却列为“${found.category.name}”，应列“${place.category.name}”`,
                    en: `“${indicator.name.value}” is a matter of satisfaction but filed as “${found.category.name}”; it belongs to “${place.category.name}”`,
                },
                related: [{ origin: indicator.name.origin, message: { zh: '名称中说的是满意', en: 'The name speaks of satisfaction' } }],
                fixes: () => refileIndicator(indicator, group, indicators, taxonomy, place),
            };
        }
    },
};

function satisfactionOf(taxonomy: Taxonomy): Place | undefined {
    const tier = taxonomy.tiers.find((candidate) => isTierKind(candidate.name, '满意度'));
    const category = tier?.categories[0];
    return tier && category && { tier, category };
}
