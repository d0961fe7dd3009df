import type { DeclarationRule } from '../domain/rule.js';
import { absentTier } from './checks/absent-tier.js';

export const missingBenefit: DeclarationRule = {
    name: 'missing-benefit',
    group: 'completeness',
    severity: 'error',
    scope: 'declaration',
    needsAll: true,
    title: { zh: '没有效益指标', en: 'no benefit indicator' },
    explanation: {
        zh: '效益指标说明产出带来的效果，是申报表的必填项，国家系统不收没有效益指标的申报表。写明对经济、社会、生态的影响或其持续时间；快速修复先补一行，再改成本项目的名称和指标值。',
        en: 'Benefit indicators say what the output is good for. The form requires them, and the national system refuses it without. Add the effect on economy, society or nature; the quick fix puts in a line to be reworded.',
    },
    check: absentTier('效益'),
};
