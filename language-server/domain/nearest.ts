/** Names close to a mistyped one, the closest first, at most three. */
export function nearestNames(typed: string, names: readonly string[]): string[] {
    const scored = names.map((name, order) => ({ name, order, distance: distance(typed, name) }));
    return scored
        .filter(({ name, distance }) => distance <= Math.max(2, Math.floor(Math.max(typed.length, name.length) / 2)) && distance < Math.max(typed.length, name.length))
        .sort((one, other) => one.distance - other.distance || one.order - other.order)
        .slice(0, 3)
        .map(({ name }) => name);
}

/** Levenshtein's distance, counted with a single row. */
function distance(one: string, other: string): number {
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
