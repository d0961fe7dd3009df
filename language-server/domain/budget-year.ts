import { departmentOf, type DepartmentFamily } from './family.js';
import type { Department, Project } from './plan.js';
import type { Finding } from './problem.js';

type Planned = Department | Project;

/**
 * Asks a question about each declaration of a family that depends on nothing but its own text and its budget year (a
 * project's is its department's, unless it states one). Answers are kept, so that an edit costs only what it changed.
 */
export function perBudgetYear(ask: (declaration: Planned, year: number) => Iterable<Finding>): (family: DepartmentFamily) => Generator<Finding> {
    const known = new WeakMap<Planned, { year: number; findings: readonly Finding[] }>();

    function answer(declaration: Planned, year: number): readonly Finding[] {
        const before = known.get(declaration);
        if (before?.year === year) return before.findings;
        const findings = [...ask(declaration, year)];
        known.set(declaration, { year, findings });
        return findings;
    }

    return function* (family) {
        for (const department of family.departments) {
            if (department.year) yield* answer(department, department.year.value);
        }
        for (const project of family.projects) {
            const year = project.year?.value ?? departmentOf(project, family)?.year?.value;
            if (year !== undefined) yield* answer(project, year);
        }
    };
}
