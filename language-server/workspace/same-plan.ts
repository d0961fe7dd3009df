import type { Declaration } from '../domain/plan.js';

/**
 * Whether declarations say the same, wherever it is written, and have the same wrong with them.
 * @returns the index of the first that differs; undefined where none does
 */
export function differingPlan(before: readonly Declaration[], after: readonly Declaration[]): number | undefined {
    const differing = before.findIndex((declaration, index) => !after[index] || !isAlike(saidBy(declaration), saidBy(after[index])));
    if (differing >= 0) return differing;
    if (after.length > before.length) return before.length - 1;
    if (mistakesIn(before).join('\n') === mistakesIn(after).join('\n')) return undefined;
    return Math.max(0, before.findIndex((declaration, index) => mistakesIn([declaration]).join('\n') !== mistakesIn([after[index]!]).join('\n')));
}

/** Mistakes are noted with the first declaration of a block, and one that gets lines of its own becomes a block of its own. */
function saidBy(declaration: Declaration): object {
    return { ...declaration, issues: undefined, repetitions: undefined };
}

function mistakesIn(declarations: readonly Declaration[]): string[] {
    return declarations.flatMap(({ issues, repetitions }) => [...issues, ...repetitions]).map((mistake) => JSON.stringify(mistake, (_, value: unknown) => (isPlace(value) ? null : value))).sort();
}

function isAlike(one: unknown, other: unknown): boolean {
    if (one === other || (isPlace(one) && isPlace(other))) return true;
    if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
    const [names, others] = [Object.keys(one), Object.keys(other)];
    return names.length === others.length && names.every((name) => isAlike(one[name as never], other[name as never]));
}

function isPlace(value: unknown): boolean {
    return typeof value === 'object' && value !== null && 'source' in value && 'start' in value && 'end' in value;
}
