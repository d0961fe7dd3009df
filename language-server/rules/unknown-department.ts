import { departmentOf } from '../domain/family.js';
import { nearestNames } from '../domain/nearest.js';
import { replace } from '../domain/problem.js';
import type { FamilyRule } from '../domain/rule.js';

export const unknownDepartment: FamilyRule = {
    name: 'unknown-department',
    group: 'structure',
    severity: 'error',
    scope: 'family',
    title: { zh: '项目所属的部门没有声明', en: 'a project of a department that nothing declares' },
    explanation: {
        zh: '属于 后面的名称必须是工作区中某个部门的名称。同名部门有几个年度时，项目要写明自己的年度。',
        en: 'The name behind 属于 must be that of a department in the workspace. Where several years of one department are declared, the project states its own 年度.',
    },
    *check(family, { departmentNames }) {
        for (const project of family.projects) {
            const { belongsTo } = project;
            if (!belongsTo || departmentOf(project, family)) continue;
            if (family.departments.length === 0) {
                const near = nearestNames(belongsTo.value, departmentNames);
                yield {
                    origin: belongsTo.origin,
                    message: {
                        zh: `工作区里没有部门“${belongsTo.value}”`,
                        en: `Nothing in the workspace declares a department “${belongsTo.value}”`,
                    },
                    fixes: () => near.map((name, index) => ({
                        title: { zh: `改为“${name}”`, en: `Change to “${name}”` },
                        edits: [replace(belongsTo.origin, `"${name}"`)],
                        preferred: index === 0,
                    })),
                };
                continue;
            }
            const years = family.departments.map((department) => department.year?.value).filter((year) => year !== undefined);
            const [said, saidEn] = project.year ? [`没有 ${project.year.value} 年度的`, `of ${project.year.value}`] : ['有几个年度的', 'of several years'];
            yield {
                origin: project.year?.origin ?? belongsTo.origin,
                message: {
                    zh: `${said}部门“${family.name}”：已声明的年度有 ${years.join('、')}，请写明项目的年度`,
                    en: `No single department “${family.name}” ${saidEn}: declared are ${years.join(', ')}; state the project's 年度`,
                },
                related: family.departments.map((department) => ({
                    origin: department.head,
                    message: { zh: `${department.year?.value ?? '未写年度'}`, en: `${department.year?.value ?? 'no year'}` },
                })),
                fixes: () => years.map((year) => ({
                    title: { zh: `项目年度写为 ${year}`, en: `State the year ${year}` },
                    edits: project.year
                        ? [replace(project.year.origin, String(year))]
                        : [{ kind: 'prepend', block: project.body, lines: [`年度 ${year}`] }],
                })),
            };
        }
    },
};
