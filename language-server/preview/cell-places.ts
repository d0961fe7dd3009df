import { contains, type Origin, type Source } from '../domain/origin.js';
import type { Cell, CellPart, Table } from '../domain/table.js';
import type { CellAddress } from '../protocol.js';

/** A cell, or a line of one, with the place in the text that it shows. */
export interface CellPlace {
    readonly address: CellAddress;
    readonly shown: Cell | CellPart;
    readonly origin: Origin;
}

/** The cells of the tables of a file, to be found by what they show. */
export class CellPlaces {
    private readonly bySource = new Map<Source, CellPlace[]>();

    constructor(tables: readonly Table[]) {
        for (const place of placesIn(tables)) {
            const places = this.bySource.get(place.origin.source);
            if (places) places.push(place);
            else this.bySource.set(place.origin.source, [place]);
        }
        for (const places of this.bySource.values()) places.sort((one, other) => one.origin.start - other.origin.start);
    }

    /** The places that one declaration is shown at, in the order of its text. */
    of(source: Source): readonly CellPlace[] {
        return this.bySource.get(source) ?? [];
    }

    /**
     * The places that show an origin: those that say it most narrowly; else the first thing inside it; else what stands
     * behind it on its line, since a merged label shows only the first of the words that it stands for.
     */
    showing(origin: Origin): readonly CellPlace[] {
        const places = this.of(origin.source);
        const around = narrowest(places.filter((place) => contains(place.origin, origin)));
        const inside = places.find((place) => contains(origin, place.origin) && place.shown.text !== '');
        // Cells without a text come from what they might have stood in: they say less than anything that is written there.
        if (around.length > 0 && (!inside || around.some(({ shown }) => shown.text !== ''))) return around;
        const first = inside ?? places.find((place) => place.origin.start >= origin.end);
        if (!first || (!inside && !onOneLine(origin, first.origin))) return [];
        return places.filter((place) => place.origin.start === first.origin.start && place.origin.end === first.origin.end);
    }

    /** The first place that begins at or behind an origin and ends within it. */
    firstWithin(origin: Origin): CellPlace | undefined {
        return this.of(origin.source).find((place) => contains(origin, place.origin));
    }
}

function* placesIn(tables: readonly Table[]): Generator<CellPlace> {
    for (const [table, { rows }] of tables.entries()) {
        for (const [row, cells] of rows.entries()) {
            for (const [cell, shown] of cells.entries()) {
                const { origin, parts } = shown;
                if (origin) yield { address: { table, row, cell }, shown, origin };
                // A single line is not written as a line of its own.
                if (!parts || parts.length < 2) continue;
                for (const [part, line] of parts.entries()) {
                    if (line.origin) yield { address: { table, row, cell, part }, shown: line, origin: line.origin };
                }
            }
        }
    }
}

function narrowest(places: readonly CellPlace[]): CellPlace[] {
    const least = Math.min(...places.map(lengthOf));
    return places.filter((place) => lengthOf(place) === least);
}

function lengthOf({ origin: { start, end } }: CellPlace): number {
    return end - start;
}

function onOneLine({ source, end }: Origin, behind: Origin): boolean {
    return !/[\n\r]/.test(source.text.slice(end, behind.start));
}
