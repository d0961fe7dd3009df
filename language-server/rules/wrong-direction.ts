import type { Origin } from '../domain/origin.js';
import { valuesIn } from '../domain/indicator-values.js';
import { polarityOf } from '../domain/polarity.js';
import { replace, type Fix } from '../domain/problem.js';
import { measureOf } from '../domain/reading-words.js';
import type { DeclarationRule } from '../domain/rule.js';
import { printQuantity, printValue, type Comparator, type Quantity } from '../domain/value.js';

export const wrongDirection: DeclarationRule = {
    name: 'wrong-direction',
    group: 'indicators',
    severity: 'warning',
    scope: 'declaration',
    title: { zh: '指标值的方向与指标相反', en: 'a target in the wrong direction' },
    explanation: {
        zh: '投诉率、出错率、故障率、事故一类指标越低越好，应当用 ≤；合格率、完成率、满意度一类越高越好，应当用 ≥。写反了，做得越差越“达标”。快速修复改正符号。',
        en: 'Complaints, errors, faults and accidents are to stay below a limit (≤), rates of pass, completion and satisfaction to reach one (≥). The other way round the worst result would meet the target. The quick fix turns the sign.',
    },
    *check(declaration) {
        for (const { indicator, written, called } of valuesIn(declaration)) {
            const polarity = polarityOf(indicator.name.value);
            const measure = polarity && measureOf(written.value);
            if (!measure?.comparator || measure.comparator === '=') continue;
            const atLeast = measure.comparator === '≥' || measure.comparator === '>';
            if (atLeast === (polarity === 'positive')) continue;
            const value = printValue(written.value);
            yield {
                origin: written.origin,
                message: atLeast
                    ? { zh: `“${indicator.name.value}”越低越好，${called.zh}却要求 ${value}`, en: `“${indicator.name.value}” is better the lower it is, but ${value} is asked for${called.en}` }
                    : { zh: `“${indicator.name.value}”越高越好，${called.zh}却要求 ${value}`, en: `“${indicator.name.value}” is better the higher it is, but ${value} is asked for${called.en}` },
                fixes: () => [turned(written.origin, TURNED[measure.comparator!], measure.quantity)],
            };
        }
    },
};

const TURNED: Record<Comparator, Comparator> = { '≥': '≤', '≤': '≥', '>': '<', '<': '>', '=': '=' };

function turned(origin: Origin, sign: Comparator, quantity: Quantity): Fix {
    const text = sign + printQuantity(quantity);
    return { title: { zh: `改为 ${text}`, en: `Change to ${text}` }, edits: [replace(origin, text)], preferred: true };
}
