import { textOf } from '../domain/origin.js';
import { indicatorsOf } from '../domain/plan.js';
import { replace } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';
import { isEmptyValue } from '../domain/value.js';

export const missingCycleValue: DeclarationRule = {
    name: 'missing-cycle-value',
    group: 'completeness',
    severity: 'warning',
    scope: 'declaration',
    title: { zh: '实施周期指标值是空的', en: 'the value of the cycle is empty' },
    explanation: {
        zh: '没有指标值的指标无法考核。写上实施周期内要达到的值，例如 ≥95%、365天；年度指标值已经写明时，快速修复照抄年度指标值。',
        en: 'An indicator without a value cannot be judged. Write what is to be reached in the cycle, such as ≥95% or 365天; where the annual value is given, the quick fix copies it.',
    },
    *check(declaration) {
        if (declaration.kind !== 'department' && declaration.kind !== 'project') return;
        for (const { indicator } of indicatorsOf(declaration.indicators?.groups)) {
            const { name, cycle, annual } = indicator;
            if (!cycle || !isEmptyValue(cycle.value)) continue;
            yield {
                origin: cycle.origin,
                message: { zh: `“${name.value}”没有实施周期指标值`, en: `“${name.value}” has no value for the cycle` },
                fixes: () => {
                    if (!annual || isEmptyValue(annual.value)) return [];
                    const text = textOf(annual.origin);
                    return [{
                        title: { zh: `照年度指标值写 ${text}`, en: `Copy the annual value ${text}` },
                        edits: [replace(cycle.origin, text)],
                        preferred: true,
                    }];
                },
            };
        }
    },
};
