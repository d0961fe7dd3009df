import type { Declaration } from '../domain/plan.js';

/** Whether two declarations say the same, wherever they stand. */
export function isSamePlan(one: Declaration, other: Declaration): boolean {
    return isAlike(one, other);
}

function isAlike(one: unknown, other: unknown): boolean {
    if (one === other) return true;
    if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
    if (isPlace(one) && isPlace(other)) return true;
    const [names, others] = [Object.keys(one), Object.keys(other)];
    return names.length === others.length && names.every((name) => isAlike(one[name as never], other[name as never]));
}

function isPlace(value: object): boolean {
    return 'source' in value && 'start' in value && 'end' in value;
}
