const MOST = 10_000;

/** A function that remembers what it says of texts, for those that come again and again; when they become too many it begins anew. */
export function remembered<T>(say: (text: string) => T): (text: string) => T {
    const known = new Map<string, T>();
    return (text) => {
        let found = known.get(text);
        if (found === undefined) {
            if (known.size >= MOST) known.clear();
            known.set(text, (found = say(text)));
        }
        return found;
    };
}
