import type { DepartmentToPrint, PlanToPrint } from '../domain/plan-to-print.js';
import { FORMS, type Form, type Table } from '../domain/table.js';
import { coreTable, hasCoreTable } from './core.js';
import { departmentTable, hasDepartmentTable } from './department.js';
import { projectTable } from './project.js';
import { projectsTable } from './projects.js';

interface OfficialForm {
    /** Known without making the tables, which may be thousands. */
    readonly hasTables: (group: DepartmentToPrint) => boolean;
    readonly tablesOf: (group: DepartmentToPrint) => (Table | undefined)[];
}

const hasProjects = ({ projects }: DepartmentToPrint) => projects.length > 0;

/** The official forms, a file each: how the plan becomes a grid. */
const OFFICIAL_FORMS: Readonly<Record<Form, OfficialForm>> = {
    department: { hasTables: hasDepartmentTable, tablesOf: (group) => [departmentTable(group)] },
    projects: { hasTables: hasProjects, tablesOf: (group) => [projectsTable(group)] },
    project: { hasTables: hasProjects, tablesOf: (group) => group.projects.map((project) => projectTable(project, group)) },
    core: { hasTables: hasCoreTable, tablesOf: (group) => [coreTable(group)] },
};

/** The tables of a form: one a department, for `project` one a project; none for a department that the form has nothing to show of. */
export function tablesOf(form: Form, plan: PlanToPrint): Table[] {
    return plan.departments.flatMap((group) => OFFICIAL_FORMS[form].tablesOf(group)).filter((table) => table !== undefined);
}

/** The forms on which a plan shows something, and the one to show first; `initial` is undefined where there is nothing to print. */
export interface FormsOfPlan {
    readonly available: readonly Form[];
    readonly initial: Form | undefined;
}

export function formsFor(plan: PlanToPrint): FormsOfPlan {
    const available = FORMS.filter((form) => plan.departments.some((group) => OFFICIAL_FORMS[form].hasTables(group)));
    return { available, initial: available[0] };
}
