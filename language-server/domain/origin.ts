/** A place in a file: line and character from zero, characters as UTF-16 units, as in the Language Server Protocol. */
export interface Position {
    readonly line: number;
    readonly character: number;
}

export interface Range {
    readonly start: Position;
    readonly end: Position;
}

/**
 * The text that a declaration was read from. Places inside it are counted from its own beginning, so that they stay
 * true when text above it grows or shrinks; only the source knows where it stands in the file today.
 */
export interface Source {
    readonly uri: string;
    /** The declaration's own text, as written. */
    readonly text: string;
    /** Where an offset of `text` stands in the file now. */
    positionAt(offset: number): Position;
}

/** Where a value was written: offsets into its source's text, the end not included. */
export interface Origin {
    readonly source: Source;
    readonly start: number;
    readonly end: number;
}

export function rangeOf(origin: Origin): Range {
    return { start: origin.source.positionAt(origin.start), end: origin.source.positionAt(origin.end) };
}

export function textOf(origin: Origin): string {
    return origin.source.text.slice(origin.start, origin.end);
}

export function contains(outer: Origin, inner: Origin): boolean {
    return outer.source === inner.source && outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether a place lies within another of the same file today, also where it was read from a source of its own. */
export function surrounds(outer: Origin, inner: Origin): boolean {
    if (outer.source.uri !== inner.source.uri) return false;
    const [around, within] = [rangeOf(outer), rangeOf(inner)];
    return comparePositions(around.start, within.start) <= 0 && comparePositions(within.end, around.end) <= 0;
}

/** In the order of files and, in one file, of the text. */
export function inTextOrder<T extends { readonly origin: Origin }>(items: Iterable<T>): T[] {
    const placed = [...items].map((item) => ({ item, uri: item.origin.source.uri, start: item.origin.source.positionAt(item.origin.start) }));
    placed.sort((one, other) => (one.uri === other.uri ? comparePositions(one.start, other.start) : one.uri < other.uri ? -1 : 1));
    return placed.map(({ item }) => item);
}

export function comparePositions(one: Position, other: Position): number {
    return one.line - other.line || one.character - other.character;
}

/** The place just behind an origin, where something may be inserted. */
export function endOf({ source, end }: Origin): Origin {
    return { source, start: end, end };
}

/** A value with the place where it was written. */
export interface Written<T> {
    readonly value: T;
    readonly origin: Origin;
}
