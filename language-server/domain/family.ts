import type { Department, Project } from './plan.js';

/**
 * The departments of one name (one a budget year) with the projects that belong to them, wherever in the workspace
 * they are declared. A family without departments is a name that projects refer to and nothing declares.
 */
export interface DepartmentFamily {
    readonly name: string;
    readonly departments: readonly Department[];
    readonly projects: readonly Project[];
}

/** The department that a project belongs to: the one of its year, or the only one. */
export function departmentOf(project: Project, family: DepartmentFamily): Department | undefined {
    const { departments } = family;
    if (project.year) return departments.find((department) => department.year?.value === project.year?.value);
    if (project.nested) return departments.find((department) => department.origin.source.uri === project.origin.source.uri) ?? departments[0];
    return departments.length === 1 ? departments[0] : undefined;
}
