import { withoutUnit } from '../domain/indicator-kind.js';
import { valuesIn } from '../domain/indicator-values.js';
import { halfWidth } from '../domain/half-width.js';
import { measureOf } from '../domain/reading-words.js';
import type { DeclarationRule } from '../domain/rule.js';
import { isPercentage, printValue, type IndicatorValue, type Quantity } from '../domain/value.js';

export const percentOutOfRange: DeclarationRule = {
    name: 'percent-out-of-range',
    group: 'indicators',
    severity: 'warning',
    scope: 'declaration',
    title: { zh: '百分数超出可能的范围', en: 'a percentage that cannot be' },
    explanation: {
        zh: '合格率、覆盖率、满意度一类的比率最多 100%，也不会小于零；写成 120% 时多半是笔误，或者要的其实是增长率。改正数值，或把名称写准确（例如“同比增长率”）。',
        en: 'Rates of pass, coverage or satisfaction lie between 0% and 100%. A value of 120% is a slip, or the indicator is really about growth. Correct the number, or name the indicator exactly.',
    },
    *check(declaration) {
        for (const { indicator, written, called } of valuesIn(declaration)) {
            const isNegative = written.value.kind === 'words' && NEGATIVE.test(halfWidth(written.value.text));
            const passes = sharesOf(written.value).some(passesAll);
            const name = indicator.name.value;
            if (!(isNegative || passes) || !AT_MOST_ALL.test(withoutUnit(name))) continue;
            const value = printValue(written.value);
            yield {
                origin: written.origin,
                message: isNegative
                    ? { zh: `“${name}”${called.zh}为 ${value}，比率不会小于零`, en: `“${name}”${called.en} is ${value}: a rate cannot be below zero` }
                    : { zh: `“${name}”${called.zh}为 ${value}，这种比率最多 100%`, en: `“${name}”${called.en} is ${value}: this rate is 100% at most` },
            };
        }
    },
};

/** Rates that end at 100%; growth, fulfilment above plan, cover ratios of banks and the like do not. */
const AT_MOST_ALL = new RegExp(
    '(?<!拨备|资本|保费)(?:合格|达标|通过|满意|知晓|准确|正确|及时|按时|按期|准时|参与|完好|正常运行|正常使用|在线|差错|出错|错误|故障|投诉|到位|发放|整改|公开|响应|受理|办结|'
    + '采纳|对接|合规|一致|普及|入学|就业|覆盖)(?:率|度)$',
);
const NEGATIVE = /^\s*[≥≤><=]?\s*[-－–—]\s*[0-9][0-9.]*\s*%/;

function sharesOf(value: IndicatorValue): Quantity[] {
    if (value.kind === 'range') return [value.from, value.to];
    const measure = measureOf(value);
    return measure ? [measure.quantity] : [];
}

function passesAll(quantity: Quantity): boolean {
    const all = quantity.unit === '%' ? 100 : 1000;
    return isPercentage(quantity) && Number(quantity.number.replaceAll(',', '')) > all;
}
