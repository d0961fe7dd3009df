import { notPerformanceOf } from '../domain/not-performance.js';
import { indicatorsOf } from '../domain/plan.js';
import type { DeclarationRule } from '../domain/rule.js';
import { suspicionOf } from '../domain/speaks-for.js';
import { findCategory, type Taxonomy } from '../domain/taxonomy.js';
import { refileIndicator, type Place } from './fixes/refile-indicator.js';

export const categorySuspicious: DeclarationRule = {
    name: 'category-suspicious',
    group: 'indicators',
    severity: 'information',
    scope: 'declaration',
    title: { zh: '名称或值像是另一类指标', en: 'the name or the value speaks for another category' },
    explanation: {
        zh: '数量指标写多少，质量指标写好坏（多为比率），时效指标写快慢，效益指标写产出带来的变化。比率列在数量下、及时按期列在时效外、验收合格率列在效益下，是审核最常退回的情形。快速修复把这一行改列到名称所说的分类；确认分类无误时可以忽略。',
        en: 'Quantity says how many, quality how good (mostly a rate), timeliness how fast, benefit what changes. Rates filed as counts, timeliness filed elsewhere and acceptance rates filed as effects are what reviewers return most. The quick fix refiles the line; ignore the note where the category is meant.',
    },
    *check(declaration, { taxonomy }) {
        if (declaration.kind !== 'department' && declaration.kind !== 'project') return;
        const { indicators } = declaration;
        for (const { group, indicator } of indicatorsOf(indicators?.groups)) {
            const suspicion = suspicionOf(indicator);
            const place = suspicion && placeOf(suspicion.category, taxonomy);
            if (!place || notPerformanceOf(indicator.name.value)) continue;
            yield {
                origin: indicator.category.origin,
                message: {
                    zh: `“${indicator.name.value}”列为“${indicator.category.value}”，但${suspicion.because.zh}：宜列“${place.category.name}”`,
                    en: `“${indicator.name.value}” is filed as “${indicator.category.value}”, but ${suspicion.because.en}: “${place.category.name}” fits better`,
                },
                fixes: () => refileIndicator(indicator, group, indicators!, taxonomy, place),
            };
        }
    },
};

/** In some taxonomies cost is a tier one of its own, and what a project costs is 经济成本指标 there. */
function placeOf(key: string, taxonomy: Taxonomy): Place | undefined {
    return findCategory(taxonomy, key) ?? (key === '成本' ? findCategory(taxonomy, '经济成本') : undefined);
}
