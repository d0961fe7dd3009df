import type { DepartmentToPrint, PlanToPrint } from '../domain/plan-to-print.js';
import { FORMS, type Form, type Table } from '../domain/table.js';
import { coreTable } from './core.js';
import { departmentTable } from './department.js';
import { projectTable } from './project.js';
import { projectsTable } from './projects.js';

type TablesOfDepartment = (group: DepartmentToPrint) => (Table | undefined)[];

/** The official forms, a file each: how the plan becomes a grid. */
const TABLES: Readonly<Record<Form, TablesOfDepartment>> = {
    department: (group) => [departmentTable(group)],
    projects: (group) => [projectsTable(group)],
    project: (group) => group.projects.map((project) => projectTable(project, group)),
    core: (group) => [coreTable(group)],
};

/** The tables of a form: one a department, for `project` one a project; none for a department that the form has nothing to show of. */
export function tablesOf(form: Form, plan: PlanToPrint): Table[] {
    return plan.departments.flatMap((group) => TABLES[form](group)).filter((table) => table !== undefined);
}

/** The forms on which a plan shows something, and the one to show first; `initial` is undefined where there is nothing to print. */
export interface FormsOfPlan {
    readonly available: readonly Form[];
    readonly initial: Form | undefined;
}

export function formsFor(plan: PlanToPrint): FormsOfPlan {
    const available = FORMS.filter((form) => tablesOf(form, plan).length > 0);
    return { available, initial: available[0] };
}
