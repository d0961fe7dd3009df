import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Found, PageBridge } from './bridge.js';
import { equal, eventually, ok } from './expect.js';
import { acceptFileDialog } from './file-dialog.js';
import { workspaceUri } from './session.js';
import type { Specification } from './specification.js';

export const preview: Specification = ({ session, page }) => {
    const file = workspaceUri('nansha-2024.ptarget');
    const titles: Record<string, string> = { en: 'Preview nansha-2024.ptarget', 'zh-cn': '预览 nansha-2024.ptarget' };

    let original: string | undefined;

    describe('preview', () => {
        beforeEach(async () => {
            await vscode.commands.executeCommand('workbench.action.closeAllEditors');
            const { document } = await vscode.window.showTextDocument(file);
            original ??= document.getText();
            await vscode.commands.executeCommand('ptarget.showPreviewToSide');
        });

        // In a page what is typed is saved at once.
        afterEach(() => putBack(file, original));

        it('opens beside the text and leaves the focus there', async () => {
            const tab = await eventually(() => vscode.window.tabGroups.all[1]?.tabs[0], 'there is a second group');
            equal(tab.label, titles[session.locale]);
            equal(vscode.window.activeTextEditor?.document.uri.toString(), file.toString());
        });

        // In the desktop program nobody can look into a webview.
        if (page) inThePage(page, file);
    });
};

function inThePage(page: PageBridge, file: vscode.Uri): void {
    const sheet = (text: string, timeout?: number) => page.wait({ frame: 'preview', selector: 'td', text }, timeout);
    const evaluate = <T>(expression: string) => page.evaluate<T>(expression, 'preview');

    it('shows the official table', async () => {
        const cells = await sheet('3,287.27');
        equal(cells.map(({ text }) => text), ['3,287.27']);
        const [caption] = await page.query({ frame: 'preview', selector: 'caption' });
        equal(caption?.text.trim(), '部门整体预算绩效目标申报表');
        const tabs = await page.query({ frame: 'preview', selector: '[role=tab]' });
        equal(tabs.map(({ attributes }) => attributes['aria-selected']), ['true', 'false']);
    });

    it('has the cells of the exported grid', async () => {
        await sheet('3,287.27');
        for (const form of ['department', 'core']) {
            await page.click({ frame: 'preview', selector: `#tab-${form}` });
            await page.wait({ frame: 'preview', selector: `table[data-form=${form}]` });
            const target = workspaceUri('grid');
            await vscode.commands.executeCommand('ptarget.exportFolder', workspaceUri(''), { forms: [form], format: 'json', target, existing: 'overwrite' });
            const [name] = (await vscode.workspace.fs.readDirectory(target)).map(([found]) => found).filter((found) => found.startsWith('nansha'));
            const grid = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(target, name!))));
            await vscode.workspace.fs.delete(target, { recursive: true });
            const cells = await evaluate<unknown>(`[...document.querySelector('table').rows].map((row) => [...row.cells].map((cell) => [cell.textContent, cell.rowSpan, cell.colSpan]))`);
            equal(cells, grid.rows.map((row: { text: string; rowspan: number; colspan: number }[]) => row.map(({ text, rowspan, colspan }) => [text, rowspan, colspan])), `the cells of ${form}`);
        }
    });

    /** Where the preview is scrolled to once it has come to rest there. */
    async function atRest(): Promise<number> {
        let last = -1;
        return eventually(async () => {
            const before = last;
            last = await evaluate<number>('scrollY');
            return last === before ? last : undefined;
        }, 'the preview is at rest');
    }

    it('follows what is typed, and stays where it is scrolled to', async () => {
        await sheet('≥1360台');
        await select(file, '≥1360');
        await eventually(() => isVisible('≥1360台'), 'the preview follows the editor to the selection');
        await page.type('≥1361');
        await sheet('≥1361台');
        equal((await page.query({ frame: 'preview', selector: 'td', text: '≥1360台' })).length, 0);
        // By now it has followed the selection, too.
        const before = await atRest();
        ok(before > 0, 'it is scrolled');
        await page.press('Backspace');
        await page.type('2');
        await sheet('≥1362台');
        equal(await evaluate<number>('scrollY'), before, 'how far it is scrolled');
    });

    it('goes to the source of a cell that is clicked', async () => {
        await sheet('3,287.27');
        await page.click({ frame: 'preview', selector: 'td', text: '6,477.61' });
        equal(await selected('6,477.61'), '6,477.61');
        equal(vscode.window.activeTextEditor?.viewColumn, vscode.ViewColumn.One);
    });

    it('marks the cell that the cursor is in', async () => {
        await sheet('3,287.27');
        await select(file, '9,764.88');
        const [marked] = await page.wait({ frame: 'preview', selector: '.here', text: '9,764.88' });
        equal(marked?.text, '9,764.88');
    });

    it('shows problems in their cells, with their fixes', async () => {
        await sheet('3,287.27');
        await replace(file, '3,287.27', '3,287.28');
        await page.wait({ frame: 'preview', selector: 'td.error, th.error' });
        await page.hover({ frame: 'preview', selector: 'td.error, th.error' });
        const [problem] = await page.wait({ frame: 'preview', selector: '#problem-list .problem.error' });
        ok(problem?.text.includes('0.01'), 'the message says the difference');
        await page.click({ frame: 'preview', selector: '#problem-list .problem.error button' });
        await page.wait({ selector: '.action-widget' });
        await page.press('Escape');
    });

    it('goes from cell to cell with the arrow keys, and to the source with Enter', async () => {
        await sheet('3,287.27');
        await evaluate(`document.querySelector('#sheets [tabindex="0"]').focus()`);
        for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'Enter']) await page.press(key);
        equal(await selected('3,287.27'), '3,287.27');
    });

    it('says what it cannot read and shows the rest', async () => {
        await sheet('3,287.27');
        await replace(file, '年度 2024', '年度 很多');
        await page.wait({ frame: 'preview', selector: '#banner button' });
        await sheet('3,287.27');
        await page.click({ frame: 'preview', selector: '#banner button' });
        await eventually(() => vscode.window.activeTextEditor?.selection.isEmpty === false || undefined, 'the line is selected');
        await page.screenshot('preview-broken');
    });

    it('shows another form', async () => {
        await sheet('3,287.27');
        await page.click({ frame: 'preview', selector: '#tab-core' });
        await page.wait({ frame: 'preview', selector: 'caption', text: '核心绩效指标表' });
    });

    it('opens from a code lens on the form of what it stands over, and at its place', async () => {
        await sheet('3,287.27');
        const editor = await select(workspaceUri('baiyun-2023.ptarget'), '项目 "物业管理费"');
        await sheet('物业管理费');
        editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
        await page.click({ selector: '.codelens-decoration:has-text("125.00 万元") a' });
        await page.wait({ frame: 'preview', selector: '#tab-project[aria-selected=true]' });
        await eventually(() => isVisible('物业管理费'), 'the table of the project is in sight');
        equal(vscode.window.activeTextEditor?.viewColumn, vscode.ViewColumn.One);
    });

    it('follows the editor to another file unless it is locked', async () => {
        await sheet('3,287.27');
        await vscode.window.showTextDocument(workspaceUri('baiyun-2023.ptarget'), { viewColumn: vscode.ViewColumn.One });
        await sheet('物业管理费');
        await page.click({ frame: 'preview', selector: '#lock' });
        await page.wait({ frame: 'preview', selector: '#lock[aria-pressed=true]' });
        await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One });
        await new Promise((resolve) => setTimeout(resolve, 500));
        await sheet('物业管理费');
    });

    it('copies a table', async () => {
        await sheet('3,287.27');
        await page.click({ frame: 'preview', selector: '#copy' });
        const text = await eventually(async () => {
            const copied = await page.copied();
            return copied.includes('3,287.27') ? copied : undefined;
        }, 'the table is on the clipboard');
        ok(/基本支出\t+3,287\.27\t财政拨款\t9,764\.88/.test(text), 'its cells stand between tabs');
    });

    it('exports the table to a file', async () => {
        await sheet('3,287.27');
        await page.click({ frame: 'preview', selector: '#export' });
        await page.click({ selector: '.quick-input-list-entry', text: '.xlsx' });
        await acceptFileDialog(page);
        const target = workspaceUri('nansha-2024-部门整体预算绩效目标申报表.xlsx');
        const bytes = await eventually(() => readFile(target), 'the file is there');
        equal(String.fromCharCode(...bytes.slice(0, 2)), 'PK');
    });

    it('saves a page to print where nothing can be opened on the user’s own machine', async () => {
        await sheet('3,287.27');
        await page.click({ frame: 'preview', selector: '#print' });
        await acceptFileDialog(page);
        const bytes = await eventually(() => readFile(workspaceUri('nansha-2024-部门整体预算绩效目标申报表.html')), 'the file is there');
        const html = new TextDecoder().decode(bytes);
        ok(html.includes('@page { size: A4 landscape') && html.includes('3,287.27'), 'it prints the table on A4');
        ok(!/<script|https?:/.test(html), 'it runs and loads nothing');
    });

    it('runs under a policy that lets nothing in', async () => {
        await sheet('3,287.27');
        const policy = await evaluate<string>(`document.querySelector('meta[http-equiv=Content-Security-Policy]').content`);
        ok(/^default-src 'none'; script-src 'nonce-[0-9a-f]{32}'; style-src [^']*(?:'self')?[^']*; font-src [^']*(?:'self')?[^']*$/.test(policy), `the policy is strict: ${policy}`);
    });

    async function isVisible(text: string): Promise<Found | undefined> {
        const [found] = await page.query({ frame: 'preview', selector: 'td', text });
        const height = await evaluate<number>('innerHeight');
        return found && found.box.y > 0 && found.box.y + found.box.height < height ? found : undefined;
    }
}

/** Selects the first occurrence of a text and brings it into sight. */
async function select(file: vscode.Uri, text: string): Promise<vscode.TextEditor> {
    const editor = await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One });
    const range = rangeOf(editor.document, text);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.AtTop);
    return editor;
}

async function putBack(file: vscode.Uri, text: string | undefined): Promise<void> {
    const editor = await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One });
    const { document } = editor;
    if (text === undefined || document.getText() === text) return;
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, document.lineCount, 0), text));
    await document.save();
}

async function replace(file: vscode.Uri, text: string, by: string): Promise<void> {
    const editor = await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One });
    await editor.edit((edit) => edit.replace(rangeOf(editor.document, text), by));
}

function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
    const at = document.getText().indexOf(text);
    return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

function selected(wanted: string): Promise<string> {
    return eventually(() => {
        const editor = vscode.window.activeTextEditor;
        const text = editor?.document.getText(editor.selection);
        return text === wanted ? text : undefined;
    }, `${wanted} is selected`);
}

async function readFile(file: vscode.Uri): Promise<Uint8Array | undefined> {
    try {
        return await vscode.workspace.fs.readFile(file);
    } catch {
        return undefined;
    }
}
