import type { Written } from './origin.js';
import { indicatorGroupsOf, indicatorsOf, type Declaration, type Indicator } from './plan.js';
import type { IndicatorValue } from './value.js';
import type { Wording } from './wording.js';

/** One of the two values of an indicator, as it was written. */
export interface ValueOfIndicator {
    readonly indicator: Indicator;
    readonly written: Written<IndicatorValue>;
    /** How messages call it: nothing for the value that stands right behind the name. */
    readonly called: Wording;
}

const CYCLE: Wording = { zh: '', en: '' };
const ANNUAL: Wording = { zh: '年度值', en: ' (annual value)' };

/** The values that are written; an annual value that equals the cycle's is not. */
export function* valuesOf(indicator: Indicator): Generator<ValueOfIndicator> {
    if (indicator.cycle) yield { indicator, written: indicator.cycle, called: CYCLE };
    if (indicator.annual) yield { indicator, written: indicator.annual, called: ANNUAL };
}

export function* valuesIn(declaration: Declaration): Generator<ValueOfIndicator> {
    for (const { indicator } of indicatorsOf(indicatorGroupsOf(declaration))) yield* valuesOf(indicator);
}
