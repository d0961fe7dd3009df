import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { equal, eventually, ok } from './expect.js';
import { workspaceUri } from './session.js';
import type { Specification } from './specification.js';

/** The server ends again and again; whoever types notices as little as possible. */
export const crashes: Specification = ({ session, page }) => {
    // In the web the server is a worker, which nobody outside can end.
    if (session.extension === 'web') return;
    const said = session.locale === 'zh-cn'
        ? { quarantine: '两次在读取 baiyun-2023.ptarget 时停止', givenUp: '多次意外停止', restart: '重新启动' }
        : { quarantine: 'stopped twice while baiyun-2023.ptarget', givenUp: 'stopped working several times', restart: 'Restart' };

    describe('a server that ends', () => {
        const uri = workspaceUri('baiyun-2023.ptarget');
        let document: vscode.TextDocument;
        let original: string;

        before(async () => {
            await vscode.commands.executeCommand('workbench.action.closeAllEditors');
            document = await vscode.workspace.openTextDocument(uri);
            original = document.getText();
            await vscode.window.showTextDocument(document);
            await eventually(() => (problemsOf(uri).length > 10 ? true : undefined), 'the file is checked');
        });

        after(async () => {
            const edit = new vscode.WorkspaceEdit();
            edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), original);
            await vscode.workspace.applyEdit(edit);
            await document.save();
            await vscode.commands.executeCommand('ptarget.restartServer');
        });

        it('while somebody types is back within three seconds with the same problems', async () => {
            const problems = problemsOf(uri);
            await type(' ');
            const from = Date.now();
            await kill();
            await type('\n');
            await areShown(oneLineLower(problems));
            ok(Date.now() - from < 3_000, `it took ${Date.now() - from} ms`);
        });

        it('over the same file once more is not given that file, while the others are served', async () => {
            // The new server looks at the other files first.
            const lower = oneLineLower(problemsOf(uri));
            await type('\n');
            await areShown(lower);
            await type(' ');
            await areShown(lower);
            await kill();
            await eventually(() => (isLeftOut(uri) ? true : undefined), 'the file is left out');
            equal(vscode.languages.getDiagnostics(uri).length, 1);
            const other = workspaceUri('nansha-2024.ptarget');
            await eventually(() => (problemsOf(other).length > 0 && !isLeftOut(other) ? true : undefined), 'the other file is checked');
            await expectOneMessage(said.quarantine);
        });

        it('is given every file again by whoever restarts it', async () => {
            await vscode.commands.executeCommand('ptarget.restartServer');
            await eventually(() => (problemsOf(uri).length > 10 ? true : undefined), 'the file is checked again');
            await vscode.commands.executeCommand('notifications.clearAll');
        });

        it('because it hangs is ended and started again while somebody types', async function () {
            this.timeout(90_000);
            const hanging = await eventually(serverProcess, 'a server runs');
            process.kill(hanging, 'SIGSTOP');
            await type('\n');
            await eventually(async () => ((await serverProcess()) === hanging ? undefined : true), 'it is ended', 60_000);
            await eventually(() => (problemsOf(uri).length > 10 ? true : undefined), 'the file is checked again');
            await vscode.commands.executeCommand('ptarget.restartServer');
        });

        it('five times is left alone, with one message and a button; colours still work', async () => {
            for (let round = 0; round < 5; round++) await kill();
            equal(await serverProcess(), undefined);
            if (!page) return;
            await expectOneMessage(said.givenUp);
            const coloured = await page.evaluate<number>('new Set([...document.querySelectorAll(".view-line span[class^=mtk]")].map((span) => span.className)).size');
            ok(coloured > 2, `${coloured} colours are shown`);
            await page.click({ selector: '.notification-list-item .monaco-button', text: said.restart });
            await eventually(() => (problemsOf(uri).length > 10 ? true : undefined), 'the file is checked again');
        });

        /** In the list behind the bell: whether messages pop up as well depends on the window. */
        async function expectOneMessage(text: string): Promise<void> {
            if (!page) return;
            await vscode.commands.executeCommand('notifications.showList');
            equal((await page.wait({ selector: '.notification-list-item-message', text })).length, 1);
        }

        async function areShown(problems: readonly string[]): Promise<void> {
            await eventually(() => (JSON.stringify(problemsOf(uri)) === JSON.stringify(problems) ? true : undefined), 'the same problems are back');
        }

        async function type(text: string): Promise<void> {
            const edit = new vscode.WorkspaceEdit();
            edit.insert(uri, new vscode.Position(0, 0), text);
            await vscode.workspace.applyEdit(edit);
        }
    });
};

function isLeftOut(uri: vscode.Uri): boolean {
    return vscode.languages.getDiagnostics(uri).some(({ code }) => code === 'left-out');
}

function oneLineLower(problems: readonly string[]): string[] {
    return problems.map((problem) => problem.replace(/^(\d+)/, (line) => String(Number(line) + 1))).sort();
}

/** In an order that does not depend on the server. */
function problemsOf(uri: vscode.Uri): string[] {
    return vscode.languages.getDiagnostics(uri).map(({ range, message }) => `${range.start.line}:${range.start.character} ${message}`).sort();
}

async function kill(): Promise<void> {
    const pid = await eventually(serverProcess, 'a server runs');
    process.kill(pid, 'SIGKILL');
    await eventually(async () => ((await serverProcess()) === pid ? undefined : true), 'it has ended');
}

/** The process of the server: the one of this extension host that runs its script. */
async function serverProcess(): Promise<number | undefined> {
    const { readdir, readFile } = await import('node:fs/promises');
    for (const name of await readdir('/proc')) {
        if (!/^\d+$/.test(name)) continue;
        const [status, command] = await Promise.all([`/proc/${name}/stat`, `/proc/${name}/cmdline`].map((path) => readFile(path, 'utf8').catch(() => '')));
        const [state, parent] = status!.slice(status!.lastIndexOf(')') + 2).split(' ');
        if (Number(parent) === process.pid && state !== 'Z' && command!.includes('server.cjs')) return Number(name);
    }
    return undefined;
}
