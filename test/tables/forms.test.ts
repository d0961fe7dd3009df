import { describe, expect, test } from 'vitest';
import { formsFor, tablesOf } from '../../language-server/tables/index.js';
import { planOfFile } from '../../language-server/workspace/plan-of-file.js';
import { Workspace } from '../../language-server/workspace/workspace.js';
import { CITY, examplePlan, planOf } from './example-plans.js';

describe('the forms of a file', () => {
    test('are those that it has something for, its own first', () => {
        expect(formsFor(examplePlan('nansha-2024'))).toEqual({ available: ['department', 'core'], initial: 'department' });
        expect(formsFor(examplePlan('baiyun-2023'))).toEqual({ available: ['projects', 'project', 'core'], initial: 'projects' });
        expect(formsFor(planOf(CITY))).toEqual({ available: ['department', 'projects', 'project', 'core'], initial: 'department' });
        expect(formsFor(planOf('部门 "甲" {\n}'))).toEqual({ available: ['department'], initial: 'department' });
        expect(formsFor(planOf('// nothing yet'))).toEqual({ available: [], initial: undefined });
    });
});

describe('the plan of a file', () => {
    const here = 'file:///here.ptarget';

    function planWith(other: string, text: string) {
        const workspace = new Workspace();
        workspace.open('file:///there.ptarget', other);
        workspace.open(here, text);
        return planOfFile(workspace, here)!;
    }

    test('gathers projects under their department, declared in the same file or not', () => {
        const plan = planWith(
            '部门 "乙" {\n金额单位 元\n}\n项目 "别的文件里的" 属于 "甲" {\n}',
            '项目 "一" 属于 "乙" {\n}\n部门 "甲" {\n年度 2024\n项目 "二" {\n}\n}\n项目 "三" 属于 "甲" {\n}\n项目 "四" 属于 "丙" {\n}\n项目 "五" {\n}',
        );
        expect(plan.departments.map(({ name, department, projects, unit }) => ({ name, declared: department !== undefined, unit, projects: projects.map((project) => project.name?.value) }))).toEqual([
            { name: '乙', declared: false, unit: '元', projects: ['一'] },
            { name: '甲', declared: true, unit: '万元', projects: ['二', '三'] },
            { name: '丙', declared: false, unit: '万元', projects: ['四'] },
            { name: '', declared: false, unit: '万元', projects: ['五'] },
        ]);
        expect(tablesOf('projects', plan)).toHaveLength(4);
    });

    test('tells departments of one name apart by their year', () => {
        const plan = planOf('部门 "甲" {\n年度 2023\n}\n部门 "甲" {\n年度 2024\n}\n项目 "一" 属于 "甲" {\n年度 2024\n}\n项目 "二" 属于 "甲" {\n}');
        expect(plan.departments.map(({ department, projects }) => [department?.year?.value, projects.length])).toEqual([[2023, 0], [2024, 1], [undefined, 1]]);
    });

    test('is undefined for a file that is not open', () => {
        expect(planOfFile(new Workspace(), here)).toBeUndefined();
    });
});
