import { beforeEach, describe, expect, it } from 'vitest';
import { glimpseNames, Workspace } from '../../language-server/index.js';

const DEPARTMENT = '部门 "甲局" {\n    年度 2024\n    部门预算支出 { 项目支出 10.00 }\n}\n';
const projectOf = (department: string, amount: number) => `项目 "道路养护" 属于 "${department}" {\n    资金 { 财政拨款 ${amount.toFixed(2)} }\n}\n`;

const OPEN = 'file:///open.ptarget';
const OTHERS: Readonly<Record<string, string>> = {
    'file:///1.ptarget': '部门 "乙局" {\n    年度 2024\n}\n',
    'file:///2.ptarget': projectOf('乙局', 5),
    'file:///3.ptarget': projectOf('甲局', 9),
    'file:///4.ptarget': projectOf('丙局', 5),
};

/** A workspace in which a file is open, and others are known by a glimpse. */
function workspaceWith(text: string, others = OTHERS): Workspace {
    const workspace = new Workspace();
    workspace.awaitFiles(true);
    workspace.open(OPEN, text, 1);
    for (const [uri, other] of Object.entries(others)) workspace.expect(uri, glimpseNames(other));
    workspace.awaitFiles(false);
    return workspace;
}

function read(workspace: Workspace, uri: string): void {
    workspace.begin(uri, OTHERS[uri]!);
    workspace.readOn(Infinity);
}

const rulesIn = (workspace: Workspace, uri: string) => workspace.problemsOf(uri).map(({ rule }) => rule);

describe('files that are expected', () => {
    let workspace: Workspace;

    beforeEach(() => {
        workspace = workspaceWith(DEPARTMENT);
    });

    it('are read first where they bear on an open document, and the others in their order', () => {
        const order: string[] = [];
        for (let next = workspace.nextExpected; next; next = workspace.nextExpected) {
            expect(next.concernsOpen).toBe(order.length === 0);
            order.push(next.uri);
            read(workspace, next.uri);
        }
        expect(order).toEqual(['file:///3.ptarget', 'file:///1.ptarget', 'file:///2.ptarget', 'file:///4.ptarget']);
        expect(workspace.isComplete).toBe(true);
    });

    it('keep nobody waiting on whom they do not bear', () => {
        expect(workspace.isCompleteFor(OPEN)).toBe(false);
        expect(rulesIn(workspace, OPEN)).not.toContain('budget-projects-mismatch');
        read(workspace, 'file:///3.ptarget');
        expect(workspace.isComplete).toBe(false);
        expect(workspace.isCompleteFor(OPEN)).toBe(true);
        expect(rulesIn(workspace, OPEN)).toContain('budget-projects-mismatch');
    });

    it('count as soon as the open document refers to them', () => {
        read(workspace, 'file:///3.ptarget');
        workspace.open(OPEN, projectOf('丙局', 1), 2);
        expect(workspace.isCompleteFor(OPEN)).toBe(false);
        expect(workspace.nextExpected).toEqual({ uri: 'file:///4.ptarget', concernsOpen: true });
    });

    it('bear on everything where they declare a taxonomy, or nobody knows what', () => {
        for (const names of [glimpseNames('指标体系 "本市" { }\n'), undefined]) {
            workspace = workspaceWith(DEPARTMENT, {});
            expect(workspace.isCompleteFor(OPEN)).toBe(true);
            workspace.expect('file:///taxonomy.ptarget', names);
            expect(workspace.isCompleteFor(OPEN)).toBe(false);
            workspace.expectNoMore('file:///taxonomy.ptarget');
            expect(workspace.isCompleteFor(OPEN)).toBe(true);
        }
    });

    it('declare their departments before they are read, as long as they are expected', () => {
        expect(workspace.names.departmentNames).toEqual(['乙局', '甲局']);
        const before = workspace.names.departmentNames;
        read(workspace, 'file:///1.ptarget');
        expect(workspace.names.departmentNames).toBe(before);
        workspace.close('file:///1.ptarget');
        expect(workspace.names.departmentNames).toEqual(['甲局']);
    });

    it('are expected no more when they are opened, left out or deleted', () => {
        workspace.open('file:///3.ptarget', projectOf('甲局', 10), 1);
        expect(workspace.isCompleteFor(OPEN)).toBe(true);
        expect(rulesIn(workspace, OPEN)).not.toContain('budget-projects-mismatch');
        workspace.leaveOut('file:///1.ptarget', { zh: '太大', en: 'too large' });
        workspace.close('file:///2.ptarget');
        expect([...workspace.expectedFiles]).toEqual(['file:///4.ptarget']);
    });

    it('lead to what a workspace finds that had them from the beginning', () => {
        for (let next = workspace.nextExpected; next; next = workspace.nextExpected) read(workspace, next.uri);
        const fresh = new Workspace();
        for (const [uri, text] of Object.entries({ ...OTHERS, [OPEN]: DEPARTMENT })) fresh.open(uri, text, 1);
        for (const uri of [OPEN, ...Object.keys(OTHERS)]) expect(rulesIn(workspace, uri)).toEqual(rulesIn(fresh, uri));
    });
});
