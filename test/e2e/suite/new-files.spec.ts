import { beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { PageBridge } from './bridge.js';
import { equal, eventually, ok } from './expect.js';
import { workspaceUri } from './session.js';
import type { Specification } from './specification.js';

/** File › New File, and a project for the department at hand. */
export const newFiles: Specification = ({ session, page }) => {
    const chinese = session.locale.startsWith('zh');

    describe('new', () => {
        beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

        for (const [command, title, beginning] of [
            ['ptarget.newDepartment', chinese ? '新建部门绩效目标' : 'New Department Targets', '部门 "部门名称" {\n    年度 20'],
            ['ptarget.newProject', chinese ? '新建项目绩效目标' : 'New Project Targets', '项目 "项目名称" 属于 "'],
            ['ptarget.newTaxonomy', chinese ? '新建指标体系' : 'New Taxonomy of Indicators', '指标体系 "名称" {\n    产出指标 代码 1 必填 {\n        数量指标 代码 11\n'],
        ] as const) {
            it(`file: ${command}`, async () => {
                if (page) await chooseNewFile(page, title);
                else await vscode.commands.executeCommand(command);
                const document = await eventually(untitled, 'an untitled file is shown');
                await eventually(() => (document.getText().startsWith(beginning) ? true : undefined), `it begins with ${beginning}`);
                if (page) {
                    await page.type('甲');
                    await eventually(() => (document.getText().includes('"甲"') ? true : undefined), 'what is typed takes the place of the name');
                }
                await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
            });
        }

        it('project in the department at hand', async () => {
            const text = '部门 "新局" {\n    年度 2025\n    项目 "一" {\n    }\n}\n';
            const document = await vscode.workspace.openTextDocument({ language: 'ptarget', content: text });
            const place = new vscode.Position(1, 4);
            await vscode.window.showTextDocument(document, { selection: new vscode.Selection(place, place) });
            await vscode.commands.executeCommand('ptarget.addProject');
            await eventually(() => (document.getText().startsWith('部门 "新局" {\n    年度 2025\n    项目 "一" {\n    }\n    项目 "项目名称" {\n        资金 {\n            财政拨款 0.00\n') ? true : undefined), 'the project stands behind the other');
            ok(document.getText().endsWith('\n        }\n    }\n}\n'), 'the department is closed as before');
            const { selection } = vscode.window.activeTextEditor!;
            equal(document.getText(selection), '项目名称', 'what is selected');
            await vscode.commands.executeCommand('undo');
            equal(document.getText(), text, 'the text after one undo');
            await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
        });

        if (page) {
            it('project needs a department', async () => {
                const uri = workspaceUri('empty.ptarget');
                await vscode.workspace.fs.writeFile(uri, new Uint8Array());
                await vscode.window.showTextDocument(uri);
                await vscode.commands.executeCommand('ptarget.addProject');
                // During tests VS Code shows notifications in their list only.
                await vscode.commands.executeCommand('notifications.showList');
                await page.wait({ selector: '.notification-list-item-message', text: chinese ? '这个文件里还没有部门' : 'There is no department' });
                await vscode.commands.executeCommand('notifications.clearAll');
                await vscode.workspace.fs.delete(uri);
            });
        }
    });
};

async function chooseNewFile(page: PageBridge, title: string): Promise<void> {
    void vscode.commands.executeCommand('welcome.showNewFileEntries');
    await page.click({ selector: '.quick-input-list .monaco-list-row', text: title });
}

function untitled(): vscode.TextDocument | undefined {
    const document = vscode.window.activeTextEditor?.document;
    return document?.isUntitled && document.languageId === 'ptarget' ? document : undefined;
}
