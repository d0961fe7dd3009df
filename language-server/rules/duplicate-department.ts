import type { DepartmentFamily } from '../domain/family.js';
import { surrounds } from '../domain/origin.js';
import type { Department } from '../domain/plan.js';
import { othersThan, repeated, twinOf } from '../domain/repeated.js';
import type { FamilyRule } from '../domain/rule.js';
import { deleteRepetition, renameByNumber } from './fixes/tell-apart.js';

export const duplicateDepartment: FamilyRule = {
    name: 'duplicate-department',
    group: 'structure',
    severity: 'error',
    scope: 'family',
    title: { zh: '同一部门同一年度声明了两次', en: 'the same department and year twice' },
    explanation: {
        zh: '一个部门一个年度只有一张申报表。声明两次，项目就不知道属于哪一处。不同年度的写明各自的年度；确是同一张表的，合并到一处；另一处可以改用 项目 … 属于 "部门" 的写法。',
        en: 'One department has one form a year; declared twice, nobody can say which one its projects belong to. State the years where they differ, or merge the two; projects in another file say 属于 "department".',
    },
    *check(family, { departmentNames }) {
        for (const alike of repeated(family.departments, keyOf)) {
            for (const department of alike) {
                const { name, year } = department;
                const [zh, en] = year ? [`${year.value} 年度的`, ` for ${year.value}`] : ['', ''];
                yield {
                    origin: name!.origin,
                    message: {
                        zh: `${zh}部门“${name!.value}”重复声明`,
                        en: `The department “${name!.value}” is declared more than once${en}`,
                    },
                    related: othersThan(department, alike).map((other) => ({
                        origin: other.head,
                        message: { zh: '另一处声明', en: 'It is declared here too' },
                    })),
                    fixes: () => (department === alike[0] ? [] : [
                        ...(twinOf(department, alike) && !holdsProjects(department, family) ? [deleteRepetition(department.origin, { zh: '部门', en: 'department' })] : []),
                        renameByNumber(name!, new Set(departmentNames)),
                    ]),
                };
            }
        }
    },
};

function keyOf({ name, year }: Department): string | undefined {
    return name && name.value.trim() !== '' ? String(year?.value ?? '') : undefined;
}

function holdsProjects(department: Department, { projects }: DepartmentFamily): boolean {
    return [...projects].some((project) => project.nested && surrounds(department.origin, project.origin));
}
