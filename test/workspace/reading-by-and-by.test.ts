import { describe, expect, it } from 'vitest';
import { Workspace } from '../../language-server/index.js';
import { Slices } from '../../language-server/workspace/slices.js';

const DEPARTMENT = 'file:///department.ptarget';
const PROJECTS = 'file:///projects.ptarget';

/** Its projects make up the sum, and each has a slip of its own. */
const projectsOf = (count: number) => Array.from({ length: count }, (_, index) => `项目 "第${index}项" 属于 "甲局" {\n    资金 { 财政拨款 1.00 }\n    绩效指标 { 产出指标 { 数量指标 "次数" 》9次 } }\n}\n`).join('');
const projects = projectsOf(10);
const department = '部门 "甲局" {\n    年度 2024\n    部门预算支出 { 项目支出 10.00 }\n}\n';

function rulesIn(workspace: Workspace, uri: string): string[] {
    return workspace.problemsOf(uri).map(({ rule }) => rule);
}

describe('a document that is read by and by', () => {
    it('shows what is wrong in the part that is read', () => {
        const workspace = new Workspace();
        workspace.begin(PROJECTS, projects, 1);
        expect(rulesIn(workspace, PROJECTS)).toEqual([]);
        for (let read = 1; read <= 10; read++) {
            expect(workspace.readOn(0)).toBe(true);
            expect(rulesIn(workspace, PROJECTS).filter((rule) => rule === 'typo-comparator')).toHaveLength(read);
        }
        expect(workspace.readOn(0)).toBe(false);
    });

    it('does not miss what is still to come', () => {
        const workspace = new Workspace();
        workspace.open(DEPARTMENT, department, 1);
        workspace.begin(PROJECTS, projects, 1);
        workspace.readOn(0);
        expect([...rulesIn(workspace, DEPARTMENT), ...rulesIn(workspace, PROJECTS)]).not.toContain('budget-projects-mismatch');
        workspace.readOn(Infinity);
        expect(workspace.isComplete).toBe(true);
        expect(rulesIn(workspace, DEPARTMENT)).not.toContain('budget-projects-mismatch');
        workspace.open(PROJECTS, projectsOf(9), 2);
        expect(rulesIn(workspace, DEPARTMENT)).toContain('budget-projects-mismatch');
    });

    it('is looked at again with everything around it', () => {
        const workspace = new Workspace();
        workspace.awaitFiles(true);
        workspace.open(PROJECTS, projects, 1);
        expect(rulesIn(workspace, PROJECTS)).not.toContain('unknown-department');
        workspace.takeAffected();
        workspace.awaitFiles(false);
        expect(workspace.takeAffected()).toContain(PROJECTS);
        expect(rulesIn(workspace, PROJECTS)).toContain('unknown-department');
    });

    it('can be closed and opened anew before it is read', () => {
        const workspace = new Workspace();
        workspace.begin(PROJECTS, projects, 1);
        workspace.readOn(0);
        workspace.close(PROJECTS);
        expect(workspace.isComplete).toBe(true);
        workspace.open(DEPARTMENT, department, 1);
        workspace.begin(PROJECTS, projectsOf(11), 2);
        workspace.readOn(Infinity);
        expect(rulesIn(workspace, DEPARTMENT)).toContain('budget-projects-mismatch');
    });

    it('is read whenever it is begun', async () => {
        const workspace = new Workspace();
        const slices = new Slices(workspace, (_, error) => expect.unreachable(String(error)));
        const uris = [DEPARTMENT, PROJECTS];
        // The second is begun when the first has been read, but nobody was told so yet.
        await Promise.all(uris.map(async (uri) => {
            workspace.begin(uri, uri === DEPARTMENT ? department : projects);
            await slices.whenRead(uri);
            expect(workspace.isBeingRead(uri)).toBe(false);
        }));
        expect(workspace.isComplete).toBe(true);
    });
});
