import { missingTier } from '../domain/categories-present.js';
import { callByName } from '../domain/declaration-name.js';
import type { DeclarationRule } from '../domain/rule.js';
import { addIndicator } from './fixes/add-indicator.js';

export const missingOutput: DeclarationRule = {
    name: 'missing-output',
    group: 'completeness',
    severity: 'error',
    scope: 'declaration',
    needsAll: true,
    title: { zh: '没有产出指标', en: 'no output indicator' },
    explanation: {
        zh: '产出指标说明预算资金提供了多少、怎样的产品和服务，是申报表的必填项，国家系统不收没有产出指标的申报表。按项目内容补上数量、质量、时效、成本指标；快速修复先补一行，再改成本项目的名称和指标值。',
        en: 'Output indicators say how much and how well the money provides. The form requires them, and the national system refuses it without. Add what fits the project; the quick fix puts in a line to be reworded.',
    },
    *check(declaration, { taxonomy }) {
        if (declaration.kind !== 'department' && declaration.kind !== 'project') return;
        const tier = missingTier(declaration, taxonomy, '产出');
        if (!tier) return;
        const who = callByName(declaration);
        yield {
            origin: declaration.head,
            message: { zh: `${who.zh}没有${tier.name}`, en: `${who.en} has no ${tier.name}` },
            fixes: () => addIndicator(declaration, tier, taxonomy),
        };
    },
};
