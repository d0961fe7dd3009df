import type { Problem } from '../domain/problem.js';

/** Whether two lists hold the same things in the same order. */
export function isSameList<T>(one: readonly T[], other: readonly T[], isSame: (one: T, other: T) => boolean = Object.is): boolean {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]!));
}

/** What holds between declarations is found anew whenever one of them changes; mostly it is what was found before. */
export function isSameProblem(one: Problem, other: Problem): boolean {
    return one === other || (one.rule === other.rule && one.severity === other.severity
        && one.origin.source === other.origin.source && one.origin.start === other.origin.start && one.origin.end === other.origin.end
        && one.message.zh === other.message.zh && (one.fixes === undefined) === (other.fixes === undefined));
}
