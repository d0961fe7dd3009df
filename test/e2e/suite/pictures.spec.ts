import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { eventually, ok } from './expect.js';
import { workspaceUri } from './session.js';
import type { Specification } from './specification.js';
import { chooseTheme, THEMES } from './themes.js';

/** What users see, taken as pictures: `node test/e2e/run.mjs --locale zh-cn --grep pictures --pictures docs/pictures` renews those of the docs. */
export const pictures: Specification = ({ page }) => {
    if (!page) return;

    describe('pictures', () => {
        before(async () => {
            await page.resize(1400, 900);
            await vscode.commands.executeCommand('workbench.action.closeSidebar');
        });
        after(() => chooseTheme(THEMES['vscode-light']));

        for (const [name, file, form, cell, theme] of [
            ['preview-department', 'nansha-2024.ptarget', 'department', '3,287.27', THEMES['vscode-light']],
            ['preview-projects', 'baiyun-2023.ptarget', 'projects', '125.00', THEMES['vscode-light']],
            ['preview-project', 'baiyun-2023.ptarget', 'project', '125.00', THEMES['vscode-light']],
            ['preview-core', 'nansha-2024.ptarget', 'core', '1360', THEMES['vscode-light']],
            ['preview-dark', 'nansha-2024.ptarget', 'department', '3,287.27', THEMES['vscode-dark']],
            ['preview-high-contrast', 'baiyun-2023.ptarget', 'projects', '125.00', THEMES['vscode-high-contrast']],
        ] as const) {
            it(`of the table beside the text: ${name}`, async () => {
                await chooseTheme(theme);
                await vscode.commands.executeCommand('workbench.action.closeAllEditors');
                const { document } = await vscode.window.showTextDocument(workspaceUri(file));
                await vscode.commands.executeCommand('ptarget.showPreviewToSide', document.uri, form);
                await page.wait({ frame: 'preview', selector: 'td', text: cell });
                await eventually(() => (vscode.languages.getDiagnostics(document.uri).length > 0 ? true : undefined), 'the file is checked');
                await page.wait({ selector: '.codelens-decoration' });
                await page.screenshot(name);
            });
        }

        it('of completion by pinyin', async () => {
            await vscode.commands.executeCommand('workbench.action.closeAllEditors');
            await chooseTheme(THEMES['vscode-light']);
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
            await show('nansha-2024.ptarget', '数量指标', vscode.TextEditorRevealType.InCenter);
            await vscode.commands.executeCommand('editor.action.showHover');
            await page.wait({ selector: '.monaco-hover-content', text: '数量' });
            await page.screenshot('hover');
            await page.press('Escape');
        });

        it('of code lenses', async () => {
            await vscode.commands.executeCommand('workbench.action.closeAllEditors');
            await show('baiyun-2023.ptarget', '项目 "政府雇员工资费用"', vscode.TextEditorRevealType.AtTop);
            await page.wait({ selector: '.codelens-decoration', text: '1,714.44' });
            await page.screenshot('lenses');
        });

        it('of the outline', async () => {
            await show('nansha-2024.ptarget', '重点任务', vscode.TextEditorRevealType.AtTop);
            await vscode.commands.executeCommand('outline.focus');
            await page.click({ selector: '.explorer-viewlet .pane-header', text: 'examples' }); // Room for the outline
            await page.wait({ selector: '.outline-pane .monaco-list-row', text: '部门预算支出' });
            await page.screenshot('outline');
            await page.click({ selector: '.explorer-viewlet .pane-header', text: 'examples' });
            await vscode.commands.executeCommand('workbench.action.closeSidebar');
        });

        it('of inlay hints', async () => {
            const settings = vscode.workspace.getConfiguration('ptarget');
            await settings.update('inlayHints', 'all', vscode.ConfigurationTarget.Workspace);
            await show('baiyun-2023.ptarget', '项目 "政府雇员工资费用"', vscode.TextEditorRevealType.AtTop);
            await page.wait({ selector: '.view-line', text: '年度 1714.44万元' });
            await page.screenshot('hints');
            await settings.update('inlayHints', undefined, vscode.ConfigurationTarget.Workspace);
        });

        it('of new files', async () => {
            void vscode.commands.executeCommand('welcome.showNewFileEntries');
            await page.wait({ selector: '.quick-input-list .monaco-list-row', text: /zh/.test(vscode.env.language) ? '新建部门绩效目标' : 'New Department Targets' });
            await page.screenshot('new-file');
            await page.press('Escape');
        });
    });
};

/** Shows a place in an example, with the cursor there. */
async function show(file: string, text: string, how: vscode.TextEditorRevealType): Promise<void> {
    const editor = await vscode.window.showTextDocument(workspaceUri(file));
    const place = editor.document.positionAt(editor.document.getText().indexOf(text));
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(editor.selection, how);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
}
