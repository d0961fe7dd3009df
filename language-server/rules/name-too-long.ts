import { indicatorGroupsOf, indicatorsOf } from '../domain/plan.js';
import type { DeclarationRule } from '../domain/rule.js';

/** What the fields of the budget systems hold. */
const LONGEST = 100;

export const nameTooLong: DeclarationRule = {
    name: 'name-too-long',
    group: 'text',
    severity: 'warning',
    scope: 'declaration',
    title: { zh: '指标名称过长', en: 'an indicator’s name that is too long' },
    explanation: {
        zh: '三级指标名称不超过 100 字，超出的部分在预算系统中会被截断或拒收。名称只写衡量什么；怎样计算、依据什么，写进 说明 和 依据。',
        en: 'The name of an indicator has 100 characters at most; budget systems cut or refuse more. Say only what is measured; how it is counted and on what it rests belongs to 说明 and 依据.',
    },
    *check(declaration) {
        for (const { indicator } of indicatorsOf(indicatorGroupsOf(declaration))) {
            const { value } = indicator.name;
            // In UTF-16 units a name is never shorter than in characters.
            const length = value.length <= LONGEST ? value.length : [...value].length;
            if (length <= LONGEST) continue;
            yield {
                origin: indicator.name.origin,
                message: { zh: `指标名称有 ${length} 字，最多 ${LONGEST} 字`, en: `The name has ${length} characters; ${LONGEST} is the most` },
            };
        }
    },
};
