import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { planText } from '../../../bench/corpus.js';
import type { PageBridge } from './bridge.js';
import { eventually, ok } from './expect.js';
import { say } from './say.js';
import { workspaceUri } from './session.js';
import type { Specification } from './specification.js';

const KEYS = 8;
/** Longer than the preview's interval, so that each key is shown at once. */
const BETWEEN_KEYS_MS = 400;

/** Milliseconds since the key went down, on the one clock that the window, the preview and the extension host share. */
interface Delays {
    readonly echo: number[];
    readonly problems: number[];
    readonly cell: number[];
}

/** How soon the preview shows what is typed: figures to read, and gates on the quickest key, since what else a machine does only adds. */
export const speed: Specification = ({ page }) => {
    if (!page) return;

    describe('the speed of the preview', () => {
        before(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

        it('shows a key within 300 ms on the Baiyun example', async () => {
            const { cell } = await measure(page, { file: workspaceUri('baiyun-2023.ptarget'), form: 'projects', text: '良好办公环境服务验收通过率' });
            ok(Math.min(...cell) <= 300, `the cell changes in time, and not after ${figure(cell)}`);
        });

        for (const form of ['projects', 'project']) {
            it(`shows a key in a file of 1,000 projects on the form ${form}`, async function () {
                this.timeout(180_000);
                const file = workspaceUri(`thousand-${form}.ptarget`);
                await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(planText(1000)));
                const { cell } = await measure(page, { file, form, text: '河道保洁第50期经费' });
                ok(Math.min(...cell) <= 1000, `the cell changes soon, and not after ${figure(cell)}`);
                await vscode.commands.executeCommand('workbench.action.closeAllEditors');
                await vscode.workspace.fs.delete(file);
            });
        }
    });
};

/** Types characters behind a text, one at a time, and prints what each of them costs. */
async function measure(page: PageBridge, { file, form, text }: { file: vscode.Uri; form: string; text: string }): Promise<Delays> {
    const editor = await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One });
    const { document } = editor;
    const original = document.getText();
    await vscode.commands.executeCommand('ptarget.showPreviewToSide', file, form);
    const at = document.positionAt(original.indexOf(text) + text.length);
    editor.selection = new vscode.Selection(at, at);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
    await page.wait({ frame: 'preview', selector: 'td', text }, 60_000);
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await page.evaluate(WATCH_WINDOW);
    await page.evaluate(WATCH_PREVIEW, 'preview');
    const delays: Delays = { echo: [], problems: [], cell: [] };
    // Those of the key before may come late: what counts is the first that comes after a key.
    const published: number[] = [];
    const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => uri.toString() === file.toString())) published.push(performance.timeOrigin + performance.now());
    });
    for (let key = 0; key < KEYS; key++) {
        await new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYS_MS));
        const before = published.length;
        await page.type('x');
        const seen = { down: 0, echo: 0, cell: 0, problems: 0 };
        await eventually(async () => {
            Object.assign(seen, await page.evaluate('seenKey'), { cell: await page.evaluate('seenChange', 'preview') });
            seen.problems = published.slice(before).find((at) => at > seen.down) ?? 0;
            return Math.min(seen.echo, seen.cell, seen.problems) > seen.down ? true : undefined;
        }, () => `the key is shown: ${JSON.stringify({ key, ...seen })}`);
        delays.echo.push(seen.echo - seen.down);
        delays.problems.push(seen.problems - seen.down);
        delays.cell.push(seen.cell - seen.down);
    }
    listener.dispose();
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, document.lineCount, 0), original));
    await document.save();
    say(`      ${file.path.slice(file.path.lastIndexOf('/') + 1)} as ${form}: echo in the editor ${figure(delays.echo)}, problems ${figure(delays.problems)}, cell in the preview ${figure(delays.cell)}, `
        + `${(median(delays.cell) / median(delays.echo)).toFixed(1)}× the echo, ${(median(delays.cell) / median(delays.problems)).toFixed(1)}× the problems`);
    return delays;
}

/** Expressions for the two pages: when a key went down, and when what it changes was in the document, in the preview on the screen. */
const WATCH_WINDOW = `(() => {
    const now = () => performance.timeOrigin + performance.now();
    globalThis.seenKey = { down: 0, echo: 0 };
    addEventListener('keydown', () => { seenKey = { down: now(), echo: 0 }; }, { capture: true });
    new MutationObserver(() => { seenKey.echo ||= now(); }).observe(document.querySelector('.editor-instance .view-lines'), { subtree: true, childList: true, characterData: true });
})()`;
const WATCH_PREVIEW = `(() => {
    globalThis.seenChange = 0;
    const painted = () => requestAnimationFrame(() => setTimeout(() => { seenChange = performance.timeOrigin + performance.now(); }));
    new MutationObserver(painted).observe(document.querySelector('#sheets'), { subtree: true, childList: true, characterData: true });
})()`;

function figure(delays: readonly number[]): string {
    const sorted = [...delays].sort((one, other) => one - other);
    return `${median(delays).toFixed(0)} ms (${sorted[0]!.toFixed(0)}–${sorted.at(-1)!.toFixed(0)})`;
}

function median(delays: readonly number[]): number {
    return [...delays].sort((one, other) => one - other)[Math.floor(delays.length / 2)]!;
}
