import { spellingOf } from '../domain/indicator-kind.js';
import { indicatorsOf, type Indicator } from '../domain/plan.js';
import type { Fix } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';
import { sameValue } from '../domain/same-value.js';
import { categoryKey } from '../domain/taxonomy.js';
import { printValue } from '../domain/value.js';

export const duplicateIndicator: DeclarationRule = {
    name: 'duplicate-indicator',
    group: 'indicators',
    severity: 'warning',
    scope: 'declaration',
    title: { zh: '同一指标写了两次', en: 'the same indicator twice' },
    explanation: {
        zh: '同一套指标里，分类和名称都相同的指标只应有一条：两条的值不一致时无法考核，一致时多余。删去一条，或把名称写得能够区分。',
        en: 'Within one set an indicator of the same category and name stands once: with different values it cannot be assessed, with equal ones it is idle. Delete one, or tell them apart by name.',
    },
    *check(declaration) {
        if (declaration.kind !== 'department' && declaration.kind !== 'project') return;
        const known = new Map<string, Indicator>();
        for (const { indicator } of indicatorsOf(declaration.indicators?.groups)) {
            const key = `${categoryKey(indicator.category.value)} ${spellingOf(indicator.name.value)}`;
            const first = known.get(key);
            if (!first) {
                known.set(key, indicator);
                continue;
            }
            const alike = sameValue(first.cycle?.value, indicator.cycle?.value) && sameValue(first.annual?.value, indicator.annual?.value);
            const values = [first, indicator].map(saysOf);
            yield {
                origin: indicator.name.origin,
                message: {
                    zh: `“${indicator.name.value}”在${indicator.category.value}中已经写过${alike ? '，值也相同' : `：一处为 ${values[0]}，一处为 ${values[1]}`}`,
                    en: `“${indicator.name.value}” stands under ${indicator.category.value} already${alike ? ', with the same value' : `: once with ${values[0]}, once with ${values[1]}`}`,
                },
                related: [{ origin: first.name.origin, message: { zh: '第一次写在这里', en: 'It stands here first' } }],
                fixes: () => (alike ? [deletion(indicator)] : []),
            };
        }
    },
};

function saysOf({ cycle, annual }: Indicator): string {
    const value = cycle ? printValue(cycle.value) : '';
    return annual ? `${value}（年度 ${printValue(annual.value)}）` : value;
}

function deletion(indicator: Indicator): Fix {
    return {
        title: { zh: `删除重复的“${indicator.name.value}”`, en: `Delete the second “${indicator.name.value}”` },
        edits: [{ kind: 'remove', at: indicator.origin }],
        preferred: true,
    };
}
