import type { Cell, CellPart, Table } from '../domain/table.js';
import { escapeMarkup } from './escape-markup.js';
import { captionParts } from './grid.js';
import { LINE_HEIGHT, PAGE_STYLE, TABLE_STYLE } from './html-style.js';
import { columnWidths, CONTENT_HEIGHT, CONTENT_WIDTH, estimateRowHeights, fontSize, isDense, POINTS_PER_MILLIMETRE } from './page.js';
import { paginate } from './paginate.js';

export { TABLE_STYLE };

type Attributes = Readonly<Record<string, string>>;
const NONE: Attributes = {};

/** Further attributes, e.g. for marking problems; escaped here. A class comes beside the one that the element has. */
export interface HtmlTableOptions {
    readonly attributesOf?: (cell: Cell) => Attributes | undefined;
    /** Of a line of a cell that shows several things. */
    readonly attributesOfPart?: (part: CellPart) => Attributes | undefined;
    /** Rows that begin a page when printed. */
    readonly beginsPage?: (row: number) => boolean;
}

/** One file that prints well: no scripts, nothing remote. */
export function renderHtml(tables: readonly Table[]): string {
    const [first] = tables;
    const title = first ? [first.title, first.department].filter((part) => part !== '').join(' · ') : '绩效目标';
    return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<style>
${PAGE_STYLE}
${TABLE_STYLE}
</style>
</head>
<body>
<main>
${tables.map(printedTable).join('\n')}
</main>
</body>
</html>
`;
}

/** A table as it goes to paper: merged cells do not cross the end of a page. */
function printedTable(table: Table): string {
    const widths = columnWidths(table, CONTENT_WIDTH * POINTS_PER_MILLIMETRE);
    const metrics = { lineHeight: fontSize(table) * LINE_HEIGHT, paddingX: 9, paddingY: 5.75 };
    const furtherPages = CONTENT_HEIGHT * POINTS_PER_MILLIMETRE;
    const paginated = paginate(table, (split) => estimateRowHeights(split, widths, metrics), { firstPage: furtherPages - (table.caption ? 54 : 39), furtherPages });
    return htmlTable(paginated.table, { beginsPage: (row) => paginated.breaks.has(row) });
}

/** The `<table>` alone. */
export function htmlTable(table: Table, options?: HtmlTableOptions): string {
    const { frame, rows } = htmlPieces(table, options);
    return frame.replace('<tbody></tbody>', () => `<tbody>\n${rows.join('\n')}\n</tbody>`);
}

/** The `<table>` with an empty body, and the rows of the body: what the preview exchanges piece by piece. */
export function htmlPieces(table: Table, options: HtmlTableOptions = {}): { frame: string; rows: string[] } {
    const body = table.rows.slice(table.headRows);
    return { frame: htmlFrame(table), rows: body.map((cells, index) => htmlRow(cells, options, options.beginsPage?.(table.headRows + index))) };
}

/** Everything of a `<table>` but the rows of its body. */
export function htmlFrame(table: Table): string {
    const head = table.rows.slice(0, table.headRows).map((cells) => `<tr>${cells.map((cell) => htmlCell(cell, cell.text === '' ? undefined : 'col')).join('')}</tr>`);
    return [
        `<table class="official${isDense(table) ? ' dense' : ''}" data-form="${table.form}">`,
        htmlCaption(table),
        htmlColumns(table.widths),
        ...(head.length > 0 ? [`<thead>\n${head.join('\n')}\n</thead>`] : []),
        '<tbody></tbody>',
        '</table>',
    ].join('\n');
}

/** A row of the body. */
export function htmlRow(cells: readonly Cell[], options: HtmlTableOptions = {}, beginsPage = false): string {
    const onlyLabels = cells.every((cell) => cell.rowspan > 1 || cell.role === 'label');
    return `${beginsPage ? '<tr class="new-page">' : '<tr>'}${cells.map((cell) => htmlCell(cell, scopeOf(cell, onlyLabels), options)).join('')}</tr>`;
}

function htmlCaption(table: Table): string {
    const title = `<span class="title">${escapeMarkup(table.title)}</span>`;
    if (!table.caption) return `<caption>${title}</caption>`;
    const [department, unit] = captionParts(table);
    return `<caption>${title}<span class="line"><span>${escapeMarkup(department)}</span> <span>${escapeMarkup(unit)}</span></span></caption>`;
}

/** Widths as attributes: a style attribute would need an exception in the preview's content security policy. */
function htmlColumns(widths: readonly number[]): string {
    const sum = widths.reduce((all, width) => all + width, 0);
    return `<colgroup>${widths.map((width) => `<col width="${((width / sum) * 100).toFixed(2)}%">`).join('')}</colgroup>`;
}

/** Labels name the columns below them where a whole row is labels, else what stands to their right. */
function scopeOf({ role, text, rowspan }: Cell, onlyLabels: boolean): 'col' | 'row' | undefined {
    if (role !== 'label' || text === '') return undefined;
    return rowspan === 1 && onlyLabels ? 'col' : 'row';
}

function htmlCell(cell: Cell, scope: 'col' | 'row' | undefined, options: HtmlTableOptions = {}): string {
    const { role, rowspan, colspan } = cell;
    const { class: mark, ...further } = options.attributesOf?.(cell) ?? NONE;
    const tag = scope ? 'th' : 'td';
    return `<${tag} class="${role}${mark ? ` ${escapeMarkup(mark)}` : ''}"`
        + `${scope ? ` scope="${scope}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}${colspan > 1 ? ` colspan="${colspan}"` : ''}`
        + `${written(further)}>${contentOf(cell, options)}</${tag}>`;
}

function written(attributes: Attributes): string {
    return Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`).join('');
}

function contentOf({ text, parts }: Cell, { attributesOfPart }: HtmlTableOptions): string {
    if (!parts || parts.length < 2) return escapeMarkup(text);
    return parts.map((part) => `<div${written(attributesOfPart?.(part) ?? NONE)}>${escapeMarkup(part.text)}</div>`).join('');
}
