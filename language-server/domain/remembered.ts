const MOST = 10_000;

/** A function that remembers what it says of texts, for those that come again and again; when they become too many it begins anew. */
export function remembered<T>(say: (text: string) => T): (text: string) => T {
    return rememberedBy((text: string) => text, say);
}

/** The same of anything that a text can stand for. */
export function rememberedBy<A, T>(textOf: (about: A) => string, say: (about: A) => T): (about: A) => T {
    const known = new Map<string, T>();
    return (about) => {
        const text = textOf(about);
        const before = known.get(text);
        if (before !== undefined || known.has(text)) return before as T;
        if (known.size >= MOST) known.clear();
        const said = say(about);
        known.set(text, said);
        return said;
    };
}
