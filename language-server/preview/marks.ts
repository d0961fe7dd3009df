import type { Source } from '../domain/origin.js';
import { SEVERITIES, type Problem } from '../domain/problem.js';
import type { Cell, CellPart } from '../domain/table.js';
import type { Language, Wording } from '../domain/wording.js';
import type { ShownProblem } from '../protocol.js';
import { bySource } from './by-source.js';
import type { CellPlaces } from './cell-places.js';
import { isSameList, isSameProblem } from './same-list.js';
import type { Row, RowInTable } from './row-places.js';

/** The problems of a declaration by the cell, or the line of one, that shows them. */
export type Marks = ReadonlyMap<Cell | CellPart, readonly Problem[]>;

/** A list for each table. */
type RowsOfTables = readonly (readonly RowInTable[])[];

interface KeptMarks {
    readonly rows: RowsOfTables;
    readonly problems: readonly Problem[];
    readonly marks: Marks;
}

/** By the first of the rows that show a declaration. */
const kept = new WeakMap<Row, Map<Source, KeptMarks>>();

/**
 * Gives each problem to the cells that show its place; a problem whose place is in no cell is only counted. As long as
 * neither its rows nor its problems change, the marks of a declaration are the very same.
 */
export function marksOf(problems: readonly Problem[], places: CellPlaces): ReadonlyMap<Source, Marks> {
    const marks = new Map<Source, Marks>();
    for (const [source, own] of bySource(problems)) {
        const rows = places.rowsOf(source);
        if (rows.length > 0) marks.set(source, marksOfSource(source, own, rows, places));
    }
    return marks;
}

function marksOfSource(source: Source, problems: readonly Problem[], rows: RowsOfTables, places: CellPlaces): Marks {
    const first = rows[0]![0]!.cells;
    const ofRow = kept.get(first) ?? new Map<Source, KeptMarks>();
    kept.set(first, ofRow);
    const known = ofRow.get(source);
    if (known && isSameList(known.problems, problems, isSameProblem) && isSameList(known.rows, rows, areSameRows)) return known.marks;
    const marks = new Map<Cell | CellPart, Problem[]>();
    for (const problem of problems) {
        for (const { shown } of places.showing(problem.origin)) {
            const list = marks.get(shown);
            if (list) list.push(problem);
            else marks.set(shown, [problem]);
        }
    }
    ofRow.set(source, { rows, problems, marks });
    return marks;
}

function areSameRows(one: readonly RowInTable[], other: readonly RowInTable[]): boolean {
    return one === other || isSameList(one, other, (row, otherRow) => row.cells === otherRow.cells);
}

const SEVERITY_NAMES: Record<Problem['severity'], Wording> = {
    error: { zh: '错误', en: 'Error' },
    warning: { zh: '警告', en: 'Warning' },
    information: { zh: '提示', en: 'Note' },
    hint: { zh: '建议', en: 'Hint' },
};

/** The attributes of a marked cell: its worst severity for the eye, the messages for pointer, keyboard and screen reader. */
export function markAttributes(problems: readonly Problem[] | undefined, language: Language): Record<string, string> | undefined {
    if (!problems) return undefined;
    const shown = problems.map(({ severity, message, fixes }): ShownProblem => ({ severity, message: message[language], fixable: fixes !== undefined }));
    return {
        class: SEVERITIES.find((severity) => problems.some((problem) => problem.severity === severity))!,
        'data-problems': JSON.stringify(shown),
        'aria-description': shown.map(({ severity, message }) => `${SEVERITY_NAMES[severity][language]}：${message}`).join('\n'),
    };
}
