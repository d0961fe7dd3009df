/** A table to look up what somebody wrote: it holds its own words only, and not what every object has, such as `constructor`. */
export function byWord<K extends string, T>(entries: Readonly<Record<K, T>>): Readonly<Record<K, T>> {
    return Object.assign(Object.create(null) as Record<K, T>, entries);
}
