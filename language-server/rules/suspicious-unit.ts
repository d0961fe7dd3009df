import { valuesIn } from '../domain/indicator-values.js';
import { textOf } from '../domain/origin.js';
import { replace } from '../domain/problem.js';
import type { DeclarationRule } from '../domain/rule.js';
import { innerText } from '../domain/inner-text.js';
import { isKnownUnit, nearUnit } from '../domain/units.js';
import type { Written } from '../domain/origin.js';
import type { IndicatorValue } from '../domain/value.js';

export const suspiciousUnit: DeclarationRule = {
    name: 'suspicious-unit',
    group: 'text',
    severity: 'hint',
    scope: 'declaration',
    title: { zh: '单位像是错别字', en: 'a unit that looks like a slip' },
    explanation: {
        zh: '没有这样的单位，却与一个常用单位只差一个同音或形近的字（分种—分钟、万园—万元、工作曰—工作日）。快速修复改成常用单位。',
        en: 'There is no such unit, but a common one differs by a single character of the same sound or shape (分种 for 分钟, 万园 for 万元). The quick fix writes the common one.',
    },
    *check(declaration) {
        for (const { indicator, written, called } of valuesIn(declaration)) {
            for (const { unit, at } of unitsIn(written)) {
                if (unit === '' || isKnownUnit(unit)) continue;
                const near = nearUnit(unit);
                if (!near) continue;
                yield {
                    origin: at,
                    message: {
                        zh: `“${indicator.name.value}”${called.zh}的单位“${unit}”应为“${near}”`,
                        en: `The unit “${unit}” of “${indicator.name.value}”${called.en} should be “${near}”`,
                    },
                    fixes: () => [{ title: { zh: `“${unit}”改为“${near}”`, en: `Change ${unit} to ${near}` }, edits: [replace(at, near)], preferred: true, safe: true }],
                };
            }
        }
    },
};

const NUMBER_AND_UNIT = /([0-9０-９][0-9０-９,.，．]*)\s*((?:[\u4e00-\u9fff]){2,5}?)(?=以上|以下|以内|之内|内|左右|[^\u4e00-\u9fff]|$)/g;

/** The units of a value with their places, in words too: 5分种以内. */
function* unitsIn(written: Written<IndicatorValue>) {
    const { value, origin } = written;
    if (value.kind === 'words') {
        const inner = innerText(written);
        if (inner.text.length > LONGEST) return;
        for (const match of inner.text.matchAll(NUMBER_AND_UNIT)) {
            const end = match.index + match[0].length;
            yield { unit: match[2]!, at: inner.at(end - match[2]!.length, end) };
        }
        return;
    }
    const unit = value.kind === 'range' ? value.to.unit : value.quantity.unit;
    // The unit is the end of what was written, full-width or not.
    if (textOf(origin).length >= unit.length) yield { unit, at: { ...origin, start: origin.end - unit.length } };
}

/** Longer values are sentences. */
const LONGEST = 40;
