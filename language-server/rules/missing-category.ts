import { hasCategory, hasTier, missingTier } from '../domain/categories-present.js';
import { callByName } from '../domain/declaration-name.js';
import type { IndicatorSet } from '../domain/plan.js';
import type { DeclarationRule } from '../domain/rule.js';
import { isTierKind, type Category, type Taxonomy, type TierKind, type TierOne } from '../domain/taxonomy.js';
import { addIndicator } from './fixes/add-indicator.js';

/** Rules of their own report these. */
const REPORTED_ELSEWHERE: readonly TierKind[] = ['产出', '效益', '满意度'];

export const missingCategory: DeclarationRule = {
    name: 'missing-category',
    group: 'completeness',
    severity: 'information',
    scope: 'declaration',
    needsAll: true,
    title: { zh: '缺少指标体系规定必填的分类', en: 'a category that the taxonomy requires is missing' },
    explanation: {
        zh: '所用的指标体系把这一分类标为必填。按项目内容补上，确实不适用时在一级指标后写 不适用 "理由"。快速修复先补一行，再改成本项目的名称和指标值。',
        en: 'The taxonomy in force marks this category 必填. Add what fits the project, or write 不适用 "reason" behind the tier-one category. The quick fix puts in a line to be reworded.',
    },
    *check(declaration, { taxonomy }) {
        if (declaration.kind !== 'project' && (declaration.kind !== 'department' || !declaration.indicators)) return;
        const who = callByName(declaration);
        for (const { tier, category } of missing(declaration.indicators, taxonomy)) {
            const { name } = category ?? tier;
            const source = taxonomy.name?.value ?? '';
            yield {
                origin: declaration.head,
                message: {
                    zh: `${who.zh}没有${name}，指标体系“${source}”规定必填`,
                    en: `${who.en} has no ${name}, which the taxonomy “${source}” requires`,
                },
                fixes: () => addIndicator(declaration, tier, taxonomy, category),
            };
        }

        function* missing(indicators: IndicatorSet | undefined, { tiers }: Taxonomy): Generator<{ tier: TierOne; category: Category | undefined }> {
            for (const tier of tiers) {
                const isAbsent = !hasTier(indicators, tier, taxonomy);
                if (isAbsent && REPORTED_ELSEWHERE.some((kind) => missingTier(declaration, taxonomy, kind) === tier)) continue;
                if (isAbsent && tier.required && !REPORTED_ELSEWHERE.some((kind) => isTierKind(tier.name, kind))) {
                    yield { tier, category: undefined };
                    continue;
                }
                for (const category of tier.categories) {
                    if (category.required && !hasCategory(indicators, category, tier, taxonomy)) yield { tier, category };
                }
            }
        }
    },
};
