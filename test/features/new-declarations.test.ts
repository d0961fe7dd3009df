import { describe, expect, it } from 'vitest';
import { declarationFor, projectAt } from '../../language-server/features/new-declarations.js';
import { applyTextEdits, Workspace } from '../../language-server/index.js';
import { positionAt } from './session-of.js';

const URI = 'file:///a.ptarget';

/** As a snippet is before anything is filled in. */
function plain(snippet: string): string {
    return snippet.replace(/\$\{\d+\|([^,|]*)[^|]*\|\}|\$\{\d+:([^}]*)\}|\$\d+/g, (_, chosen: string | undefined, at: string | undefined) => chosen ?? at ?? '');
}

function problemsOf(text: string, others: Readonly<Record<string, string>> = {}) {
    const workspace = new Workspace();
    for (const [uri, other] of Object.entries(others)) workspace.open(uri, other);
    workspace.open(URI, text);
    return workspace.problemsOf(URI).map(({ rule }) => rule);
}

describe('a new file', () => {
    const department = '部门 "局" {\n    年度 2025\n}\n';
    const workspace = new Workspace();
    workspace.open('file:///d.ptarget', department);

    it.each(['department', 'project', 'taxonomy'] as const)('with a %s can be read as it stands', (kind) => {
        const text = plain(declarationFor(kind, workspace, new Date(2025, 2, 1)));
        expect(problemsOf(text, { 'file:///d.ptarget': department }).filter((rule) => rule === 'syntax' || rule.startsWith('unknown'))).toEqual([]);
        expect(text).toMatch(/^\S.*\{\n[^]*\n\}\n$/);
    });

    it('belongs to a department that there is', () => {
        expect(declarationFor('project', workspace, new Date())).toMatch(/^项目 "\$\{1:项目名称\}" 属于 "\$\{2:局\}" \{\n/);
        expect(declarationFor('department', workspace, new Date(2025, 8, 1))).toContain('年度 ${2|2026,2025,2027|}');
    });
});

describe('a new project', () => {
    /** The text with a project added at the `‸`, shown by `…` as far as it is like any other. */
    function added(marked: string, others: Readonly<Record<string, string>> = {}): string | null {
        const at = marked.indexOf('‸');
        const text = marked.replace('‸', '');
        const workspace = new Workspace();
        for (const [uri, other] of Object.entries(others)) workspace.open(uri, other);
        const document = workspace.open(URI, text);
        const edit = projectAt(workspace, URI, positionAt(text, at));
        if (!edit) return null;
        const whole = applyTextEdits(text, [{ range: edit.range, newText: plain(edit.snippet) }], (position) => document.offsetAt(position));
        expect(problemsOf(whole, others).filter((rule) => rule === 'syntax' || rule.startsWith('unknown'))).toEqual([]);
        return whole.replace(/( *)资金 \{\n[^]*?\n\1绩效指标 \{\n[^]*?\n\1\}/, '$1…');
    }

    it('stands inside a department that has none yet', () => {
        expect(added('部门 "局" {\n    年度‸ 2025\n}\n')).toBe('部门 "局" {\n    年度 2025\n    项目 "项目名称" {\n        …\n    }\n}\n');
        expect(added('部门 "局" { 年度 2025‸ }\n')).toBe('部门 "局" { 年度 2025\n    项目 "项目名称" {\n        …\n    }\n}\n');
    });

    it('comes behind the last one inside its department, or the one at hand', () => {
        const text = (first: string, second: string, rest: string) => `部门 "局" {\n    ${first}项目 "一" {\n    }\n    ${second}项目 "二" {\n    }\n    ${rest}年度 2025\n}\n`;
        const [one, two] = ['    项目 "一" {\n    }\n', '    项目 "二" {\n    }\n'];
        const fresh = '    项目 "项目名称" {\n        …\n    }\n';
        expect(added(text('', '', '').replace('"局"', '"‸局"'))).toBe(`部门 "局" {\n${one}${two}${fresh}    年度 2025\n}\n`);
        expect(added(text('‸', '', ''))).toBe(`部门 "局" {\n${one}${fresh}${two}    年度 2025\n}\n`);
        expect(added(text('', '', '‸'))).toBe(`部门 "局" {\n${one}${two}${fresh}    年度 2025\n}\n`);
    });

    it('stands by itself where the others do, with their department and year', () => {
        const head = '部门 "局" {\n    年度 2025\n}\n';
        const one = '项目 "一" 属于 "局" {\n    年度 2025\n}\n';
        const fresh = '\n项目 "项目名称" 属于 "局" {\n    年度 2025\n    …\n}\n';
        expect(added(`${head.replace('年度', '年‸度')}${one}\n项目 "他" 属于 "院" {\n}\n`, { 'file:///b.ptarget': '部门 "院" {\n}\n' })).toBe(`${head}${one}${fresh}\n项目 "他" 属于 "院" {\n}\n`);
        expect(added(`${head}${one}\n‸`)).toBe(`${head}${one}${fresh}\n`);
        expect(added(`‸// 说明\n${head}${one}`)).toBe(`// 说明\n${head}${one}${fresh}`);
    });

    it('has the lines of the department’s taxonomy', () => {
        const workspace = new Workspace();
        workspace.open(URI, '部门 "局" {\n    指标体系 "财预〔2021〕101号"\n}\n');
        expect(projectAt(workspace, URI, { line: 1, character: 0 })!.snippet).not.toContain('成本指标');
    });

    it('needs a department or a project', () => {
        expect(added('‸')).toBeNull();
        expect(added('指标库 "一" {\n‸}\n')).toBeNull();
    });
});
