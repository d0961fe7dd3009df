import type { Indicator, IndicatorGroup, IndicatorSet } from '../../domain/plan.js';
import type { Edit } from '../../domain/problem.js';

/** Takes an indicator from its place and puts a text for it into the block of another tier one, made where there is none. */
export function moveIndicator(indicator: Indicator, text: string, tierName: string, target: IndicatorGroup | undefined, indicators: IndicatorSet): Edit[] {
    const lines = text.split(/\r\n|[\n\r]/);
    const put: Edit = target?.body
        ? { kind: 'append', block: target.body, lines }
        : { kind: 'append', block: indicators.body, lines: [`${tierName} {`, ...lines.map((line) => `    ${line}`), '}'] };
    return [{ kind: 'remove', at: indicator.origin }, put];
}
