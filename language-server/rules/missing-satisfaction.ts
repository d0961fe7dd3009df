import type { DeclarationRule } from '../domain/rule.js';
import { absentTier } from './checks/absent-tier.js';

export const missingSatisfaction: DeclarationRule = {
    name: 'missing-satisfaction',
    group: 'completeness',
    severity: 'warning',
    scope: 'declaration',
    needsAll: true,
    title: { zh: '没有满意度指标', en: 'no satisfaction indicator' },
    explanation: {
        zh: '有服务对象的项目应当设置满意度指标，并以问卷或评价系统的结果为据。确实没有服务对象时，写 满意度指标 不适用 "理由"。',
        en: 'Wherever people are served their satisfaction is to be measured, with a survey behind it. Where nobody is, write 满意度指标 不适用 "reason".',
    },
    check: absentTier('满意度'),
};
