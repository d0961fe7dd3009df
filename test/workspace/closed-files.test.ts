import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { rangeOf, Workspace } from '../../language-server/index.js';
import type { Project } from '../../language-server/domain/plan.js';
import * as parser from '../../language-server/syntax/parse-declaration.js';

const FILES = new Map(['baiyun-2023', 'nansha-2024'].map((name) => [`file:///${name}.ptarget`, readFileSync(`examples/${name}.ptarget`, 'utf8')]));

const DEPARTMENT = 'file:///department.ptarget';
const PROJECTS = 'file:///projects.ptarget';

function department(year: number, sum: string): string {
    return `部门 "甲局" {\n    年度 ${year}\n    部门预算支出 {\n        项目支出 ${sum}\n    }\n    收入来源 {\n        财政拨款 ${sum}\n    }\n}\n`;
}

function projects(count: number): string {
    return Array.from({ length: count }, (_, index) => `项目 "第${index}项" 属于 "甲局" {
    资金 {
        财政拨款 10.00
    }
    绩效目标 """2023年抽查不少于1800批次。"""
    绩效指标 {
        产出指标 {
            数量指标 "抽查批次" ≥1500批次
            时效指标 "完成时间" "2022年6月"
        }
        效益指标 {
            社会效益指标 "知晓率" ≥90%
        }
        满意度指标 {
            服务对象满意度指标 "满意度" ≥90%
        }
    }
}
`).join('\n');
}

function linesOf(workspace: Workspace, uri: string): string[] {
    return workspace.problemsOf(uri).map(({ rule, origin, message, severity }) => {
        const { start, end } = rangeOf(origin);
        return `${start.line}:${start.character}-${end.line}:${end.character} ${severity} ${rule} ${message.zh}`;
    });
}

/** A workspace in which the files are read one after the other, or held by an editor. */
function workspaceOf(files: Iterable<readonly [uri: string, text: string]>, how: 'read' | 'open'): Workspace {
    const workspace = new Workspace();
    for (const [uri, text] of files) {
        if (how === 'read') workspace.begin(uri, text);
        else workspace.open(uri, text, 1);
        workspace.readOn(Infinity);
    }
    return workspace;
}

describe('files that no editor holds', () => {
    it.each([
        ['the examples', FILES],
        ['a department behind its projects', new Map([[PROJECTS, projects(3)], [DEPARTMENT, department(2023, '40.00')]])],
        ['a department before its projects', new Map([[DEPARTMENT, department(2024, '30.00')], [PROJECTS, projects(3)]])],
        ['projects of nobody', new Map([[PROJECTS, projects(2)]])],
    ])('have the problems that they have in an editor: %s', (_, files) => {
        const [closed, held] = [workspaceOf(files, 'read'), workspaceOf(files, 'open')];
        const problems = [...files.keys()].map((uri) => linesOf(held, uri));
        expect(problems.flat()).not.toEqual([]);
        expect([...files.keys()].map((uri) => linesOf(closed, uri))).toEqual(problems);
    });

    it('follow what is declared elsewhere', () => {
        const closed = workspaceOf([[PROJECTS, projects(3)]], 'read');
        expect(linesOf(closed, PROJECTS).filter((line) => line.includes('unknown-department'))).toHaveLength(3);
        for (const [year, sum] of [[2023, '30.00'], [2024, '30.00'], [2024, '31.00']] as const) {
            closed.open(DEPARTMENT, department(year, sum), 1);
            const fresh = workspaceOf([[PROJECTS, projects(3)], [DEPARTMENT, department(year, sum)]], 'open');
            for (const uri of [PROJECTS, DEPARTMENT]) expect(linesOf(closed, uri)).toEqual(linesOf(fresh, uri));
        }
    });

    it('are whole for whoever looks at them', () => {
        const uri = 'file:///baiyun-2023.ptarget';
        const contents = (workspace: Workspace) => workspace.document(uri)!.blocks.flatMap(({ declarations }) => declarations)
            .filter((declaration): declaration is Project => declaration.kind === 'project')
            .map(({ name, goal, funds, indicators }) => [name?.value, goal?.value, funds?.lines.map((line) => line.amount?.value.print()), indicators?.groups.flatMap((group) => group.indicators.map((indicator) => indicator.name.value))]);
        expect(contents(workspaceOf(FILES, 'read'))).toEqual(contents(workspaceOf(FILES, 'open')));
    });
});

describe('a key in an open file', () => {
    const parse = vi.spyOn(parser, 'parseDeclaration');

    it('reads nothing of the closed ones again', () => {
        const workspace = workspaceOf([[PROJECTS, projects(50)]], 'read');
        const text = department(2024, '500.00');
        workspace.open(DEPARTMENT, text, 1);
        for (const uri of workspace.takeAffected()) workspace.problemsOf(uri);
        parse.mockClear();
        const at = { line: 3, character: text.split('\n')[3]!.indexOf('500') };
        workspace.update(DEPARTMENT, [{ range: { start: at, end: at }, text: '1' }], 2);
        for (const uri of workspace.takeAffected()) workspace.problemsOf(uri);
        expect(linesOf(workspace, DEPARTMENT).join()).toContain('budget-projects-mismatch');
        expect(parse).toHaveBeenCalledTimes(1);
    });
});
