import { after, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { PageBridge } from './bridge.js';
import { equal, eventually, ok } from './expect.js';
import { openMarked, removeMarked } from './open-marked.js';
import type { Specification } from './specification.js';

const FOCUSED = '.suggest-widget .monaco-list-row.focused .label-name';

/** What is typed shows in VS Code's own list, filtered by VS Code. */
export const completion: Specification = ({ page }) => {
    if (!page) return;

    describe('completion', () => {
        before(async () => {
            const document = await openMarked('first.ptarget', '‸');
            await eventually(async () => {
                const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, new vscode.Position(0, 0));
                return list.items.length > 0 ? true : undefined;
            }, 'the server answers');
        });

        after(removeMarked);

        beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

        it('makes a whole project of three keys', async () => {
            const document = await openMarked('whole.ptarget', '‸');
            await typeAndWait(page, 'xm', '项目');
            await page.press('Enter');
            const text = await eventually(() => (document.getText().includes('满意度指标 {') ? document.getText() : undefined), 'the project is written');
            ok(text.startsWith('项目 "项目名称" 属于 "'), 'it begins with its head');
            ok(text.includes('\n            数量指标 "'), 'it is indented with four blanks');
        });

        it('takes a category, a name and a value by initials', async () => {
            const document = await openMarked('line.ptarget', inOutputs('‸'));
            await typeAndWait(page, 'slzb', '数量指标');
            await page.press('Enter');
            await eventually(() => (document.getText().includes('数量指标 ""') ? true : undefined), 'the category is written');
            await typeAndWait(page, 'pxcc', '培训场次');
            await page.press('Enter');
            await eventually(() => (document.getText().includes('数量指标 "培训场次"  ≥10场次') ? true : undefined), 'the name is written with its value');
            await page.type('20');
            await eventually(() => (document.getText() === inOutputs('数量指标 "培训场次"  ≥20场次') ? true : undefined), 'the number is replaced');
        });

        for (const [typed, label, place] of [
            ['slzb', '数量指标', inOutputs('‸')],
            ['zhiliang', '质量指标', inOutputs('‸')],
            ['xiaoyi', '经济效益指标', inOutputs('‸')],
            ['shxy', '社会效益指标', inOutputs('‸')],
            ['manyi', '满意度指标', inIndicators('‸')],
            ['myd', '服务对象满意度指标', inIndicators('满意度指标 {\n            ‸\n        }')],
            ['fwdx', '服务对象满意度指标', inIndicators('满意度指标 {\n            ‸\n        }')],
            ['bokuan', '财政拨款', '项目 "甲" {\n    资金 {\n        ‸\n    }\n}\n'],
        ] as const) {
            it(`finds ${label} by ${typed}`, async () => {
                await openMarked(`${typed}.ptarget`, place);
                await typeAndWait(page, typed, label);
                await page.press('Escape');
            });
        }

        it('asks by itself where a name has to follow, and nowhere else', async () => {
            await openMarked('blank.ptarget', inOutputs('数量指标‸'));
            await page.type(' ');
            await page.wait({ selector: '.suggest-widget.visible .monaco-list-row .label-name' });
            await page.press('Escape');
            equal(await offered('finished.ptarget', inOutputs('数量指标 "一"  ≥1次 ‸'), ' '), []);
        });

        it('offers units behind a number', async () => {
            const document = await openMarked('unit.ptarget', inOutputs('数量指标 "分析报告数量（份）"  ≥3‸'));
            await vscode.commands.executeCommand('editor.action.triggerSuggest');
            await page.wait({ selector: FOCUSED, text: '份' });
            await page.press('Enter');
            await eventually(() => (document.getText().includes('≥3份\n') ? true : undefined), 'the unit is written');
        });

        it('is left alone in texts', async () => {
            equal(await offered('text.ptarget', '项目 "甲" {\n    绩效目标 """\n        xm‸\n    """\n}\n'), []);
        });
    });
};

function inIndicators(body: string): string {
    return `项目 "甲" {\n    绩效指标 {\n        ${body}\n    }\n}\n`;
}

function inOutputs(line: string): string {
    return inIndicators(`产出指标 {\n            ${line}\n        }`);
}

/** What is offered at the `‸`, asked for or by itself behind a character. */
async function offered(name: string, marked: string, trigger?: string): Promise<unknown[]> {
    const document = await openMarked(name, marked);
    const place = document.positionAt(marked.indexOf('‸'));
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, place, trigger);
    return list.items.map(({ label }) => label);
}

/** Types, and waits until the list has an item in front; VS Code shows the list by itself. */
async function typeAndWait(page: PageBridge, typed: string, label: string): Promise<void> {
    await page.type(typed);
    await eventually(async () => {
        const [focused] = (await page.query({ selector: FOCUSED })).filter(({ visible }) => visible);
        return focused?.text === label ? true : undefined;
    }, `${typed} shows ${label} in front`);
}
