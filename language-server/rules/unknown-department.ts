import { departmentOf, type DepartmentFamily } from '../domain/family.js';
import { nearestNames } from '../domain/nearest.js';
import { inTextOrder, type Written } from '../domain/origin.js';
import type { Project } from '../domain/plan.js';
import { replace, type Edit, type Fix } from '../domain/problem.js';
import type { MemberRule } from '../domain/rule.js';

export const unknownDepartment: MemberRule = {
    name: 'unknown-department',
    group: 'structure',
    severity: 'error',
    scope: 'member',
    title: { zh: '项目所属的部门没有声明', en: 'a project of a department that nothing declares' },
    explanation: {
        zh: '属于 后面的名称必须是工作区中某个部门的名称。同名部门有几个年度时，项目要写明自己的年度。',
        en: 'The name behind 属于 must be that of a department in the workspace. Where several years of one department are declared, the project states its own 年度.',
    },
    *check(project, family, { departmentNames, familyNamed }) {
        if (project.kind !== 'project' || !project.belongsTo || departmentOf(project, family)) return;
        const { belongsTo } = project;
        if (family.departments.length === 0) {
            const near = nearestNames(belongsTo.value, departmentNames);
            const [zh, en] = near[0] === undefined ? ['', ''] : [`，是不是“${near[0]}”？`, `; did you mean “${near[0]}”?`];
            yield {
                origin: belongsTo.origin,
                message: {
                    zh: `工作区里没有部门“${belongsTo.value}”${zh}`,
                    en: `Nothing in the workspace declares a department “${belongsTo.value}”${en}`,
                },
                fixes: () => near.flatMap((name, index) => renamings(project, belongsTo, familyNamed(name), index === 0)),
            };
            return;
        }
        const years = yearsOf(family);
        const [said, saidEn] = project.year ? [`没有 ${project.year.value} 年度的`, `of ${project.year.value}`] : ['有几个年度的', 'of several years'];
        yield {
            origin: project.year?.origin ?? belongsTo.origin,
            message: {
                zh: `${said}部门“${family.name}”：已声明的年度有 ${years.join('、')}，请写明项目的年度`,
                en: `No single department “${family.name}” ${saidEn}: declared are ${years.join(', ')}; state the project's 年度`,
            },
            related: inTextOrder(family.departments).map((department) => ({
                origin: department.head,
                message: department.year ? { zh: `${department.year.value}年度`, en: `declared for ${department.year.value}` } : { zh: '未写年度', en: 'declared without a year' },
            })),
            fixes: () => years.map((year) => ({
                title: { zh: `项目年度写为 ${year}`, en: `State the year ${year}` },
                edits: [stateYear(project, year)],
            })),
        };
    },
};

/** Names another department; where several years of it are declared, together with the year. */
function renamings(project: Project, belongsTo: Written<string>, family: DepartmentFamily | undefined, preferred: boolean): Fix[] {
    if (!family) return [];
    const { name } = family;
    const rename = replace(belongsTo.origin, `"${name}"`);
    if (departmentOf(project, family)) return [{ title: { zh: `改为“${name}”`, en: `Change to “${name}”` }, edits: [rename], preferred }];
    return yearsOf(family).map((year) => ({
        title: { zh: `改为“${name}”，年度 ${year}`, en: `Change to “${name}” of ${year}` },
        edits: [rename, stateYear(project, year)],
    }));
}

function stateYear(project: Project, year: number): Edit {
    return project.year ? replace(project.year.origin, String(year)) : { kind: 'prepend', block: project.body, lines: [`年度 ${year}`] };
}

function yearsOf({ departments }: DepartmentFamily): number[] {
    return [...new Set(departments.map((department) => department.year?.value).filter((year) => year !== undefined))].sort();
}
