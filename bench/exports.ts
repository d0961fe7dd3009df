import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Document, Packer, Paragraph, Table as WordTable, TableCell, TableRow } from 'docx';
import { writeXlsx, type CellStyle } from 'hucre/xlsx';
import { planOfFile, render, RENDERERS, tablesOf, Workspace, type Form, type Format, type Table } from '../language-server/index.js';
import { planText } from './corpus.js';
import { MEASURED_FORMS } from './preview.js';
import type { Results } from './results.js';

/** What it costs a library to write as many cells with the same texts and one border around each, and nothing else. */
const LIBRARIES: Readonly<Record<string, (texts: readonly string[][][]) => Promise<unknown>>> = {
    xlsx: (tables) => writeXlsx({ sheets: tables.map((rows, index) => ({ name: `${index}`, rows, cells: bordersOf(rows) })) }),
    docx: (tables) => Packer.toArrayBuffer(new Document({ sections: [{ children: tables.map(plainWordTable) }] })),
};

/** Of more projects the library takes minutes. */
const MOST_FOR_LIBRARIES = 1000;

/** How long each export of a plan takes, and the libraries by themselves. */
export async function measureExports(projects: number, results: Results): Promise<void> {
    for (const form of MEASURED_FORMS) {
        const tables = tablesOfPlan(projects, form);
        for (const { format } of RENDERERS) {
            results.add('export', exportName(form, format), projects, await timed(() => render(format, tables)));
            const library = projects <= MOST_FOR_LIBRARIES ? LIBRARIES[format] : undefined;
            if (library) results.add('export', libraryName(form, format), projects, await timed(() => library(textsOf(tables))));
        }
    }
}

export function exportName(form: Form, format: Format): string {
    return `${form}.${format}`;
}

export function libraryName(form: Form, format: Format): string {
    return `${form}.${format}, the library by itself`;
}

function tablesOfPlan(projects: number, form: Form): Table[] {
    const uri = 'file:///bench/plan.ptarget';
    const workspace = new Workspace();
    workspace.open(uri, planText(projects));
    return tablesOf(form, planOfFile(workspace, uri)!);
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** In milliseconds. What was made before is not collected at this work's cost: whoever came first would pay for the plan. */
async function timed(work: () => unknown): Promise<number> {
    collectGarbage();
    const from = performance.now();
    await work();
    return performance.now() - from;
}

function textsOf(tables: readonly Table[]): string[][][] {
    return tables.map(({ rows }) => rows.map((cells) => cells.map(({ text }) => text)));
}

function bordersOf(rows: readonly string[][]): Map<string, { style: CellStyle }> {
    const style: CellStyle = { border: { top: { style: 'thin' }, right: { style: 'thin' }, bottom: { style: 'thin' }, left: { style: 'thin' } } };
    return new Map(rows.flatMap((texts, row) => texts.map((_, column): [string, { style: CellStyle }] => [`${row},${column}`, { style }])));
}

function plainWordTable(rows: readonly string[][]): WordTable {
    return new WordTable({ rows: rows.map((texts) => new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) })) });
}
