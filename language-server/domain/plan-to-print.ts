import type { MoneyUnit } from './money.js';
import type { Department, Project } from './plan.js';
import type { Taxonomy } from './taxonomy.js';

/** What one file says, arranged as the official forms print it. */
export interface PlanToPrint {
    /** In the order in which the file first names them. */
    readonly departments: readonly DepartmentToPrint[];
}

/** A department with those projects of the file that belong to it. */
export interface DepartmentToPrint {
    /** Empty for projects that name no department. */
    readonly name: string;
    /** The budget year that the department states, and with it those of its projects that state none. */
    readonly year: number | undefined;
    /** Undefined where the file only has projects of a department that is declared elsewhere or nowhere. */
    readonly department: Department | undefined;
    readonly projects: readonly Project[];
    /** Gives the categories their codes, short names and order. */
    readonly taxonomy: Taxonomy;
    /** 金额单位 of the tables that show the department as a whole. */
    readonly unit: MoneyUnit;
}
