import type { Department, Project } from '../domain/plan.js';
import type { DepartmentToPrint, PlanToPrint } from '../domain/plan-to-print.js';
import type { Workspace } from './workspace.js';

interface Group {
    readonly name: string;
    readonly department: Department | undefined;
    readonly projects: Project[];
}

/**
 * What a file holds for printing: its departments, each with the projects of this file that belong to it. Projects whose
 * department stands in another file, or nowhere, are gathered by the department's name.
 * @returns undefined where no such file is open
 */
export function planOfFile(workspace: Workspace, uri: string): PlanToPrint | undefined {
    const document = workspace.document(uri);
    if (!document) return undefined;
    const declarations = document.blocks.flatMap((block) => block.declarations);
    const own = new Set(declarations.filter((declaration) => declaration.kind === 'department'));
    const groups = new Map<Department | string, Group>();
    for (const declaration of declarations) {
        if (declaration.kind === 'department') {
            if (!groups.has(declaration)) groups.set(declaration, { name: declaration.name?.value ?? '', department: declaration, projects: [] });
        } else if (declaration.kind === 'project') {
            groupOf(declaration, workspace, own, groups).projects.push(declaration);
        }
    }
    return { departments: [...groups.values()].map((group) => toPrint(group, workspace)) };
}

function groupOf(project: Project, workspace: Workspace, own: ReadonlySet<Department>, groups: Map<Department | string, Group>): Group {
    const declared = workspace.departmentOf(project);
    const department = declared && own.has(declared) ? declared : undefined;
    const name = project.department ?? '';
    const key = department ?? name;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { name, department, projects: [] }));
    return group;
}

function toPrint({ name, department, projects }: Group, workspace: Workspace): DepartmentToPrint {
    const [first] = projects;
    const decisive = department ?? first!;
    const declared = department ?? workspace.departmentOf(first!);
    // Of a department that is declared for several years, each project that states one may belong to another.
    const yearless = projects.find((project) => !project.year);
    const ofYearless = department ?? (yearless && workspace.departmentOf(yearless));
    return { name, department, projects, year: ofYearless?.year?.value, taxonomy: workspace.taxonomyOf(decisive), unit: declared?.moneyUnit ?? first!.moneyUnit };
}
