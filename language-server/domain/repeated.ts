import { inTextOrder, textOf } from './origin.js';
import type { Declared } from './plan.js';

/** Groups of declarations that have the same key, those of one group in the order of files and lines. */
export function* repeated<T extends Declared>(declarations: readonly T[], keyOf: (declaration: T) => string | undefined): Generator<readonly T[]> {
    const byKey = new Map<string, T[]>();
    for (const declaration of declarations) {
        const key = keyOf(declaration);
        if (key === undefined) continue;
        const alike = byKey.get(key);
        if (alike) alike.push(declaration);
        else byKey.set(key, [declaration]);
    }
    for (const alike of byKey.values()) {
        if (alike.length > 1) yield inTextOrder(alike);
    }
}

/** More places than these say nothing more, and a text pasted a thousand times over has a million of them. */
const MOST_SHOWN = 20;

/** The first of the others. */
export function othersThan<T>(one: T, alike: readonly T[]): T[] {
    return alike.slice(0, MOST_SHOWN + 1).filter((other) => other !== one).slice(0, MOST_SHOWN);
}

/** One before it that is written alike. */
export function twinOf<T extends Declared>(one: T, alike: readonly T[]): T | undefined {
    return alike.slice(0, alike.indexOf(one)).find((other) => writtenAlike(other, one));
}

/** Whether two declarations are written alike, blanks and line breaks aside. */
export function writtenAlike(one: Declared, other: Declared): boolean {
    return textOf(one.origin).replace(/\s+/g, ' ') === textOf(other.origin).replace(/\s+/g, ' ');
}

/** A name with a number behind it that none of the others has: 物业管理费(2). */
export function numberedName(name: string, others: ReadonlySet<string>): { name: string; suffix: string } {
    for (let number = 2; ; number++) {
        const suffix = `(${number})`;
        if (!others.has(name + suffix)) return { name: name + suffix, suffix };
    }
}
