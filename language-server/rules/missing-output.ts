import type { DeclarationRule } from '../domain/rule.js';
import { absentTier } from './checks/absent-tier.js';

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
    check: absentTier('产出'),
};
