import { departmentOf, type DepartmentFamily } from './family.js';
import type { Department, Project } from './plan.js';
import type { Finding } from './problem.js';

const NONE: readonly Finding[] = [];

type Planned = Department | Project;

/**
 * Asks a question about a declaration that depends on nothing but its own text and its budget year (a
 * project's is its department's, unless it states one). Answers are kept, so that an edit costs only what it changed.
 */
export function perBudgetYear(ask: (declaration: Planned, year: number) => Iterable<Finding>): (declaration: Planned, family: DepartmentFamily) => readonly Finding[] {
    const known = new WeakMap<Planned, { year: number; findings: readonly Finding[] }>();

    return (declaration, family) => {
        const year = budgetYearOf(declaration, family);
        if (year === undefined) return [];
        const before = known.get(declaration);
        if (before?.year === year) return before.findings;
        const found = [...ask(declaration, year)];
        const findings = found.length === 0 ? NONE : found;
        known.set(declaration, { year, findings });
        return findings;
    };
}

function budgetYearOf(declaration: Planned, family: DepartmentFamily): number | undefined {
    if (declaration.year || declaration.kind === 'department') return declaration.year?.value;
    return departmentOf(declaration, family)?.year?.value;
}
