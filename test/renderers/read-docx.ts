import type { Table } from '../../language-server/domain/table.js';
import { placeCells } from '../../language-server/renderers/grid.js';
import { unescapeMarkup } from './grids.js';

/** Each place of the grid with the text of the cell that covers it. */
export function textsOf(table: Table): string[][] {
    const grid = table.rows.map(() => table.widths.map(() => ''));
    for (const { cell, row, column } of placeCells(table).flat()) {
        for (let below = row; below < row + cell.rowspan; below++) {
            for (let beside = column; beside < column + cell.colspan; beside++) grid[below]![beside] = cell.text;
        }
    }
    return grid;
}

/** The same of one `<w:tbl>`. */
export function tableIn(xml: string): string[][] {
    const grid: string[][] = [];
    for (const [, row] of xml.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)) {
        const texts: string[] = [];
        for (const [, cell] of row!.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)) {
            const continues = cell!.includes('<w:vMerge w:val="continue"/>');
            const paragraphs = [...cell!.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, paragraph]) => [...paragraph!.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));
            const text = continues ? grid.at(-1)![texts.length]! : unescapeMarkup(paragraphs.join('\n'));
            for (let columns = Number(/<w:gridSpan w:val="(\d+)"/.exec(cell!)?.[1] ?? 1); columns > 0; columns--) texts.push(text);
        }
        grid.push(texts);
    }
    return grid;
}

/** The tables of a document: what was split into pages joined again, repeated heads left out. */
export function tablesInDocument(xml: string, tables: readonly Table[]): string[][][] {
    const parts = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => tableIn(table));
    return tables.map((table) => {
        const rows = parts.shift()!;
        while (rows.length < table.rows.length) rows.push(...parts.shift()!.slice(table.headRows));
        return rows;
    });
}
