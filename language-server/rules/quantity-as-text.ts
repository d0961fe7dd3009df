import { valuesIn } from '../domain/indicator-values.js';
import type { Written } from '../domain/origin.js';
import { replace, type Fix } from '../domain/problem.js';
import { comparatorMeant, directionInUnit, readWords, type Reading } from '../domain/reading-words.js';
import { saysTwoDirections } from '../domain/two-directions.js';
import type { DeclarationRule } from '../domain/rule.js';
import { printQuantity, printValue, type Comparator, type IndicatorValue, type Quantity } from '../domain/value.js';

export const quantityAsText: DeclarationRule = {
    name: 'quantity-as-text',
    group: 'indicators',
    severity: 'hint',
    scope: 'declaration',
    title: { zh: '用文字写的数量', en: 'a quantity in words' },
    explanation: {
        zh: '“达100%”“95%以上”“不少于10次”说的是可以衡量的数量，写成 =100%、≥95%、≥10次 更清楚，也能参与检查。表格照原样打印，只有使用快速修复时才改写。“以上”含本数，写作 ≥。',
        en: '达100%, 95%以上 and 不少于10次 say quantities; written as =100%, ≥95% and ≥10次 they are clearer and take part in the checks. The table prints the words until the quick fix is used. 以上 includes the number itself: ≥.',
    },
    *check(declaration) {
        for (const { indicator, written, called } of valuesIn(declaration)) {
            const said = saidIn(written.value);
            if (!said) continue;
            const [first] = said;
            yield {
                origin: written.origin,
                message: {
                    zh: `“${indicator.name.value}”的${called.zh || '值'}“${printValue(written.value)}”可以写作 ${first}`,
                    en: `“${printValue(written.value)}” of “${indicator.name.value}”${called.en} can be written ${first}`,
                },
                fixes: () => said.map((text, index) => rewriting(written, text, index === 0)),
            };
        }
    },
};

/** The signs that say the same as the words, the likeliest first. */
function saidIn(value: IndicatorValue): string[] | undefined {
    if (value.kind === 'words') {
        const reading = readWords(value.text);
        return reading && !saysTwoDirections(reading) ? formsOf(reading) : undefined;
    }
    const dragged = value.kind === 'quantity' && value.comparatorText === '' ? directionInUnit(value.quantity) : undefined;
    return dragged && value.kind === 'quantity' ? [write(dragged.direction.comparator, { ...value.quantity, unit: dragged.unit })] : undefined;
}

function formsOf(reading: Reading): string[] {
    const meant = comparatorMeant(reading);
    const forms = [write(meant, reading.quantity)];
    // 达95% mostly means at least; only the officer knows whether exactly was meant.
    if (reading.reached && reading.directions.length === 0 && meant === '≥') forms.push(write('=', reading.quantity));
    return forms;
}

function write(comparator: Comparator | undefined, quantity: Quantity): string {
    return (comparator ?? '') + printQuantity(quantity);
}

function rewriting({ origin }: Written<IndicatorValue>, text: string, preferred: boolean): Fix {
    return { title: { zh: `写作 ${text}`, en: `Write ${text}` }, edits: [replace(origin, text)], preferred };
}
