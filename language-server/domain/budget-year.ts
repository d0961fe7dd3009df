import { departmentOf, type DepartmentFamily } from './family.js';
import { textOf } from './origin.js';
import type { Department, Project } from './plan.js';
import type { Finding } from './problem.js';

const NONE: readonly Finding[] = [];

type Planned = Department | Project;

/**
 * Asks a question about the years in a declaration's text that lie before its budget year (a project's is its department's,
 * unless it states one). Answers are kept, so that an edit costs only what it changed.
 */
export function aboutEarlierYears(ask: (declaration: Planned, year: number) => Iterable<Finding>): (declaration: Planned, family: DepartmentFamily) => readonly Finding[] {
    const known = new WeakMap<Planned, { year: number; findings: readonly Finding[] }>();

    return (declaration, family) => {
        const year = budgetYearOf(declaration, family);
        if (year === undefined) return [];
        const before = known.get(declaration);
        if (before?.year === year) return before.findings;
        const found = mayNameYearBefore(year, textOf(declaration.origin)) ? [...ask(declaration, year)] : NONE;
        const findings = found.length === 0 ? NONE : found;
        known.set(declaration, { year, findings });
        return findings;
    };
}

/** In the code a year may be written in full-width digits. */
const YEAR = /(?<![0-9])(?:[1１][9９]|[2２][0０])[0-9０-９]{2}(?![0-9])/g;

/** Nearly all texts name none, which is seen at a glance. */
function mayNameYearBefore(year: number, text: string): boolean {
    for (const [digits] of text.matchAll(YEAR)) {
        if (Number(digits.normalize('NFKC')) < year) return true;
    }
    return false;
}

function budgetYearOf(declaration: Planned, family: DepartmentFamily): number | undefined {
    if (declaration.year || declaration.kind === 'department') return declaration.year?.value;
    return departmentOf(declaration, family)?.year?.value;
}
