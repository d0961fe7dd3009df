import type { Cell, CellPart, Table } from '../domain/table.js';
import type { Language } from '../domain/wording.js';
import type { WholeTable } from '../protocol.js';
import { htmlFrame, htmlRow } from '../renderers/html.js';
import { markAttributes, type Marks } from './marks.js';
import { marksInRow, problemsAt, type PrintedFile } from './printed-file.js';
import type { Row } from './row-places.js';
import { isSameList } from './same-list.js';

interface KeptHtml {
    readonly marks: readonly Marks[];
    readonly language: Language;
    readonly html: string;
}

const keptRows = new WeakMap<Row, KeptHtml>();
const keptFrames = new WeakMap<Table, string>();

/** The tables as HTML. What is printed as before is written as before: a key costs the rows that it changes. */
export function htmlOfFile(printed: PrintedFile, language: Language): WholeTable[] {
    return printed.tables.map((table) => ({
        frame: frameOf(table),
        rows: table.rows.slice(table.headRows).map((row) => rowHtml(row, marksInRow(row, printed), language)),
    }));
}

function rowHtml(row: Row, marks: readonly Marks[], language: Language): string {
    const known = keptRows.get(row);
    if (known && known.language === language && isSameList(known.marks, marks)) return known.html;
    const attributesOf = (shown: Cell | CellPart) => markAttributes(problemsAt(shown, marks), language);
    const html = htmlRow(row, { attributesOf, attributesOfPart: attributesOf });
    keptRows.set(row, { marks, language, html });
    return html;
}

function frameOf(table: Table): string {
    let frame = keptFrames.get(table);
    if (frame === undefined) keptFrames.set(table, (frame = htmlFrame(table)));
    return frame;
}
