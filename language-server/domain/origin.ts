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

/** The place just behind an origin, where something may be inserted. */
export function endOf({ source, end }: Origin): Origin {
    return { source, start: end, end };
}

/** A value with the place where it was written. */
export interface Written<T> {
    readonly value: T;
    readonly origin: Origin;
}
