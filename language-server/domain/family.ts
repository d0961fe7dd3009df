import { inTextOrder } from './origin.js';
import type { Department, Project } from './plan.js';
import type { ProjectFact } from './project-fact.js';
import { Tally } from './tally.js';

/**
 * The departments of one name (one a budget year) with the projects that belong to them, wherever in the workspace
 * they are declared. A family without departments is a name that projects refer to and nothing declares.
 */
export interface DepartmentFamily {
    readonly name: string;
    readonly departments: readonly Department[];
    readonly projects: ReadonlySet<Project>;
    /**
     * The projects that have their key in common with others, by key. Edits cost only the projects that they change.
     * @param keyOf what a family rule declares that it groups by
     */
    alike(keyOf: KeyOfProject): Iterable<readonly Project[]>;
    /** The projects that write this year, or none, taken together. Edits cost only the projects that they change. */
    tally(year: number | undefined): Tally;
    /** The projects in the order of files and, in one file, of the text. Files are put in order as far as somebody reads. */
    inTextOrder(): Iterable<Project>;
}

/** Says the same of a project whatever surrounds it; undefined keeps it out of every group. */
export type KeyOfProject = ProjectFact<string | undefined>;

/** The department that a project belongs to: the one of its year, or the only one. */
export function departmentOf(project: Project, family: DepartmentFamily): Department | undefined {
    const { departments } = family;
    if (departments.length === 1) return project.year && project.year.value !== departments[0]!.year?.value ? undefined : departments[0];
    const ofYear = (year: number | undefined) => departments.filter((department) => department.year?.value === year);
    if (project.year) return first(ofYear(project.year.value));
    if (project.nested && !project.belongsTo) {
        const alike = ofYear(project.departmentYear);
        return first(alike.filter((department) => department.origin.source.uri === project.origin.source.uri)) ?? first(alike) ?? first(departments);
    }
    // Declared twice it is still one department, which duplicate-department reports.
    const [one, ...others] = departments;
    return others.every((other) => other.year?.value === one?.year?.value) ? first(departments) : undefined;
}

/** The projects that belong to one of a family's departments, taken together. */
export function tallyOf(department: Department, family: DepartmentFamily): Tally {
    if (family.departments.length > 1) return [...family.projects].filter((project) => departmentOf(project, family) === department).reduce((tally, project) => tally.add(project), new Tally());
    const { year } = department;
    return year ? family.tally(undefined).plus(family.tally(year.value)) : family.tally(undefined);
}

/** The first in the order of files and lines, whatever was edited last. */
function first(departments: readonly Department[]): Department | undefined {
    return departments.length > 1 ? inTextOrder(departments)[0] : departments[0];
}
