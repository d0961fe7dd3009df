import { Document, Packer, Paragraph, Table as WordTable, TableCell, TableRow } from 'docx';
import { writeXlsx, type CellStyle } from 'hucre/xlsx';
import { planOfFile, render, RENDERERS, tablesOf, Workspace, type Form, type Table } from '../language-server/index.js';
import { planText } from './corpus.js';
import { growthExponent, Series } from './statistics.js';

/** The one with few and long cells, and the one with most cells: a table for each project. */
const MEASURED_FORMS: readonly Form[] = ['projects', 'project'];

/** What it costs a library to write as many cells with the same texts and one border around each, and nothing else. */
const LIBRARIES: Readonly<Record<string, (texts: readonly string[][][]) => Promise<unknown>>> = {
    xlsx: (tables) => writeXlsx({ sheets: tables.map((rows, index) => ({ name: `${index}`, rows, cells: bordersOf(rows) })) }),
    docx: (tables) => Packer.toArrayBuffer(new Document({ sections: [{ children: tables.map(plainWordTable) }] })),
};

/** Of more projects the library takes minutes. */
const MOST_FOR_LIBRARIES = 1000;

/** Prints how long each export of a plan takes, for plans of several sizes. */
export async function benchExports(sizes: readonly number[]): Promise<void> {
    for (const form of MEASURED_FORMS) {
        const costs = new Map<string, { size: number; cost: number }[]>();
        for (const size of sizes) {
            const tables = tablesOfPlan(size, form);
            const told: string[] = [];
            for (const { format } of RENDERERS) {
                const cost = await median(repetitions(size), () => render(format, tables));
                const library = size <= MOST_FOR_LIBRARIES ? LIBRARIES[format] : undefined;
                const plain = library && await median(repetitions(size), () => library(textsOf(tables)));
                costs.set(format, [...(costs.get(format) ?? []), { size, cost }]);
                told.push(`${format} ${cost.toFixed(0)} ms${plain ? ` (${(cost / plain).toFixed(1)}× the library's own)` : ''}`);
            }
            console.log(`export ${form.padEnd(8)} ${String(size).padStart(6)} projects: ${told.join(', ')}`);
        }
        const growth = [...costs].map(([format, list]) => `${format} ${growthExponent(list[0]!, list.at(-1)!).toFixed(2)}`);
        console.log(`growth of export ${form}: ${growth.join(', ')}`);
    }
}

function tablesOfPlan(projects: number, form: Form): Table[] {
    const uri = 'file:///bench/plan.ptarget';
    const workspace = new Workspace();
    workspace.open(uri, planText(projects));
    return tablesOf(form, planOfFile(workspace, uri)!);
}

function repetitions(projects: number): number {
    return projects > 1000 ? 1 : 5;
}

async function median(times: number, work: () => unknown): Promise<number> {
    const series = new Series();
    for (let time = 0; time < times; time++) {
        const from = performance.now();
        await work();
        series.add(performance.now() - from);
    }
    return series.median;
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
