import { AlignmentType, Document, FileChild, Footer, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, TabStopType, TextRun } from 'docx';
import type { CellRole, Table } from '../domain/table.js';
import { cellStyleId, wordTable } from './docx-table.js';
import { fixedBytes } from './fixed-zip.js';
import { captionParts } from './grid.js';
import {
    columnWidths, CONTENT_HEIGHT, CONTENT_WIDTH, DENSE_SIZE, estimateRowHeights, fontSize, NORMAL_SIZE, PAGE, POINTS_PER_MILLIMETRE, TITLE_SIZE, type LineMetrics,
} from './page.js';
import { pagesOf, paginate } from './paginate.js';
import { printable } from './printable.js';

/** Word's units: twentieths of a point for lengths, half points for sizes of fonts. */
const TWIPS_PER_POINT = 20;
const TWIPS_PER_MILLIMETRE = POINTS_PER_MILLIMETRE * TWIPS_PER_POINT;

const SONG = font('宋体');
const HEI = font('黑体');

const LINE_HEIGHT = 1.45;
const CELL_PADDING = { x: 4, y: 2.5 };

const ALIGNMENT: Readonly<Record<CellRole, (typeof AlignmentType)[keyof typeof AlignmentType]>> = {
    label: AlignmentType.CENTER, text: AlignmentType.LEFT, money: AlignmentType.RIGHT, value: AlignmentType.CENTER,
};

/** A style for each kind of cell: said once, not in every cell, since a form may have many thousands of them. */
const CELL_STYLES = ([
    ['label', '表格标签'], ['text', '表格文字'], ['money', '表格金额'], ['value', '表格指标值'],
] as const).flatMap(([role, name]) => [NORMAL_SIZE, DENSE_SIZE].flatMap((size) => [false, true].map((bold) => ({
    id: cellStyleId(role, size, bold),
    name: `${name}${size === DENSE_SIZE ? '小' : ''}${bold ? '表头' : ''}`,
    run: { font: SONG, size: halfPoints(size), bold },
    paragraph: { alignment: ALIGNMENT[role], spacing: { line: points(size * LINE_HEIGHT), lineRule: LineRuleType.EXACT } },
}))));

/**
 * A Word document with real tables, each beginning a page. The library makes everything but the tables, for which it
 * leaves the place.
 */
export async function renderDocx(tables: readonly Table[]): Promise<Uint8Array> {
    const written: string[] = [];
    const placeFor = (table: string) => {
        written.push(table);
        return new FileChild(PLACE);
    };
    const document = new Document({
        title: tables[0]?.title ?? '绩效目标',
        creator: 'ptarget',
        lastModifiedBy: 'ptarget',
        styles: {
            default: { document: { run: { font: SONG, size: halfPoints(10.5), language: { value: 'en-US', eastAsia: 'zh-CN' } } } },
            paragraphStyles: CELL_STYLES,
        },
        sections: [{
            properties: {
                page: {
                    // The library turns the sheet itself.
                    size: { orientation: PageOrientation.LANDSCAPE, width: twips(PAGE.height), height: twips(PAGE.width) },
                    margin: {
                        top: twips(PAGE.top), bottom: twips(PAGE.bottom), left: twips(PAGE.left), right: twips(PAGE.right),
                        header: twips(8), footer: twips(8),
                    },
                },
            },
            footers: { default: new Footer({ children: [pageNumbers()] }) },
            children: [...tables.flatMap((table, index) => blocksOf(table, index > 0, placeFor)), thinParagraph()],
        }],
    });
    const inOrder = written.values();
    const withTables = (xml: string) => xml.replaceAll(`<${PLACE}/>`, () => inOrder.next().value!);
    return fixedBytes(new Uint8Array(await Packer.toArrayBuffer(document)), { 'word/document.xml': withTables });
}

/** No text can be taken for this element: in texts its brackets are escaped. */
const PLACE = 'ptarget-table';

type PlaceFor = (table: string) => FileChild;

function blocksOf(table: Table, beginsPage: boolean, placeFor: PlaceFor): FileChild[] {
    const caption = table.caption ? [captionParagraph(table)] : [];
    const pages = pagesInWord(table).flatMap((page, index) => [...(index > 0 ? [thinParagraph(true)] : []), placeFor(page)]);
    return [titleParagraph(table.title, beginsPage), ...caption, ...pages];
}

function titleParagraph(title: string, pageBreakBefore: boolean): Paragraph {
    return new Paragraph({
        alignment: AlignmentType.CENTER,
        pageBreakBefore,
        keepNext: true,
        spacing: { after: points(6), line: points(TITLE_SIZE * LINE_HEIGHT), lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text: printable(title), font: HEI, size: halfPoints(TITLE_SIZE) })],
    });
}

function captionParagraph(table: Table): Paragraph {
    const [department, unit] = captionParts(table);
    const size = fontSize(table);
    return new Paragraph({
        keepNext: true,
        spacing: { after: points(3), line: points(size * LINE_HEIGHT), lineRule: LineRuleType.EXACT },
        tabStops: [{ type: TabStopType.RIGHT, position: twips(CONTENT_WIDTH) }],
        children: [new TextRun({ text: `${printable(department)}\t${printable(unit)}`, size: halfPoints(size) })],
    });
}

/**
 * A table for each page that must begin where it does: LibreOffice knows no page break within a table, and merged cells
 * are split for these pages.
 */
function pagesInWord(table: Table): string[] {
    const widths = columnWidths(table, CONTENT_WIDTH).map((width) => Math.floor(width * TWIPS_PER_MILLIMETRE));
    const size = fontSize(table);
    const metrics: LineMetrics = { lineHeight: size * LINE_HEIGHT, paddingX: CELL_PADDING.x * 2, paddingY: CELL_PADDING.y * 2 + 0.5 };
    const heightsOf = (split: Table) => estimateRowHeights(split, widths.map((width) => width / TWIPS_PER_POINT), metrics);
    const furtherPages = CONTENT_HEIGHT * POINTS_PER_MILLIMETRE;
    const paginated = paginate(table, heightsOf, { firstPage: furtherPages - (table.caption ? 49 : 33), furtherPages });
    return pagesOf(paginated).map((page) => {
        const heights = heightsOf(page);
        return wordTable(page, {
            widths,
            rowHeight: points(metrics.lineHeight + metrics.paddingY),
            padding: { x: points(CELL_PADDING.x), y: points(CELL_PADDING.y) },
            // A row that is higher than a page has to be broken.
            staysWhole: (row) => heights[row]! < furtherPages * 0.9,
        });
    });
}

function pageNumbers(): Paragraph {
    return new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ size: halfPoints(9), children: ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'] })],
    });
}

/** Word wants a paragraph between tables and behind the last; this one takes no room. */
function thinParagraph(pageBreakBefore = false): Paragraph {
    return new Paragraph({ pageBreakBefore, spacing: { line: points(1), lineRule: LineRuleType.EXACT }, children: [new TextRun({ text: '', size: 2 })] });
}

function font(name: string) {
    return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

function points(length: number): number {
    return Math.round(length * TWIPS_PER_POINT);
}

function twips(millimetres: number): number {
    return Math.round(millimetres * TWIPS_PER_MILLIMETRE);
}

function halfPoints(size: number): number {
    return Math.round(size * 2);
}
