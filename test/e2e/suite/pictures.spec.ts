import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { eventually, ok } from './expect.js';
import { workspaceUri } from './session.js';
import type { Specification } from './specification.js';

/** What users see, taken as pictures: `node test/e2e/run.mjs --locale zh-cn --grep pictures --pictures docs/pictures` renews those of the docs. */
export const pictures: Specification = ({ page }) => {
    if (!page) return;

    describe('pictures', () => {
        before(async () => {
            await page.resize(1400, 900);
            await vscode.commands.executeCommand('workbench.action.closeSidebar');
        });
        after(() => theme('Default Light Modern'));

        for (const [name, file, cell, colours] of [
            ['preview-department', 'nansha-2024.ptarget', '3,287.27', 'Default Light Modern'],
            ['preview-projects', 'baiyun-2023.ptarget', '125.00', 'Default Light Modern'],
            ['preview-dark', 'nansha-2024.ptarget', '3,287.27', 'Default Dark Modern'],
        ] as const) {
            it(`of the table beside the text: ${name}`, async () => {
                await theme(colours);
                await vscode.commands.executeCommand('workbench.action.closeAllEditors');
                const { document } = await vscode.window.showTextDocument(workspaceUri(file));
                await vscode.commands.executeCommand('ptarget.showPreviewToSide');
                await page.wait({ frame: 'preview', selector: 'td', text: cell });
                await eventually(() => (vscode.languages.getDiagnostics(document.uri).length > 0 ? true : undefined), 'the file is checked');
                await page.wait({ selector: '.codelens-decoration' });
                await page.screenshot(name);
            });
        }

        it('of completion by pinyin', async () => {
            await vscode.commands.executeCommand('workbench.action.closeAllEditors');
            await theme('Default Light Modern');
            const uri = workspaceUri('pinyin.ptarget');
            const marked = '项目 "培训经费" 属于 "广州市白云区市场监督管理局(本级)" {\n    资金 {\n        财政拨款 12.00\n    }\n    绩效目标 """组织开展业务培训。"""\n    绩效指标 {\n        产出指标 {\n            |\n        }\n    }\n}\n';
            await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(marked.replace('|', '')));
            const document = await vscode.workspace.openTextDocument(uri);
            const place = document.positionAt(marked.indexOf('|'));
            await vscode.window.showTextDocument(document, { selection: new vscode.Selection(place, place) });
            await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
            await page.type('zb');
            const [first] = await page.wait({ selector: '.suggest-widget .monaco-list-row .label-name', text: '数量指标' });
            ok(first, 'the list shows the categories');
            await page.screenshot('completion-pinyin');
            await page.press('Escape');
            await vscode.commands.executeCommand('workbench.action.closeAllEditors');
            await vscode.workspace.fs.delete(uri);
        });

        it('of a hover', async () => {
            const editor = await vscode.window.showTextDocument(workspaceUri('nansha-2024.ptarget'));
            const offset = editor.document.getText().indexOf('数量指标');
            const place = editor.document.positionAt(offset + 1);
            editor.selection = new vscode.Selection(place, place);
            editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
            await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
            await vscode.commands.executeCommand('editor.action.showHover');
            await page.wait({ selector: '.monaco-hover-content', text: '数量' });
            await page.screenshot('hover');
            await page.press('Escape');
        });
    });
};

async function theme(name: string): Promise<void> {
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', name, vscode.ConfigurationTarget.Global);
}
