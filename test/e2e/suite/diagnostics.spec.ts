import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { codeOf } from './code-of.js';
import { equal, eventually, ok } from './expect.js';
import { workspaceUri } from './session.js';
import type { Specification } from './specification.js';

/** What reviewers would find is shown at its place, and put right there. */
export const diagnostics: Specification = ({ session, page }) => {
    const chinese = session.locale === 'zh-cn';

    describe('diagnostics', () => {
        let document: vscode.TextDocument;
        let original: string;

        before(async () => {
            await vscode.commands.executeCommand('workbench.action.closeAllEditors');
            document = await vscode.workspace.openTextDocument(workspaceUri('baiyun-2023.ptarget'));
            original = document.getText();
            await vscode.window.showTextDocument(document);
        });

        after(async () => {
            const edit = new vscode.WorkspaceEdit();
            edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), original);
            await vscode.workspace.applyEdit(edit);
            await document.save();
        });

        it('are those of the published table', async () => {
            const errors = await eventually(() => {
                const found = problems(document.uri).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
                return found.length > 0 ? found : undefined;
            }, 'the errors are shown');
            equal(errors.map(codeOf).sort(), ['category-mismatch', 'category-mismatch', ...Array(4).fill('missing-benefit')]);
            const slip = problems(document.uri).find((problem) => codeOf(problem) === 'typo-comparator');
            ok(slip, 'the title mark is found');
            equal(document.getText(slip.range), '》');
            ok(slip.message.includes(chinese ? '书名号' : 'title mark'), 'the message is in the language of the window');
        });

        it('leave the department that is right in peace', async () => {
            const uri = workspaceUri('nansha-2024.ptarget');
            await vscode.workspace.openTextDocument(uri);
            const found = await eventually(() => (problems(uri).length > 0 ? problems(uri) : undefined), 'the other file is checked');
            equal(found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error), []);
        });

        it('are put right by a quick fix', async () => {
            const slip = problems(document.uri).find((problem) => codeOf(problem) === 'typo-comparator');
            ok(slip, 'the title mark is found');
            const place = slip.range.start;
            const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, new vscode.Range(place, place), vscode.CodeActionKind.QuickFix.value);
            const fix = actions.find(({ isPreferred }) => isPreferred);
            ok(fix?.edit, 'there is a preferred fix');
            equal(fix.title, chinese ? '改为 ≥' : 'Change to ≥');
            await vscode.workspace.applyEdit(fix.edit);
            await eventually(() => (problems(document.uri).some((problem) => codeOf(problem) === 'typo-comparator') ? undefined : true), 'the problem is gone');
            equal(document.getText(new vscode.Range(place, place.translate(0, 4))), '≥90%');
        });

        it('are put right on saving, where that is switched on and cannot change the meaning', async () => {
            const settings = vscode.workspace.getConfiguration('editor', { languageId: 'ptarget' });
            await settings.update('codeActionsOnSave', { 'source.fixAll.ptarget': 'explicit' }, vscode.ConfigurationTarget.Workspace, true);
            const slips = problems(document.uri).filter((problem) => codeOf(problem) === 'suspicious-unit');
            const unclear = problems(document.uri).filter((problem) => codeOf(problem) === 'missing-benefit');
            ok(slips.length > 0 && unclear.length > 0, 'there is something to put right, and something to leave');
            await vscode.window.showTextDocument(document);
            const end = document.lineAt(document.lineCount - 1).range.end;
            await replace(document.uri, new vscode.Range(end, end), '\n');
            await vscode.commands.executeCommand('workbench.action.files.save');
            await eventually(() => (problems(document.uri).some((problem) => codeOf(problem) === 'suspicious-unit') ? undefined : true), 'the slips are gone');
            equal(document.isDirty, false);
            equal(problems(document.uri).filter((problem) => codeOf(problem) === 'missing-benefit').length, unclear.length);
            await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace, true);
        });

        it('link to the page on their rule', async () => {
            const { code } = problems(document.uri)[0]!;
            ok(typeof code === 'object', 'the code is a link');
            const page = await vscode.workspace.openTextDocument(code.target);
            ok(page.getText().includes(`(${code.value})`), 'the page is that of the rule');
            await vscode.commands.executeCommand('vscode.open', code.target);
            const shown = await eventually(() => vscode.window.tabGroups.activeTabGroup.activeTab?.input, 'the page is shown');
            ok(shown instanceof vscode.TabInputCustom && shown.viewType === 'vscode.markdown.preview.editor', 'as a page, not as its source');
            await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
        });

        it('make the sums of a budget be looked at again', async () => {
            const uri = workspaceUri('nansha-2024.ptarget');
            const department = await vscode.workspace.openTextDocument(uri);
            const place = positionOf(department, '6,477.61');
            const range = new vscode.Range(place, place.translate(0, '6,477.61'.length));
            await replace(uri, range, '6,400.00');
            const unbalanced = await eventually(() => problems(uri).find((problem) => codeOf(problem) === 'budget-unbalanced'), 'the budget is unbalanced');
            ok(unbalanced.message.includes('77.61'), 'the difference is named');
            equal(unbalanced.relatedInformation?.length, 1);
            await replace(uri, range, '6,477.61');
            await eventually(() => (problems(uri).some((problem) => codeOf(problem) === 'budget-unbalanced') ? undefined : true), 'it is balanced again');
            await department.save();
        });

        // The light bulb's menu is part of the window; in the desktop program nobody can look at it.
        if (page) {
            it('show the fixes in the menu of the light bulb', async () => {
                const editor = await vscode.window.showTextDocument(document);
                const mismatch = await eventually(() => problems(document.uri).find((problem) => codeOf(problem) === 'category-mismatch'), 'a misplaced category is found');
                editor.selection = new vscode.Selection(mismatch.range.start, mismatch.range.start);
                editor.revealRange(mismatch.range, vscode.TextEditorRevealType.InCenter);
                await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
                const fix = { selector: '.action-widget .monaco-list-row', text: chinese ? '移到“满意度指标”下' : '满意度指标' };
                // The menu closes again where findings arrive while it opens.
                await eventually(async () => {
                    await vscode.commands.executeCommand('editor.action.quickFix');
                    return page.wait(fix, 2_000).catch(() => undefined);
                }, 'the menu shows the fix');
                await page.screenshot('quick-fix');
                await page.press('Escape');
            });

            it('are counted in the status bar and listed as a checklist', async () => {
                await page.wait({ selector: '.statusbar-item', text: chinese ? '还差 ' : ' to do' });
                await vscode.commands.executeCommand('ptarget.checklist.focus');
                await page.wait({ selector: '.pane-body .monaco-list-row', text: '物业管理费' });
                await page.screenshot('checklist');
            });
        }
    });
};

function problems(uri: vscode.Uri): vscode.Diagnostic[] {
    return vscode.languages.getDiagnostics(uri);
}

function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
    const offset = document.getText().indexOf(text);
    ok(offset >= 0, `“${text}” is in the text`);
    return document.positionAt(offset);
}

async function replace(uri: vscode.Uri, range: vscode.Range, text: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, range, text);
    await vscode.workspace.applyEdit(edit);
}
