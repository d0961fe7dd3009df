import { writeXlsx, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx';
import type { Cell, CellRole, Table } from '../domain/table.js';
import { captionParts, placeCells } from './grid.js';
import { columnWidths, CONTENT_HEIGHT, CONTENT_WIDTH, estimateRowHeights, fontSize, PAGE, POINTS_PER_MILLIMETRE, TITLE_SIZE, type LineMetrics } from './page.js';
import { paginate } from './paginate.js';
import { printable } from './printable.js';
import { sheetNames } from './sheet-names.js';

/** Any fixed date makes the bytes repeat. */
const FIXED_DATE = new Date(Date.UTC(2000, 0, 1));

const FONT = '宋体';
const DEFAULT_SIZE = 11;

/** Widths are counted in digits of the default font, 8 pixels wide in 宋体 11, at 96 pixels to the inch. */
const MILLIMETRES_PER_DIGIT = (8 / 96) * 25.4;

/** Excel's limits: points of a row, UTF-16 units of a cell. */
const TALLEST_ROW = 409;
const LONGEST_TEXT = 32_767;

const HALF_INCH_FOOTER = 0.3;

/** A workbook with a sheet for each table, ready to print. */
export function renderXlsx(tables: readonly Table[]): Promise<Uint8Array> {
    const names = sheetNames(tables.map(({ subject, title }) => subject || title));
    const sheets = tables.map((table, index) => sheetOf(table, names[index]!));
    return writeXlsx({
        sheets: sheets.length > 0 ? sheets : [{ name: '绩效目标', rows: [] }],
        properties: { title: tables[0]?.title ?? '绩效目标', created: FIXED_DATE, modified: FIXED_DATE },
        defaultFont: { name: FONT, size: DEFAULT_SIZE },
        // The library's own setting does not quote sheet names with brackets or blanks.
        namedRanges: tables.flatMap((table, index) => printTitles(table, names[index]!)),
    });
}

function sheetOf(table: Table, name: string): WriteSheet {
    const widths = columnWidths(table, CONTENT_WIDTH);
    const heightsOf = (split: Table) => estimateRowHeights(split, widths.map((width) => width * POINTS_PER_MILLIMETRE), metricsOf(table));
    const sheet = new SheetInMaking(table.widths.length);
    sheet.addTitle(table.title);
    if (table.caption) sheet.addCaption(captionParts(table), fontSize(table));
    const furtherPages = CONTENT_HEIGHT * POINTS_PER_MILLIMETRE;
    const paginated = paginate(table, heightsOf, { firstPage: furtherPages - sheet.height, furtherPages });
    const starts = sheet.addTable(paginated.table, paginated.heights);
    const columnStyles = sheet.columnStyles();
    return {
        name,
        rows: sheet.rows,
        cells: sheet.cellsUnlike(columnStyles),
        merges: sheet.merges,
        rowDefs: sheet.rowDefs,
        // Counted by the row before the break.
        rowBreaks: [...paginated.breaks].map((row) => starts[row]! - 1),
        columns: widths.map((width, column) => ({ width: Math.round((width / MILLIMETRES_PER_DIGIT) * 100) / 100, style: columnStyles[column] })),
        ...(table.headRows > 0 ? { freezePane: { rows: rowsAbove(table) + table.headRows } } : {}),
        pageSetup: {
            paperSize: 'a4',
            orientation: 'landscape',
            fitToPage: true,
            fitToWidth: 1,
            fitToHeight: 0,
            horizontalCentered: true,
            margins: {
                left: inches(PAGE.left), right: inches(PAGE.right), top: inches(PAGE.top), bottom: inches(PAGE.bottom),
                header: HALF_INCH_FOOTER, footer: HALF_INCH_FOOTER,
            },
        },
        headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
    };
}

/** Rows of title and caption. */
function rowsAbove(table: Table): number {
    return table.caption ? 2 : 1;
}

/** The head of the table is repeated on each printed page. */
function printTitles(table: Table, sheetName: string): { name: string; range: string; scope: string }[] {
    if (table.headRows === 0) return [];
    const first = rowsAbove(table) + 1;
    const range = `'${sheetName.replaceAll("'", "''")}'!$${first}:$${first + table.headRows - 1}`;
    return [{ name: '_xlnm.Print_Titles', range, scope: sheetName }];
}

/** Lines in spreadsheets are as high as the font makes them: the highest of the usual Chinese fonts counts. */
function metricsOf(table: Table): LineMetrics {
    return { lineHeight: fontSize(table) * 1.45, paddingX: 5, paddingY: 5 };
}

class SheetInMaking {
    readonly rows: CellValue[][] = [];
    readonly merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];
    readonly rowDefs = new Map<number, { height: number }>();
    private readonly styles: CellStyle[][] = [];

    constructor(private readonly columns: number) {}

    addTitle(title: string): void {
        this.addRow(TITLE_SIZE * 1.8);
        this.fill(0, 0, 1, this.columns, printable(title), titleStyle);
    }

    addCaption([department, unit]: readonly [string, string], size: number): void {
        const row = this.addRow(size * 1.9);
        const left = this.columns - 2;
        this.fill(row, 0, 1, left, printable(department), plainStyle(size, 'left'));
        this.fill(row, left, 1, 2, printable(unit), plainStyle(size, 'right'));
    }

    /** Points from the top of the sheet. */
    get height(): number {
        return [...this.rowDefs.values()].reduce((sum, { height }) => sum + height, 0);
    }

    /** @returns the row of the sheet where each row of the table begins */
    addTable(table: Table, heights: readonly number[]): number[] {
        // A row that is too high for Excel is several, merged in every column.
        const starts: number[] = [];
        for (const height of heights) {
            const parts = Math.ceil(height / TALLEST_ROW);
            starts.push(this.rows.length);
            for (let part = 0; part < parts; part++) this.addRow(height / parts);
        }
        starts.push(this.rows.length);
        const headStyle = cellStyles(fontSize(table), true);
        const bodyStyle = cellStyles(fontSize(table), false);
        for (const { cell, row, column } of placeCells(table).flat()) {
            const top = starts[row]!;
            const style = row < table.headRows ? headStyle(cell) : bodyStyle(cell);
            this.fill(top, column, starts[row + cell.rowspan]! - top, cell.colspan, valueOf(cell, table), style);
        }
        return starts;
    }

    /** The style that most cells of each column have: for the library a cell with a style of its own is many times the work. */
    columnStyles(): CellStyle[] {
        return Array.from({ length: this.columns }, (_, column) => mostFrequent(this.styles.map((row) => row[column]!)));
    }

    /** The cells with another style than their column, by row and column. */
    cellsUnlike(columnStyles: readonly CellStyle[]): Map<string, { style: CellStyle }> {
        const cells = new Map<string, { style: CellStyle }>();
        this.styles.forEach((styles, row) => styles.forEach((style, column) => {
            if (style !== columnStyles[column]) cells.set(`${row},${column}`, { style });
        }));
        return cells;
    }

    /** Puts a value into a range, merged where it is more than one cell; each cell of it gets the style, for its borders. */
    private fill(row: number, column: number, height: number, width: number, value: CellValue, style: CellStyle): void {
        this.rows[row]![column] = value;
        for (let below = row; below < row + height; below++) {
            this.styles[below]!.fill(style, column, column + width);
        }
        if (height > 1 || width > 1) this.merges.push({ startRow: row, startCol: column, endRow: row + height - 1, endCol: column + width - 1 });
    }

    private addRow(height: number): number {
        const row = this.rows.length;
        this.rows.push(new Array<CellValue>(this.columns).fill(null));
        this.styles.push(new Array<CellStyle>(this.columns));
        this.rowDefs.set(row, { height: Math.min(TALLEST_ROW, Math.ceil(height * 4) / 4) });
        return row;
    }
}

function valueOf({ role, money, text }: Cell, { unit }: Table): CellValue {
    if (role === 'money') return money?.toNumber(unit) ?? null;
    if (text === '') return null;
    return printable(text).slice(0, LONGEST_TEXT);
}

const LINE = { style: 'thin', color: { rgb: '000000' } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };

const titleStyle: CellStyle = { font: { name: '黑体', size: TITLE_SIZE }, alignment: { horizontal: 'center', vertical: 'center' } };

function plainStyle(size: number, horizontal: 'left' | 'right'): CellStyle {
    return { font: { name: FONT, size }, alignment: { horizontal, vertical: 'center' } };
}

const HORIZONTAL: Readonly<Record<CellRole, 'left' | 'center' | 'right'>> = { label: 'center', text: 'left', money: 'right', value: 'center' };

/** Older spreadsheets show a row of # for longer texts in text format. */
const LONGEST_IN_TEXT_FORMAT = 255;

/** Text format keeps what begins with = or looks like a date as it is written, even when the cell is edited. */
const TEXT_FORMAT = '@';

/** The same object for all cells of a kind: there may be a hundred thousand of them. */
function cellStyles(size: number, bold: boolean): (cell: Cell) => CellStyle {
    const styleOf = (role: CellRole, numFmt: string): CellStyle => (
        { font: { name: FONT, size, bold }, border: BORDER, alignment: { horizontal: HORIZONTAL[role], vertical: 'center', wrapText: true }, numFmt }
    );
    const stylesOf = (numFmt: string) => ({ label: styleOf('label', numFmt), text: styleOf('text', numFmt), value: styleOf('value', numFmt), money: styleOf('money', '#,##0.00') });
    const short = stylesOf(TEXT_FORMAT);
    const long = stylesOf('General');
    return ({ role, text }) => (text.length > LONGEST_IN_TEXT_FORMAT ? long : short)[role];
}

function mostFrequent<T>(list: readonly T[]): T {
    const counts = new Map<T, number>();
    for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
    return [...counts].reduce((one, other) => (other[1] > one[1] ? other : one))[0];
}

function inches(millimetres: number): number {
    return Math.round((millimetres / 25.4) * 1000) / 1000;
}
