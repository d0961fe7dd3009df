import { contains, textOf, type Origin, type Source } from '../domain/origin.js';
import type { Table } from '../domain/table.js';
import type { CellAddress } from '../protocol.js';
import { placesInRow, rowsInTable, type RowInTable, type RowPlace } from './row-places.js';

/** A cell, or a line of one, with the place in the text that it shows. */
export interface CellPlace extends RowPlace {
    readonly address: CellAddress;
}

/** The rows of one table that show a declaration. */
interface RowsAt {
    readonly table: number;
    readonly rows: readonly RowInTable[];
}

/** The cells of the tables of a file, to be found by what they show. */
export class CellPlaces {
    private readonly tables = new Map<Source, RowsAt[]>();
    private readonly sorted = new Map<Source, readonly CellPlace[]>();

    constructor(tables: readonly Table[]) {
        for (const [index, table] of tables.entries()) {
            for (const [source, rows] of rowsInTable(table)) {
                const list = this.tables.get(source);
                if (list) list.push({ table: index, rows });
                else this.tables.set(source, [{ table: index, rows }]);
            }
        }
    }

    /** The rows that show something of a declaration, a list for each table. */
    rowsOf(source: Source): readonly (readonly RowInTable[])[] {
        return this.tables.get(source)?.map(({ rows }) => rows) ?? [];
    }

    /** The places that one declaration is shown at, in the order of its text. */
    of(source: Source): readonly CellPlace[] {
        let places = this.sorted.get(source);
        if (!places) {
            const unsorted = this.tables.get(source)?.flatMap(({ table, rows }) => rows.flatMap(({ row, cells }) => placesInRow(cells).get(source)!
                .map((place) => ({ ...place, address: { table, row, cell: place.cell, part: place.part } }))));
            this.sorted.set(source, (places = unsorted?.sort((one, other) => one.origin.start - other.origin.start) ?? []));
        }
        return places;
    }

    /**
     * The places that show an origin: those that say it most narrowly; else the first thing inside it; else what stands
     * behind it on its line, since a merged label shows only the first of the words that it stands for.
     */
    showing(origin: Origin): readonly CellPlace[] {
        const places = this.of(origin.source);
        const around = narrowest(places.filter((place) => contains(place.origin, origin)));
        if (around.some(isWritten)) return around;
        const first = places.find((place) => contains(origin, place.origin) && isWritten(place))
            ?? places.find((place) => place.origin.start >= origin.end && isWritten(place) && onOneLine(origin, place.origin));
        return first ? places.filter(({ origin: { start, end } }) => start === first.origin.start && end === first.origin.end) : around;
    }

    /** The first place of a declaration, in the order of its text, that fulfils a condition. */
    first(source: Source, fulfils: (origin: Origin) => boolean): CellPlace | undefined {
        return this.of(source).find((place) => isWritten(place) && fulfils(place.origin));
    }
}

/** Empty cells come from what they might have stood in, unless somebody wrote a pair of quotes: they say less than anything else. */
function isWritten({ shown, origin }: CellPlace): boolean {
    return shown.text !== '' || /^["“”＂\s]*$/.test(textOf(origin));
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
