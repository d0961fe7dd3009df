import { valuesIn } from '../domain/indicator-values.js';
import { polarityOf } from '../domain/polarity.js';
import { replace } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';
import { isPercentage, printValue } from '../domain/value.js';
import { textOf } from '../domain/origin.js';

export const ambiguousDirection: DeclarationRule = {
    name: 'ambiguous-direction',
    group: 'indicators',
    severity: 'hint',
    scope: 'declaration',
    title: { zh: '百分数没有写明方向', en: 'a percentage without a direction' },
    explanation: {
        zh: '只写 5% 或 95%，没有说至少还是至多：投诉率 5% 是不超过 5%，还是正好 5%？加上 ≤ 或 ≥。100% 和 0% 没有歧义，不在此列。',
        en: 'A bare 5% or 95% does not say whether at least or at most is meant. Add ≤ or ≥. 100% and 0% leave nothing open and are not reported.',
    },
    *check(declaration) {
        for (const { indicator, written, called } of valuesIn(declaration)) {
            const { value } = written;
            if (value.kind !== 'quantity' || value.comparatorText !== '' || !isPercentage(value.quantity)) continue;
            const share = Number(value.quantity.number);
            if (share === 0 || share === 100) continue;
            const text = printValue(value);
            const polarity = polarityOf(indicator.name.value);
            const signs = polarity === 'negative' ? ['≤', '≥'] : ['≥', '≤'];
            yield {
                origin: written.origin,
                message: {
                    zh: `“${indicator.name.value}”${called.zh}为 ${text}，没有写明是至少还是至多`,
                    en: `“${indicator.name.value}”${called.en} is ${text}: at least or at most?`,
                },
                fixes: () => signs.map((sign, index) => ({
                    title: sign === '≥' ? { zh: `至少：≥${text}`, en: `At least: ≥${text}` } : { zh: `至多：≤${text}`, en: `At most: ≤${text}` },
                    edits: [replace(written.origin, sign + textOf(written.origin))],
                    preferred: index === 0 && polarity !== undefined,
                })),
            };
        }
    },
};
