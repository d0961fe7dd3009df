import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { equal } from './expect.js';
import { workspaceUri } from './session.js';
import type { Specification } from './specification.js';
import { chooseTheme, THEMES } from './themes.js';

/** axe finds nothing in the preview, whatever it shows. */
export const accessibility: Specification = ({ page }) => {
    if (!page) return;

    describe('axe', () => {
        before(async () => {
            await vscode.commands.executeCommand('workbench.action.closeAllEditors');
            await vscode.window.showTextDocument(workspaceUri('baiyun-2023.ptarget'));
            await vscode.commands.executeCommand('ptarget.showPreviewToSide');
            await page.wait({ frame: 'preview', selector: 'td', text: '物业管理费' });
        });
        after(() => chooseTheme(THEMES['vscode-light']));

        for (const [kind, theme] of Object.entries(THEMES)) {
            it(`finds nothing in the tables, the toolbar and the list of problems: ${kind}`, async function () {
                this.timeout(120_000);
                await chooseTheme(theme);
                await page.wait({ frame: 'preview', selector: `body[data-vscode-theme-kind="${kind}"]` });
                for (const form of ['project', 'projects']) {
                    await page.click({ frame: 'preview', selector: `#tab-${form}` });
                    await page.wait({ frame: 'preview', selector: `#tab-${form}[aria-selected=true]` });
                    await page.hover({ frame: 'preview', selector: 'caption' });
                    await page.hover({ frame: 'preview', selector: '#sheets [data-problems]' });
                    await page.wait({ frame: 'preview', selector: '#problem-list .problem' });
                    equal(await page.accessibility('preview'), [], `what axe finds on the form ${form}`);
                }
            });
        }
    });
};
