import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Declaration, Department, Project } from '../../language-server/domain/plan.js';
import { RULES, Workspace } from '../../language-server/index.js';
import * as parsing from '../../language-server/syntax/parse-declaration.js';

vi.mock('../../language-server/syntax/parse-declaration.js', async (importOriginal) => {
    const original = await importOriginal<typeof parsing>();
    return { ...original, parseDeclaration: vi.fn(original.parseDeclaration) };
});

const PROJECTS = 50;
const URI = 'file:///plan.ptarget';
const OTHER = 'file:///other.ptarget';

// What was looked at since the last key, by whichever rule.
const parsed = vi.mocked(parsing.parseDeclaration);
const checked = new Set<Declaration>();
const judgedInFamily = new Set<Department | Project>();
for (const rule of RULES) {
    if (rule.scope === 'declaration') watch(rule, checked);
    if (rule.scope === 'member') watch(rule, judgedInFamily);
}

function watch<T>(rule: { check(declaration: T, ...rest: never[]): unknown }, seen: Set<T>): void {
    const check = rule.check.bind(rule);
    rule.check = (declaration, ...rest) => {
        seen.add(declaration);
        return check(declaration, ...rest);
    };
}

function project(index: number): string {
    return `项目 "项目${index}" 属于 "甲" {
    资金 { 财政拨款 ${index}.00 }
    绩效目标 """完成第${index}项任务。"""
    绩效指标 {
        产出指标 { 数量指标 "第${index}项次数" ≥${index}次 }
    }
}
`;
}

/** Two files, and in both projects of one department. */
function workspaceOf(): Workspace {
    const department = '部门 "甲" {\n    年度 2024\n    部门预算支出 { 项目支出 1.00 }\n    总体绩效目标 """做好工作。"""\n}\n';
    const projects = Array.from({ length: PROJECTS }, (_, index) => project(index));
    const workspace = new Workspace();
    workspace.open(URI, [department, ...projects.slice(0, PROJECTS / 2)].join('\n'), 1);
    workspace.open(OTHER, projects.slice(PROJECTS / 2).join('\n'), 1);
    problemsOfAll(workspace);
    return workspace;
}

/** @returns the files whose problems may have changed */
function problemsOfAll(workspace: Workspace): string[] {
    const affected = [...workspace.takeAffected()];
    for (const uri of [URI, OTHER]) workspace.problemsOf(uri);
    return affected;
}

describe('a key costs what it touches, whatever the file and the workspace hold', () => {
    let workspace: Workspace;

    beforeEach(() => {
        workspace = workspaceOf();
    });

    function type(behind: string, text: string): string[] {
        const document = workspace.document(URI)!;
        const place = document.text.slice(0, document.text.indexOf(behind) + behind.length).split('\n');
        const start = { line: place.length - 1, character: place.at(-1)!.length };
        parsed.mockClear();
        checked.clear();
        judgedInFamily.clear();
        workspace.update(URI, [{ range: { start, end: start }, text }], 2);
        return problemsOfAll(workspace);
    }

    const namesOf = (declarations: Iterable<Declaration>) => [...declarations].map(({ name }) => name?.value);

    it('in a project: the project is parsed and checked', () => {
        const affected = type('第7项次', '总');
        expect(parsed).toHaveBeenCalledTimes(1);
        expect(namesOf(checked)).toEqual(['项目7']);
        expect(namesOf(judgedInFamily)).toEqual(['项目7']);
        expect(affected).toEqual([URI]);
    });

    it('in an amount of a project: the sum of its department is judged again, no other project', () => {
        const affected = type('财政拨款 7', '1');
        expect(parsed).toHaveBeenCalledTimes(1);
        expect(namesOf(checked)).toEqual(['项目7']);
        expect(namesOf(judgedInFamily)).toEqual(['项目7']);
        expect(affected).toEqual([URI]);
    });

    it('between two projects: what only moves is not looked at', () => {
        const affected = type('≥2次 }\n    }\n}\n', '\n');
        expect(parsed).toHaveBeenCalledTimes(1);
        expect(namesOf(checked)).toEqual(['项目2']);
        expect(namesOf(judgedInFamily)).toEqual(['项目2']);
        expect(affected).toEqual([URI]);
    });

    it('in the text of the department that all refer to: the department is checked, no project, and no other file', () => {
        const affected = type('做好工作', '了');
        expect(parsed).toHaveBeenCalledTimes(1);
        expect(namesOf(checked)).toEqual(['甲']);
        expect(namesOf(judgedInFamily)).toEqual(['甲']);
        expect(affected).toEqual([URI]);
    });

    it('in the year of the department: all projects are judged by it, and none is parsed', () => {
        const affected = type('年度 202', '6');
        expect(parsed).toHaveBeenCalledTimes(1);
        expect(judgedInFamily.size).toBe(PROJECTS + 1);
        expect(affected.sort()).toEqual([OTHER, URI].sort());
    });

    it('in the department of another year: the places that are named of it follow', () => {
        workspace.open(OTHER, project(PROJECTS).replace('资金', '年度 2025\n    资金'), 1);
        problemsOfAll(workspace);
        type('做好工作', '了');
        workspace.update(URI, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n\n' }], 3);
        problemsOfAll(workspace);
        const [unknown] = workspace.problemsOf(OTHER).filter(({ rule }) => rule === 'unknown-department');
        const place = unknown!.related![0]!.origin;
        expect(place.source.positionAt(place.start)).toEqual({ line: 2, character: 0 });
    });

    it('that the next one overtakes costs nothing', () => {
        const document = workspace.document(URI)!;
        const start = document.positionAt(document.text.indexOf('第7项次数'));
        parsed.mockClear();
        for (const text of '自行组织') workspace.update(URI, [{ range: { start, end: start }, text }], 2);
        problemsOfAll(workspace);
        expect(parsed).toHaveBeenCalledTimes(1);
    });
});
