import type { Origin, Source } from '../domain/origin.js';

/** Things by the declaration that they come from, each list in the order given. */
export function bySource<T extends { readonly origin: Origin }>(things: Iterable<T>): Map<Source, T[]> {
    const grouped = new Map<Source, T[]>();
    for (const thing of things) {
        const { source } = thing.origin;
        const list = grouped.get(source);
        if (list) list.push(thing);
        else grouped.set(source, [thing]);
    }
    return grouped;
}
