import type { DepartmentToPrint } from '../domain/plan-to-print.js';
import type { Project } from '../domain/plan.js';

/** What a project's part of a table depends on beside the project itself. */
type Surroundings = Pick<DepartmentToPrint, 'name' | 'year' | 'taxonomy' | 'unit'>;

/**
 * What a form prints for a project is made once and kept for as long as the project and its surroundings stay what they
 * are: a file with a thousand projects is printed anew at every key, and all of them but one are as they were.
 */
export function keptForProject<T>(make: (project: Project, surroundings: Surroundings) => T): typeof make {
    const kept = new WeakMap<Project, Surroundings & { made: T }>();
    return (project, { name, year, taxonomy, unit }) => {
        const known = kept.get(project);
        if (known && known.name === name && known.year === year && known.taxonomy === taxonomy && known.unit === unit) return known.made;
        const made = make(project, { name, year, taxonomy, unit });
        kept.set(project, { name, year, taxonomy, unit, made });
        return made;
    };
}
