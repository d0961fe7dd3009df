import { textOf } from '../domain/origin.js';
import { indicatorsOf } from '../domain/plan.js';
import { replace } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';
import { isEmptyValue } from '../domain/value.js';

export const missingAnnualValue: DeclarationRule = {
    name: 'missing-annual-value',
    group: 'completeness',
    severity: 'warning',
    scope: 'declaration',
    title: { zh: '年度指标值是空的', en: 'the annual value is empty' },
    explanation: {
        zh: '年度指标值是当年考核的依据，不能空着。一年期的项目照抄实施周期指标值，跨年的项目写当年要达到的值；与实施周期相同的，也可以整个不写 年度。',
        en: 'The annual value is what the year is judged by and must not be empty. A project of one year repeats the value of the cycle, a longer one states what is due this year; where both are the same, 年度 may be left out.',
    },
    *check(declaration) {
        if (declaration.kind !== 'department' && declaration.kind !== 'project') return;
        for (const { indicator } of indicatorsOf(declaration.indicators?.groups)) {
            const { name, cycle, annual } = indicator;
            if (!annual || !isEmptyValue(annual.value)) continue;
            yield {
                origin: annual.origin,
                message: { zh: `“${name.value}”没有年度指标值`, en: `“${name.value}” has no annual value` },
                related: cycle && [{ origin: cycle.origin, message: { zh: '实施周期指标值', en: 'The value of the cycle' } }],
                fixes: () => {
                    if (!cycle || isEmptyValue(cycle.value)) return [];
                    const text = textOf(cycle.origin);
                    return [{
                        title: { zh: `照实施周期指标值写 ${text}`, en: `Copy the value of the cycle, ${text}` },
                        edits: [replace(annual.origin, text)],
                        preferred: true,
                    }];
                },
            };
        }
    },
};
