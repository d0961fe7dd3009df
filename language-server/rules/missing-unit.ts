import { innerText } from '../domain/inner-text.js';
import { kindOfName, likelyUnits, unitInName, withoutUnit, type UnitInName } from '../domain/indicator-kind.js';
import { valuesIn, type ValueOfIndicator } from '../domain/indicator-values.js';
import { indicatorsOf, type Indicator } from '../domain/plan.js';
import { insertAfter, replace, type Finding, type Fix } from '../domain/problem.js';
import { measureOf } from '../domain/reading-words.js';
import type { DeclarationRule } from '../domain/rule.js';
import { dimensionOf, partsOfUnit } from '../domain/units.js';
import { printValue, type IndicatorValue, type Quantity } from '../domain/value.js';

export const missingUnit: DeclarationRule = {
    name: 'missing-unit',
    group: 'indicators',
    severity: 'warning',
    scope: 'declaration',
    title: { zh: '指标值没有单位，或与名称中的单位不一致', en: 'a value without a unit, or with another than its name says' },
    explanation: {
        zh: '指标值要写明单位：≥2 是 2 份、2 个还是 2%，考核时说不清。单位写在数后面（≥2份）。名称里已有“（元）”“（份）”时，值的单位应当与它一致。快速修复按名称补上单位。',
        en: 'A value needs its unit: ≥2 may mean two reports, two sites or 2%. Write it against the number (≥2份). Where the name has a unit in brackets, the value’s should be the same. The quick fixes add the unit that the name suggests.',
    },
    *check(declaration) {
        if (declaration.kind !== 'department' && declaration.kind !== 'project') return;
        for (const value of valuesIn(declaration)) {
            const quantity = quantityBeforeEnd(value.written.value);
            if (quantity && lacksUnit(quantity) && !isPlainNumber(value.indicator.name.value, quantity)) yield withoutAny(value, quantity);
        }
        for (const { indicator } of indicatorsOf(declaration.indicators?.groups)) {
            const inName = unitInName(indicator.name.value);
            const measure = inName && measureOf(indicator.cycle?.value);
            if (measure && !lacksUnit(measure.quantity) && differs(inName, measure.quantity.unit)) yield otherThanName(indicator, inName, measure.quantity.unit);
        }
    },
};

/** Ratios, indices and the like are plain numbers. */
const PLAIN_NUMBERS = /(?:比|比值|系数|指数|倍数|倍率|容积率|因子|pH值?|PH值?|之比|排名|名次|位次)$/;

function isPlainNumber(name: string, { number }: Quantity): boolean {
    // 0.95 is a rate as it stands.
    const isShare = kindOfName(name).rate && Number(number.replaceAll(',', '')) <= 1 && number !== '0';
    return isShare || PLAIN_NUMBERS.test(withoutUnit(name));
}

function withoutAny({ indicator, written, called }: ValueOfIndicator, quantity: Quantity): Finding {
    const name = indicator.name.value;
    const value = printValue(written.value);
    const inName = unitInName(name);
    const units = likelyUnits(name);
    return {
        origin: written.origin,
        message: quantity.unit === ''
            ? { zh: `“${name}”${called.zh}为 ${value}，没有单位`, en: `“${name}”${called.en} is ${value}, without a unit` }
            : { zh: `“${name}”${called.zh}为 ${value}，只有“${quantity.unit}”，没有单位`, en: `“${name}”${called.en} is ${value}: ${quantity.unit} is no unit` },
        fixes: () => units.map((unit, index): Fix => ({
            title: { zh: `补上单位：${value}${unit}`, en: `Add the unit: ${value}${unit}` },
            edits: [insertAfter(written.origin, unit)],
            preferred: index === 0,
            safe: index === 0 && inName?.inBrackets === true && quantity.unit === '',
        })),
    };
}

/** The number that a unit would follow: in a range the last. */
function quantityBeforeEnd(value: IndicatorValue): Quantity | undefined {
    if (value.kind === 'quantity') return value.quantity;
    return value.kind === 'range' ? value.to : undefined;
}

/** 5000万 is a number, not a quantity. */
function lacksUnit({ unit }: Quantity): boolean {
    return unit === '' || (partsOfUnit(unit).base === '' && partsOfUnit(unit).scale !== '');
}

/** Whether a name's unit is not that of the value: in brackets it is to be the same, as part of a word it must not contradict. */
function differs(inName: UnitInName, unit: string): boolean {
    return inName.inBrackets ? countedIn(unit) !== inName.unit : contradicts(inName.unit, unit);
}

/** 批次 of 批次/年. */
function countedIn(unit: string): string {
    return unit.split('/')[0] ?? unit;
}

function otherThanName(indicator: Indicator, inName: UnitInName, unit: string): Finding {
    const name = indicator.name.value;
    const { value, origin } = indicator.cycle!;
    const said = printValue(value);
    if (!inName.inBrackets) {
        return {
            origin,
            severity: 'information',
            message: inName.unit === '%'
                ? { zh: `“${name}”是比率，值却是 ${said}`, en: `“${name}” is a rate, but its value is ${said}` }
                : { zh: `“${name}”按“${inName.unit}”计，值却是 ${said}`, en: `“${name}” is counted in ${inName.unit}, but its value is ${said}` },
        };
    }
    const counted = countedIn(unit);
    return {
        origin,
        severity: 'information',
        message: { zh: `名称“${name}”中的单位是“${inName.unit}”，值写的是 ${said}`, en: `The name “${name}” says ${inName.unit}, the value is ${said}` },
        related: [{ origin: unitPlace(indicator, inName), message: { zh: `名称中的单位“${inName.unit}”`, en: `The unit in the name: ${inName.unit}` } }],
        fixes: () => [{
            title: { zh: `名称中的“${inName.unit}”改为“${counted}”`, en: `Change ${inName.unit} in the name to ${counted}` },
            edits: [replace(unitPlace(indicator, inName), counted)],
        }],
    };
}

function unitPlace(indicator: Indicator, { start, end }: UnitInName) {
    return innerText(indicator.name).at(start, end);
}

/** Only a share against a count: 完成率 of 1800台, 抽检批次 of 100%. Measure words are used too freely to compare. */
function contradicts(said: string, written: string): boolean {
    const [one, other] = [dimensionOf(partsOfUnit(said).base), dimensionOf(partsOfUnit(written).base)];
    return (one === 'share') !== (other === 'share') && one !== undefined && other !== undefined;
}
