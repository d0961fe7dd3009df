import { measureOf } from './reading-words.js';
import { keyOfQuantity, type IndicatorValue } from './value.js';

/** Whether two values ask for the same, however they are written: 1,000件 and 0.1万件, 100% and 达100%. */
export function sameValue(one: IndicatorValue | undefined, other: IndicatorValue | undefined): boolean {
    if (!one || !other) return one === other;
    return keyOfValue(one) === keyOfValue(other);
}

/** The same for values that ask for the same. */
export function keyOfValue(value: IndicatorValue): string {
    const measure = measureOf(value);
    if (measure) {
        return `${measure.comparator === '=' ? '' : (measure.comparator ?? '')}${keyOfQuantity(measure.quantity)}`;
    }
    if (value.kind === 'range') return `${value.from.number}${value.from.unit}~${value.to.number}${value.to.unit}`;
    return value.kind === 'words' ? `"${value.text.replace(/\s+/g, '')}"` : '';
}
