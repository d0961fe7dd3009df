import type { Source } from '../domain/origin.js';
import type { Problem } from '../domain/problem.js';
import type { Cell, CellPart, Form, Table } from '../domain/table.js';
import { formsFor, tablesOf } from '../tables/index.js';
import { planOfFile } from '../workspace/plan-of-file.js';
import type { Workspace } from '../workspace/workspace.js';
import { CellPlaces } from './cell-places.js';
import { marksOf, type Marks } from './marks.js';

/** A file as one form prints it now, with the problems where they show. */
export interface PrintedFile {
    readonly form: Form | undefined;
    readonly available: readonly Form[];
    readonly tables: readonly Table[];
    readonly places: CellPlaces;
    readonly problems: readonly Problem[];
    readonly marks: ReadonlyMap<Source, Marks>;
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

/** The marks of declarations, of those that have any. */
export function marksOfSources(sources: Iterable<Source>, { marks }: PrintedFile): Marks[] {
    const found: Marks[] = [];
    for (const source of sources) {
        const own = marks.get(source);
        if (own) found.push(own);
    }
    return found;
}

/** What is wrong with what a cell, or a line of one, shows. */
export function problemsAt(shown: Cell | CellPart, marks: readonly Marks[]): readonly Problem[] | undefined {
    for (const own of marks) {
        const problems = own.get(shown);
        if (problems) return problems;
    }
    return undefined;
}

/** Whether a syntax error keeps something out of the tables. */
export function isBroken(workspace: Workspace, uri: string): boolean {
    return workspace.document(uri)!.blocks.some((block) => block.declarations.some(({ issues }) => issues.length > 0));
}
