const FARTHER_THAN_CLOSEST = 2;

/** All projects of a department that nothing declares ask the same. */
const answers = new WeakMap<readonly string[], Map<string, readonly string[]>>();

/** Names close to a mistyped one, the closest first, at most three. What is found in one list is remembered with it. */
export function nearestNames(typed: string, names: readonly string[]): readonly string[] {
    let known = answers.get(names);
    if (!known) answers.set(names, (known = new Map()));
    let near = known.get(typed);
    if (!near) known.set(typed, (near = nearestIn(names, typed)));
    return near;
}

function nearestIn(names: readonly string[], typed: string): string[] {
    const scored = names.map((name, order) => ({ name, order, distance: editDistance(typed, name) }));
    const near = scored.filter(({ name, distance }) => isNear(typed, name, distance));
    // Beside a name that differs in a character, one that differs in half of them is not meant.
    const farthest = Math.min(...near.map(({ distance }) => distance)) + FARTHER_THAN_CLOSEST;
    return near
        .filter(({ distance }) => distance <= farthest)
        .sort((one, other) => one.distance - other.distance || one.order - other.order)
        .slice(0, 3)
        .map(({ name }) => name);
}

function isNear(typed: string, name: string, distance: number): boolean {
    // A part of the name stands for all of it: 88号 for 财预〔2015〕88号.
    if (typed.length > 1 && name.includes(typed)) return true;
    const length = Math.max(typed.length, name.length);
    return distance <= Math.max(2, Math.floor(length / 2)) && distance < length;
}

/** Levenshtein's distance, counted with a single row. */
export function editDistance(one: string, other: string): number {
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i++) {
        const next = [i];
        for (let j = 1; j <= other.length; j++) {
            next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1));
        }
        row = next;
    }
    return row[other.length]!;
}
