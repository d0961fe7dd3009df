import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { equal, eventually, ok } from './expect.js';
import { acceptFileDialog } from './file-dialog.js';
import { workspaceUri } from './session.js';
import type { Specification } from './specification.js';

interface Summary {
    written: number;
    kept: number;
    cancelled: boolean;
    remarks: { name: string; reason: string }[];
}

/** All departments of a folder at once. */
export const exporting: Specification = ({ page }) => {
    describe('exporting a folder', () => {
        const folder = workspaceUri('各部门');
        const target = workspaceUri('上报');
        const run = (more: object = {}) =>
            vscode.commands.executeCommand<Summary | undefined>('ptarget.exportFolder', folder, { forms: ['projects', 'core'], format: 'csv', target, ...more });

        before(async () => {
            const write = (name: string, text: string) => vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
            const project = (name: string) => `项目 "${name}" 属于 "局" {\n    资金 { 财政拨款 1.00 }\n    绩效指标 {\n        产出指标 {\n            数量指标 "次数" ≥1次\n        }\n    }\n}\n`;
            await write('甲.ptarget', project('甲'));
            await write('乙.ptarget', `${project('乙')}项目 "丙" {\n    资金 { 财政拨款 很多 }\n}\n`);
            await write('下属/甲.ptarget', project('下属甲'));
            await write('空.ptarget', '// 还没有内容\n');
        });
        after(async () => {
            await vscode.workspace.fs.delete(folder, { recursive: true });
            await vscode.workspace.fs.delete(target, { recursive: true });
        });

        it('writes a file for each file and form, and says what it could not write', async () => {
            const summary = await run();
            ok(summary, 'it runs');
            equal([summary.written, summary.kept, summary.cancelled], [6, 0, false]);
            equal(summary.remarks.map(({ name }) => name), ['乙.ptarget', '空.ptarget']);
            equal(await namesIn(target), ['下属', '乙-核心绩效指标表.csv', '乙-项目支出绩效目标表.csv', '甲-核心绩效指标表.csv', '甲-项目支出绩效目标表.csv']);
            ok((await textOf(vscode.Uri.joinPath(target, '下属', '甲-项目支出绩效目标表.csv'))).includes('下属甲'), 'files of one name do not meet');
        });

        it('overwrites nothing without consent', async () => {
            const file = vscode.Uri.joinPath(target, '甲-核心绩效指标表.csv');
            await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('我的'));
            equal((await run({ existing: 'skip' }))?.kept, 6);
            equal((await run({ existing: 'cancel' }))?.cancelled, true);
            equal(await textOf(file), '我的');
            equal((await run({ existing: 'overwrite' }))?.written, 6);
            ok((await textOf(file)) !== '我的', 'it is overwritten when that is wished');
        });

        if (!page) return;

        it('asks once about files that are there already', async () => {
            const running = run();
            await page.wait({ selector: '.quick-input-title', text: '.csv' });
            await page.click({ selector: '.quick-input-list-entry' });
            equal((await running)?.kept, 6);
        });

        it('asks for forms, format and place when called from the menu', async () => {
            const running = vscode.commands.executeCommand<Summary | undefined>('ptarget.exportFolder', folder);
            await page.wait({ selector: '.quick-input-list-entry', text: '核心绩效指标表' });
            await page.click({ selector: '.quick-input-widget .quick-input-action .monaco-button' });
            await page.click({ selector: '.quick-input-list-entry', text: '.xlsx' });
            await acceptFileDialog(page);
            const summary = await running;
            equal(summary?.written, 3);
            await eventually(async () => ((await namesIn(folder)).some((name) => name.endsWith('.xlsx')) ? true : undefined), 'the files are beside their sources');
        });
    });
};

async function namesIn(folder: vscode.Uri): Promise<string[]> {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
}

async function textOf(file: vscode.Uri): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
