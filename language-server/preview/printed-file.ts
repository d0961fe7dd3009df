import type { Problem } from '../domain/problem.js';
import type { Form, Table } from '../domain/table.js';
import type { Language } from '../domain/wording.js';
import type { WholeTable } from '../protocol.js';
import { htmlPieces } from '../renderers/html.js';
import { formsFor, tablesOf } from '../tables/index.js';
import { planOfFile } from '../workspace/plan-of-file.js';
import type { Workspace } from '../workspace/workspace.js';
import { CellPlaces } from './cell-places.js';
import { markAttributes, marksOf, type Marks } from './marks.js';

/** A file as one form prints it now, with the problems where they show. */
export interface PrintedFile {
    readonly form: Form | undefined;
    readonly available: readonly Form[];
    readonly tables: readonly Table[];
    readonly places: CellPlaces;
    readonly problems: readonly Problem[];
    readonly marks: Marks;
    readonly broken: boolean;
}

/** @returns undefined where there is no such file */
export function printFile(workspace: Workspace, uri: string, wanted: Form | undefined): PrintedFile | undefined {
    const plan = planOfFile(workspace, uri);
    if (!plan) return undefined;
    const { available, initial } = formsFor(plan);
    const form = wanted && available.includes(wanted) ? wanted : initial;
    const tables = form ? tablesOf(form, plan) : [];
    const places = new CellPlaces(tables);
    const problems = workspace.problemsOf(uri);
    return { form, available, tables, places, problems, marks: marksOf(problems, places), broken: isBroken(workspace, uri) };
}

export function toHtml({ tables, marks }: PrintedFile, language: Language): WholeTable[] {
    const attributesOf = (shown: Parameters<Marks['get']>[0]) => markAttributes(marks.get(shown), language);
    return tables.map((table) => htmlPieces(table, { attributesOf, attributesOfPart: attributesOf }));
}

function isBroken(workspace: Workspace, uri: string): boolean {
    return workspace.document(uri)!.blocks.some((block) => block.declarations.some(({ issues }) => issues.length > 0));
}
