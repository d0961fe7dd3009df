import { departmentOf, type DepartmentFamily } from '../domain/family.js';
import type { Project } from '../domain/plan.js';
import { projectFact } from '../domain/project-fact.js';
import type { FamilyRule } from '../domain/rule.js';
import { othersThan, repeated, twinOf } from '../domain/repeated.js';
import { deleteRepetition, renameByNumber } from './fixes/tell-apart.js';

const nameOf = projectFact(({ name }): string | undefined => (name && name.value.trim() !== '' ? name.value : undefined));

export const duplicateProject: FamilyRule = {
    name: 'duplicate-project',
    group: 'structure',
    severity: 'error',
    scope: 'family',
    title: { zh: '同一部门的项目重名', en: 'the same project of one department twice' },
    explanation: {
        zh: '同一部门同一年度的项目按名称区分，重名的项目会在表中出现两行、资金计算两次。确是同一个项目的，删去一处；不是同一个项目的，把名称写全，区别开来。',
        en: 'Projects of one department and year are told apart by their names: one declared twice is printed twice, and its money counted twice. Delete one if it is the same project; otherwise write out what tells them apart.',
    },
    groupsBy: nameOf,
    *check(family) {
        for (const alike of [...family.alike(nameOf)].flatMap((projects) => [...repeated(projects, (project) => yearOf(project, family))])) {
            for (const project of alike) {
                const { name } = project;
                yield {
                    origin: name!.origin,
                    message: {
                        zh: `部门“${family.name}”另有同名的项目“${name!.value}”`,
                        en: `The department “${family.name}” has another project called “${name!.value}”`,
                    },
                    related: othersThan(project, alike).map((other) => ({
                        origin: other.head,
                        message: { zh: '另一处同名的项目', en: 'Another project of this name' },
                    })),
                    fixes: () => (project === alike[0] ? [] : [
                        ...(twinOf(project, alike) ? [deleteRepetition(project.origin, { zh: '项目', en: 'project' })] : []),
                        renameByNumber(name!, new Set([...family.projects].map((other) => other.name?.value ?? ''))),
                    ]),
                };
            }
        }
    },
};

function yearOf(project: Project, family: DepartmentFamily): string {
    return String(departmentOf(project, family)?.year?.value ?? project.year?.value ?? '');
}
