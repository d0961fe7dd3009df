import { after, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { PageBridge } from './bridge.js';
import { equal, eventually, ok } from './expect.js';
import { openMarked, removeMarked } from './open-marked.js';
import { workspaceUri } from './session.js';
import type { Specification } from './specification.js';

const DECLARED = '项目 "甲" 属于 "局" {\n    ‸\n}\n';

/** What package.json and the language configuration set for .ptarget files, as it works in the window. */
export const editorDefaults: Specification = ({ page }) => {
    if (!page) return;

    describe('defaults', () => {
        beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
        after(removeMarked);

        it('a word is a number with its separators, or a run of letters and Han', async () => {
            const line = '部门预算支出 9,764.88 ≥95% 49.85万户，２，０００元 missing-unit "满意度(本级)"';
            const document = await openMarked('words.ptarget', `// ‸${line}`);
            // VS Code reads the language's configuration when it meets the first file.
            await eventually(() => (wordsIn(document).includes('9,764.88') ? true : undefined), 'an amount is one word');
            equal(wordsIn(document), ['部门预算支出', '9,764.88', '95%', '49.85', '万户', '２，０００', '元', 'missing-unit', '满意度', '本级']);
        });

        it('two clicks select an amount, and a Chinese word', async () => {
            await openMarked('clicks.ptarget', '‸// 部门\n部门 "局" {\n    收入来源 {\n        财政拨款 9,764.88\n    }\n}\n');
            equal(await doubleClicked(page, '9,764.88'), '9,764.88');
            const word = await doubleClicked(page, '收入来源');
            ok(word === '收入' || word === '来源', `one of the words is selected, not ${word}`);
        });

        for (const [index, [typed, place, result]] of [...[
            ['{', '项目 "甲" ‸', '项目 "甲" {‸}'],
            ['｛', '项目 "甲" ‸', '项目 "甲" ｛‸｝'],
            ['"', '项目 ‸', '项目 "‸"'],
            ['“', '项目 ‸', '项目 “‸”'],
            ['"""', '项目 "甲" {\n    绩效目标 ‸\n}', '项目 "甲" {\n    绩效目标 """‸"""\n}'],
            ['（', '// ‸', '// （‸'],
            ['“局”', '项目 ‸', '项目 “局”‸'],
            ['《', '项目 "‸甲‸"', '项目 "《甲》"'],
            ['“', '‸甲‸', '“甲”'],
        ] as const].entries()) {
            it(`${typed} typed at ${JSON.stringify(place)}`, async () => {
                const document = await openMarked(`pair-${index}.ptarget`, place);
                await page.type(typed);
                const [before = '', after] = result.split('‸');
                await eventually(() => (document.getText() === before + (after ?? '') ? true : undefined), `the text is ${result}, not ${document.getText()}`);
                if (after !== undefined) await eventually(() => (document.offsetAt(vscode.window.activeTextEditor!.selection.active) === before.length ? true : undefined), 'the cursor is where it should be');
            });
        }

        it('a block is indented with four blanks', async () => {
            const document = await openMarked('indentation.ptarget', '项目 "甲" ‸');
            await page.type('{');
            await page.press('Enter');
            await eventually(() => (document.getText() === '项目 "甲" {\n    \n}' ? true : undefined), 'Enter opens the block');
            await page.press('Tab');
            await eventually(() => (document.getText() === '项目 "甲" {\n        \n}' ? true : undefined), 'Tab writes blanks');
        });

        it('full-width punctuation is nothing to be warned of', async () => {
            const text = '项目 "a，b：c（d）；e！　f～g\u200Bh" {\n‸}\n';
            const marks = async () => (await page.query({ selector: '.view-overlays .unicode-highlight' })).length;
            await openMarked('punctuation.js', text);
            await eventually(async () => ((await marks()) > 5 ? true : undefined), 'elsewhere it is marked');
            await openMarked('punctuation.ptarget', text);
            await page.wait({ selector: '.view-line', text: 'a，b' });
            await eventually(async () => ((await marks()) === 1 ? true : undefined), 'only what nobody can see is marked');
        });

        it('words of the text are not proposed in texts', async () => {
            await openMarked('own-words.ptarget', '// xmgljg\n项目 "甲" {\n    绩效目标 """\n        xm‸\n    """\n}\n');
            await vscode.commands.executeCommand('editor.action.triggerSuggest');
            await page.wait({ selector: '.suggest-widget .message', text: 'No suggestions' });
            await page.press('Escape');
        });

        it('names are proposed inside quotes while they are typed, also by the middle of a label', async () => {
            await openMarked('inside-quotes.ptarget', DECLARED.replace('‸', '绩效指标 {\n        产出指标 {\n            数量指标 "‸"\n        }\n    }'));
            await page.type('次数');
            await page.wait({ selector: '.suggest-widget.visible .label-name', text: '会议召开次数' });
            await page.press('Escape');
        });

        it('long lines are wrapped', async () => {
            await openMarked('wrapped.ptarget', `‸// ${'很长的一行说明'.repeat(60)}`);
            const lines = await eventually(async () => {
                const shown = await page.query({ selector: '.editor-instance .view-line' });
                return shown.length > 1 ? shown : undefined;
            }, 'the only line is shown on several');
            ok(lines.length > 2, 'as many as it takes');
        });

        it('the heads of blocks stay in sight, and the path above them', async () => {
            const editor = await vscode.window.showTextDocument(workspaceUri('nansha-2024.ptarget'));
            const place = editor.document.positionAt(editor.document.getText().indexOf('质量指标 "食品抽检完成率"'));
            editor.selection = new vscode.Selection(place, place);
            editor.revealRange(editor.selection, vscode.TextEditorRevealType.AtTop);
            for (const head of ['部门', '产出指标']) await page.wait({ selector: '.sticky-widget .sticky-line-content', text: head });
            for (const name of ['广州市南沙区市场监督管理局', '产出指标', '食品抽检完成率']) await page.wait({ selector: '.monaco-breadcrumb-item', text: name });
        });

        it('saving leaves the layout alone', async () => {
            const text = '项目 "甲" {\n资金 { 财政拨款    1 }\n‸}\n';
            const document = await openMarked('saved.ptarget', text);
            await page.type('//');
            await eventually(() => (document.isDirty || document.getText().includes('//') ? true : undefined), 'it is changed');
            await document.save();
            equal(document.getText(), text.replace('‸', '//'));
        });

        it('what is pasted is laid out where that is wanted', async () => {
            const configuration = vscode.workspace.getConfiguration('editor', { languageId: 'ptarget' });
            await configuration.update('formatOnPaste', true, vscode.ConfigurationTarget.Workspace, true);
            const document = await openMarked('pasted.ptarget', DECLARED.replace('‸', '绩效指标 {\n        产出指标 {\n            ‸\n        }\n    }'));
            await page.copy({ text: '数量指标 “食品检验量”  ≥１８００批次\n质量指标 "食品抽检完成率"    ≥95%\n' });
            await page.press('Control+v');
            const wanted = '            数量指标 "食品检验量"      ≥1800批次\n            质量指标 "食品抽检完成率"  ≥95%\n';
            await eventually(() => (document.getText().includes(wanted) ? true : undefined), 'the lines stand in columns');
            await configuration.update('formatOnPaste', undefined, vscode.ConfigurationTarget.Workspace, true);
        });

        it('a line that is being typed is not marked for being unfinished', async () => {
            const document = await openMarked('unfinished.ptarget', DECLARED.replace('‸', '绩效指标 {\n        产出指标 {\n            ‸\n        }\n    }'));
            await eventually(() => (complaints(document).length > 0 ? true : undefined), 'the file is checked');
            let marked: number | undefined;
            const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
                if (uris.some((uri) => uri.toString() === document.uri.toString()) && complaints(document).some(({ range }) => range.start.line === 3)) marked ??= Date.now();
            });
            await page.type('slzb');
            const typed = Date.now();
            await eventually(() => marked, 'in the end it is marked');
            listening.dispose();
            ok(marked! - typed > 1000, `not before the keys rested, but ${marked! - typed} ms after the last one`);
        });
    });
};

/** Of its first line. */
function wordsIn(document: vscode.TextDocument): string[] {
    const ranges = [...document.lineAt(0).text].map((_, at) => document.getWordRangeAtPosition(new vscode.Position(0, at)));
    return [...new Set(ranges.flatMap((range) => (range ? [document.getText(range)] : [])))];
}

function complaints({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
    return vscode.languages.getDiagnostics(uri);
}

/** What two clicks on a text in the editor select. */
async function doubleClicked(page: PageBridge, text: string): Promise<string> {
    const { document } = vscode.window.activeTextEditor!;
    await page.click({ selector: '.view-line span span', text }, { clickCount: 2 });
    return eventually(() => {
        const { selection } = vscode.window.activeTextEditor!;
        const selected = document.getText(selection);
        return text.includes(selected) && selected !== '' ? selected : undefined;
    }, `two clicks on ${text} select something of it`);
}
