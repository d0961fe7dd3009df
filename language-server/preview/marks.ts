import { SEVERITIES, type Problem } from '../domain/problem.js';
import type { Cell, CellPart } from '../domain/table.js';
import type { Language, Wording } from '../domain/wording.js';
import type { ShownProblem } from '../protocol.js';
import type { CellPlaces } from './cell-places.js';

/** The problems that a cell, or a line of one, shows. */
export type Marks = ReadonlyMap<Cell | CellPart, readonly Problem[]>;

/** Gives each problem to the cells that show its place; a problem whose place is in no cell is only counted. */
export function marksOf(problems: readonly Problem[], places: CellPlaces): Marks {
    const marks = new Map<Cell | CellPart, Problem[]>();
    for (const problem of problems) {
        for (const { shown } of places.showing(problem.origin)) {
            const list = marks.get(shown);
            if (list) list.push(problem);
            else marks.set(shown, [problem]);
        }
    }
    return marks;
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
