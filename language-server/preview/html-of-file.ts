import type { Cell, CellPart, Table } from '../domain/table.js';
import type { Language } from '../domain/wording.js';
import type { WholeTable } from '../protocol.js';
import { htmlFrame, htmlRow } from '../renderers/html.js';
import { markAttributes, type Marks } from './marks.js';
import { marksOfSources, problemsAt, type PrintedFile } from './printed-file.js';
import { placesInRow, rowsInTable, type Row } from './row-places.js';
import { isSameList } from './same-list.js';

/** What was written, with what it was written from beside the row or table itself. */
interface Kept<T> {
    readonly marks: readonly Marks[];
    readonly language: Language;
    readonly written: T;
}

const keptTables = new WeakMap<Table, Kept<WholeTable>>();
const keptRows = new WeakMap<Row, Kept<string>>();
const keptFrames = new WeakMap<Table, string>();

/** The tables as HTML. What is printed as before is written as before: a key costs the rows that it changes. */
export function htmlOfFile(printed: PrintedFile, language: Language): WholeTable[] {
    return printed.tables.map((table) => {
        const marks = marksOfSources(rowsInTable(table).keys(), printed);
        return writtenOnce(keptTables, table, marks, language, () => ({
            frame: frameOf(table),
            rows: table.rows.slice(table.headRows).map((row) => rowHtml(row, printed, language)),
        }));
    });
}

function rowHtml(row: Row, printed: PrintedFile, language: Language): string {
    const marks = marksOfSources(placesInRow(row).keys(), printed);
    const attributesOf = (shown: Cell | CellPart) => markAttributes(problemsAt(shown, marks), language);
    return writtenOnce(keptRows, row, marks, language, () => htmlRow(row, { attributesOf, attributesOfPart: attributesOf }));
}

function writtenOnce<K extends object, T>(kept: WeakMap<K, Kept<T>>, key: K, marks: readonly Marks[], language: Language, write: () => T): T {
    const known = kept.get(key);
    if (known && known.language === language && isSameList(known.marks, marks)) return known.written;
    const written = write();
    kept.set(key, { marks, language, written });
    return written;
}

function frameOf(table: Table): string {
    let frame = keptFrames.get(table);
    if (frame === undefined) keptFrames.set(table, (frame = htmlFrame(table)));
    return frame;
}
