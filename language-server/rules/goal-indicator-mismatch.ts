import { innerText, type InnerText } from '../domain/inner-text.js';
import { MeasuresByName, type Match } from '../domain/measures-by-name.js';
import { textOf, type Written } from '../domain/origin.js';
import { annualValue, indicatorsOf, type Declaration, type Indicator } from '../domain/plan.js';
import { replace, type Finding, type Fix } from '../domain/problem.js';
import { figuresIn, type Figure } from '../domain/prose-figures.js';
import { measureOf, readWords, type Measure } from '../domain/reading-words.js';
import type { DeclarationRule } from '../domain/rule.js';
import { areComparable, compareQuantities, partsOfUnit } from '../domain/units.js';
import { printQuantity, printValue, type Comparator, type Quantity } from '../domain/value.js';

export const goalIndicatorMismatch: DeclarationRule = {
    name: 'goal-indicator-mismatch',
    group: 'indicators',
    severity: 'warning',
    scope: 'declaration',
    title: { zh: '绩效目标的文字与指标值不一致', en: 'a figure in the prose that contradicts an indicator' },
    explanation: {
        zh: '绩效目标、总体绩效目标或重点任务的目标里写了一个数，指标表中同名的指标却是另一个数，审核时会要求说明以哪个为准。按名称对应（抽查与抽检、每万人口与每万人、至少1份与≥1份视为一致），只比较单位可比的数。核对后改文字或改指标。',
        en: 'A goal or the target of a key task names one number, the indicator of the same name another, and a reviewer will ask which one holds. Names are matched loosely (抽查 and 抽检, 至少1份 and ≥1份 agree), numbers only in comparable units. Correct the prose or the indicator.',
    },
    *check(declaration) {
        if (declaration.kind !== 'department' && declaration.kind !== 'project') return;
        let measures: MeasuresByName | undefined;
        for (const text of goalsOf(declaration)) {
            const inner = innerText(text);
            for (const figure of figuresIn(inner.text)) {
                if (RETOLD.test(figure.before)) continue;
                measures ??= new MeasuresByName([...indicatorsOf(declaration.indicators?.groups)].map(({ indicator }) => indicator));
                const contradicted = contradictedBy(figure, measures.matches(figure));
                if (contradicted) yield finding(figure, inner, contradicted);
            }
        }
    },
};

function* goalsOf(declaration: Extract<Declaration, { kind: 'department' | 'project' }>): Generator<Written<string>> {
    if (declaration.goal) yield declaration.goal;
    if (declaration.kind === 'project') return;
    for (const { target } of declaration.tasks) {
        if (target) yield target;
    }
}

/** Figures of the past, parts of a whole, shares of a period and amounts of change are not what the table sets. */
const RETOLD = /其中|每个?(?:季度?|月|半年|周|天|日|次|人(?!均)|家|户|所|镇|街|村|单位|学期)|上年|去年|往年|目前|现有|截至|累计|已[^\s]|较|比上|同比|环比|第[一二三四1-4]季度|上半年|下半年|(?:增长|提高|提升|下降|减少|降低|压缩|上升|增加|缩短)(?:了|幅度)?\s*$/;

interface Contradiction {
    readonly indicator: Indicator;
    readonly measure: Measure;
    readonly why: 'number' | 'direction';
}

/** The indicator that a figure belongs to and contradicts; silent where any likely one agrees. */
function contradictedBy(figure: Figure, matches: readonly Match[]): Contradiction | undefined {
    let contradiction: Contradiction | undefined;
    for (const { indicator } of matches) {
        const cycle = measureOf(indicator.cycle?.value);
        const annual = measureOf(annualValue(indicator)?.value);
        const measures = [cycle, annual].filter((measure) => measure !== undefined).filter(({ quantity }) => mayBeCompared(figure.quantity, quantity));
        if (!cycle || measures.length === 0) continue;
        const equal = measures.find(({ quantity }) => compare(figure.quantity, quantity) === 0);
        if (equal && !areOpposite(figure.comparator, equal.comparator)) return undefined;
        contradiction ??= { indicator, measure: cycle, why: equal ? 'direction' : 'number' };
    }
    return contradiction;
}

/** 每年1800批次 and 1800批次/年 speak of the same; a unit that is missing on one side is another rule's matter. */
function mayBeCompared(one: Quantity, other: Quantity): boolean {
    const [first, second] = [withoutPeriod(one), withoutPeriod(other)];
    if (first.unit === '' || second.unit === '') return first.unit !== '%' && second.unit !== '%';
    return areComparable(first, second);
}

function compare(one: Quantity, other: Quantity): number {
    return compareQuantities(withoutPeriod(one), withoutPeriod(other));
}

function withoutPeriod({ number, unit }: Quantity): Quantity {
    return { number, unit: unit.replace(/\/年度?$/, '') };
}

function areOpposite(one: Comparator | undefined, other: Comparator | undefined): boolean {
    return directionOf(one) * directionOf(other) < 0;
}

function directionOf(comparator: Comparator | undefined): number {
    if (comparator === '≥' || comparator === '>') return 1;
    return comparator === '≤' || comparator === '<' ? -1 : 0;
}

function finding(figure: Figure, inner: InnerText, { indicator, measure, why }: Contradiction): Finding {
    const said = inner.text.slice(figure.start, figure.end).trim();
    const value = printValue(indicator.cycle!.value);
    const name = indicator.name.value;
    return {
        origin: inner.at(figure.start, figure.end),
        message: {
            zh: `正文写的是“${said}”，指标“${name}”的值是 ${value}，两处不一致`,
            en: `The prose says “${said}”, but the indicator “${name}” is ${value}`,
        },
        related: [{
            origin: indicator.cycle!.origin,
            message: { zh: `指标“${name}”的值是 ${value}`, en: `The indicator “${name}” is ${value}` },
        }],
        fixes: () => (why === 'number' ? [changeIndicator(indicator, figure, measure), changeProse(inner, figure, measure)] : []),
    };
}

/** Puts the number of the prose into the value, whose sign and words stay. */
function changeIndicator(indicator: Indicator, figure: Figure, measure: Measure): Fix {
    const { value, origin } = indicator.cycle!;
    const wanted = printQuantity(withUnitOf(figure.quantity, measure.quantity));
    const reading = value.kind === 'words' ? readWords(value.text) : undefined;
    const sameUnit = partsOfUnit(figure.quantity.unit).scale === partsOfUnit(measure.quantity.unit).scale;
    let edit = replace(origin, `${measure.comparator ?? ''}${wanted}`);
    if (reading && sameUnit) {
        edit = replace(innerText(indicator.cycle!).at(reading.numberStart, reading.numberEnd), figure.quantity.number);
    } else if (value.kind === 'quantity') {
        const sign = textOf(origin).slice(0, value.comparatorText.length);
        edit = replace(origin, sign + wanted);
    }
    return {
        title: { zh: `按正文改指标“${indicator.name.value}”：${wanted}`, en: `Set the indicator “${indicator.name.value}” to ${wanted}, as in the prose` },
        edits: [edit],
    };
}

function changeProse(inner: InnerText, figure: Figure, measure: Measure): Fix {
    const wanted = printQuantity(withoutPeriod(withUnitOf(measure.quantity, figure.quantity)));
    return {
        title: { zh: `按指标改正文：${wanted}`, en: `Set the prose to ${wanted}, as in the indicator` },
        edits: [replace(inner.at(figure.quantityStart, figure.quantityEnd), wanted)],
    };
}

/** The measure word that stands at the place is kept; only where the scale differs (万, 亿) the unit comes along. */
function withUnitOf(number: Quantity, place: Quantity): Quantity {
    const [from, to] = [partsOfUnit(number.unit), partsOfUnit(place.unit)];
    return from.scale === to.scale && to.base !== '' ? { number: number.number, unit: place.unit } : number;
}
