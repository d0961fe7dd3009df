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
function valuesOf(indicator: Indicator): readonly ValueOfIndicator[] {
    const { cycle, annual } = indicator;
    const values: ValueOfIndicator[] = [];
    if (cycle) values.push({ indicator, written: cycle, called: CYCLE });
    if (annual) values.push({ indicator, written: annual, called: ANNUAL });
    return values;
}

/** The rules look at one declaration after the other, several of them at its values. */
let last: { readonly declaration: Declaration; readonly values: readonly ValueOfIndicator[] } | undefined;

export function valuesIn(declaration: Declaration): readonly ValueOfIndicator[] {
    if (last?.declaration !== declaration) last = { declaration, values: indicatorsOf(indicatorGroupsOf(declaration)).flatMap(({ indicator }) => valuesOf(indicator)) };
    return last.values;
}
