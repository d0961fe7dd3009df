import { valuesIn } from '../domain/indicator-values.js';
import { replace, type Fix } from '../domain/problem.js';
import { directionInUnit, readWords, type Direction } from '../domain/reading-words.js';
import { saysTwoDirections } from '../domain/two-directions.js';
import type { DeclarationRule } from '../domain/rule.js';
import { printQuantity, printValue, type Comparator, type IndicatorValue, type Quantity } from '../domain/value.js';
import type { Wording } from '../domain/wording.js';

export const redundantComparator: DeclarationRule = {
    name: 'redundant-comparator',
    group: 'text',
    severity: 'warning',
    scope: 'declaration',
    title: { zh: '方向写了两次', en: 'a direction said twice' },
    explanation: {
        zh: '“>90%以上”“达≥95%”“不低于95%以上”把方向说了两遍，有时两遍还不一致：>90% 不含 90%，90%以上 含 90%。只留一种写法。快速修复先给出含本数的写法。',
        en: '>90%以上, 达≥95% and 不低于95%以上 say their direction twice, and sometimes two different ones: >90% leaves 90% out, 90%以上 includes it. Keep one. The quick fix offers the one that includes the number first.',
    },
    *check(declaration) {
        for (const { indicator, written, called } of valuesIn(declaration)) {
            const doubled = doubledIn(written.value);
            if (!doubled) continue;
            const { directions, quantity } = doubled;
            const value = printValue(written.value);
            const signs = [...new Set(directions.map(({ comparator }) => comparator))].sort((one, other) => rank(one) - rank(other));
            const words = directions.map(({ text }) => `“${text}”`);
            yield {
                origin: written.origin,
                message: messageFor(`“${indicator.name.value}”的${called.zh || '值'}`, `“${indicator.name.value}”${called.en}`, value, words, contradict(signs)),
                fixes: () => signs.map((sign, index): Fix => {
                    const text = sign + printQuantity(quantity);
                    return {
                        title: { zh: `改为 ${text}`, en: `Change to ${text}` },
                        edits: [replace(written.origin, text)],
                        preferred: index === 0 && !contradict(signs),
                        safe: signs.length === 1,
                    };
                }),
            };
        }
    },
};

interface Doubled {
    readonly directions: readonly Direction[];
    readonly quantity: Quantity;
}

function doubledIn(value: IndicatorValue): Doubled | undefined {
    if (value.kind === 'words') {
        const reading = readWords(value.text);
        if (!reading || !saysTwoDirections(reading)) return undefined;
        return { quantity: reading.quantity, directions: reading.directions.length > 1 ? reading.directions : [{ text: '达', comparator: reading.directions[0]!.comparator }, ...reading.directions] };
    }
    if (value.kind !== 'quantity' || !value.comparator) return undefined;
    const dragged = directionInUnit(value.quantity);
    return dragged && { quantity: { ...value.quantity, unit: dragged.unit }, directions: [{ text: value.comparatorText, comparator: value.comparator }, dragged.direction] };
}

function messageFor(name: string, nameEn: string, value: string, words: string[], contradictory: boolean): Wording {
    return contradictory
        ? { zh: `${name}“${value}”方向互相矛盾：${words.join('与')}`, en: `“${value}” of ${nameEn} says two opposite directions: ${words.join(' and ')}` }
        : { zh: `${name}“${value}”方向写了两次：${words.join('和')}只留一个`, en: `“${value}” of ${nameEn} says its direction twice, ${words.join(' and ')}: keep one` };
}

/** Signs that include the number come first. */
function rank(sign: Comparator): number {
    return ['≥', '≤', '>', '<', '='].indexOf(sign);
}

function contradict(signs: readonly Comparator[]): boolean {
    const up = signs.some((sign) => sign === '≥' || sign === '>');
    const down = signs.some((sign) => sign === '≤' || sign === '<');
    return up && down;
}
