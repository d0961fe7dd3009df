import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import published from '../../fixtures/seeds/expected-baiyun.json';
import type { PageBridge } from './bridge.js';
import { codeOf } from './code-of.js';
import { equal, eventually, ok } from './expect.js';
import { say } from './say.js';
import { workspaceUri } from './session.js';
import type { Specification } from './specification.js';

const NAME = '穗财商2022年55号农贸市场升级改造补助经费';
const DEPARTMENT = '广州市白云区市场监督管理局(本级)';

/**
 * How much of a project an officer has to type. The workspace holds the published table of the department without this
 * project, as it does for whoever adds a project to a table; names of indicators are known from other projects.
 */
export const typingAProject: Specification = ({ page }) => {
    if (!page) return;

    describe('typing a project', () => {
        const table = workspaceUri('baiyun-2023.ptarget');
        const file = workspaceUri('typed.ptarget');
        let wholeTable: string;
        let goal: string;

        before(async () => {
            wholeTable = new TextDecoder().decode(await vscode.workspace.fs.readFile(table));
            const start = wholeTable.indexOf(`项目 "${NAME}"`);
            const end = wholeTable.indexOf('\n}\n', start) + 3;
            goal = /绩效目标 """(.*)"""/.exec(wholeTable.slice(start, end))![1]!;
            await write(table, wholeTable.slice(0, start) + wholeTable.slice(end));
            await write(file, '');
        });
        after(async () => {
            await vscode.commands.executeCommand('workbench.action.closeAllEditors');
            await write(table, wholeTable);
            await vscode.workspace.fs.delete(file);
        });

        it('takes a third of its characters at most', async function () {
            this.timeout(180_000); // Hundreds of keys, and a look at the list between many of them
            await vscode.commands.executeCommand('workbench.action.closeAllEditors');
            const { document } = await vscode.window.showTextDocument(file);
            await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
            await eventually(() => isServed(document), 'the server answers and knows the department');
            const typist = new Typist(page, document);

            await typist.find('xm', '项目');
            await typist.press('ArrowDown', 'Enter'); // The bare block, not the one with lines to fill in
            await typist.sees('项目 "项目名称" 属于 "');
            await typist.type(NAME);
            await typist.press('Tab');
            await typist.choose(DEPARTMENT);

            await typist.take('zj', '资金', '财政拨款 0.00');
            await typist.type('32');
            await typist.press('Tab', 'Enter');

            await typist.take('jxmb', '绩效目标', '绩效目标 """');
            await typist.type(goal);
            await typist.press('Tab', 'Enter');

            await typist.find('jxzb', '绩效指标');
            await typist.press('ArrowDown', 'Enter');
            await typist.sees('绩效指标 {');

            await typist.take('my', '满意度指标', '满意度指标 {');
            await typist.take('', '服务对象满意度指标', '服务对象满意度指标 ""');
            await typist.take('qyqzdn', '企业、群众对农贸市场升级改造工作满意度', '工作满意度"  ≥90%');
            await typist.type('100');
            await typist.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Backspace');
            await typist.press('ArrowDown', 'End', 'Enter');

            await typist.take('xy', '效益指标', '效益指标 {');
            await typist.take('xfwq', '消费维权服务站建站率', '社会效益指标 "消费维权服务站建站率"  100%');
            await typist.press('ArrowDown', 'End', 'Enter');

            await typist.take('cc', '产出指标', '产出指标 {');
            await typist.take('ndqd', '2023年底前对符合条件并申请补助的农贸市场补助发放完成率', '补助发放完成率"  100%');
            await typist.press('Tab', 'Enter');
            await typist.take('ndqf', '2022年底前符合条件并申请补助的农贸市场升级改造完成率', '升级改造完成率"  100%');
            await typist.press('Tab', 'Enter');
            await typist.take('sqbz', '申请补助的农贸市场符合《广东省农贸市场综合治理指导规范(试行)》标准率', '标准率"  100%');
            await typist.press('Tab', 'Enter');
            await typist.take('dfhtjb', '对符合条件并申请补助的农贸市场补助发放率', '补助发放率"  100%');

            const text = document.getText();
            const [all, written] = [[...text].length, [...text.replace(/\s/g, '')].length];
            say(`  ${typist.pressed} keys for ${all} characters (${percent(typist.pressed, all)}), ${written} of them no blanks (${percent(typist.pressed, written)})`);
            say(text.replace(/^/gm, '  | '));
            ok(typist.pressed <= all / 3, 'a third of the characters is typed at most');

            await eventually(() => isReadable(document), 'no syntax error is left');
            await vscode.commands.executeCommand('ptarget.showPreview');
            await page.wait({ frame: 'preview', selector: 'td', text: NAME });
            const [name, total, appropriation, , , stated, indicators] = (await page.query({ frame: 'preview', selector: 'tbody tr:first-child td' })).map(({ text: shown }) => shown);
            const row = published.find((project) => project.name === NAME)!;
            equal([name, total, appropriation, stated], [row.name, row.total, row.total, goal], 'the row');
            equal(indicators?.split('\n'), row.indicators.map((entry, index) => `${index + 1}、${entry}`), 'its indicators');
        });
    });
};

/** Types as officers do: looks at the list, and counts every key. */
class Typist {
    pressed = 0;

    constructor(private readonly page: PageBridge, private readonly document: vscode.TextDocument) {}

    async type(text: string): Promise<void> {
        this.pressed += [...text].length;
        await this.page.type(text);
    }

    async press(...keys: string[]): Promise<void> {
        for (const key of keys) {
            this.pressed++;
            await this.page.press(key);
        }
    }

    /** Types until the list has an item in front. */
    async find(typed: string, label: string): Promise<void> {
        await this.type(typed);
        await eventually(async () => ((await this.inFront()) === label ? true : undefined), `“${typed}” shows ${label} in front, not ${await this.inFront()}`);
    }

    async take(typed: string, label: string, written: string): Promise<void> {
        await this.find(typed, label);
        await this.press('Enter');
        await this.sees(written);
    }

    async sees(written: string): Promise<void> {
        await eventually(() => (this.document.getText().includes(written) ? true : undefined), `“${written}” is written`);
    }

    /** Among the choices of a snippet. */
    async choose(label: string): Promise<void> {
        const choices = await eventually(async () => {
            const rows = (await this.page.query({ selector: `${LIST} .label-name` })).filter(({ visible }) => visible).map(({ text }) => text);
            return rows.includes(label) ? rows : undefined;
        }, `${label} can be chosen`);
        for (let below = choices.indexOf(label); below > 0; below--) await this.press('ArrowDown');
        await this.press('Enter');
        await this.sees(label);
    }

    private async inFront(): Promise<string | undefined> {
        return (await this.page.query({ selector: `${LIST}.focused .label-name` })).find(({ visible }) => visible)?.text;
    }
}

const LIST = '.suggest-widget .monaco-list-row';

async function isServed(document: vscode.TextDocument): Promise<true | undefined> {
    const departments = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', DEPARTMENT);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, new vscode.Position(0, 0));
    return departments.length > 0 && list.items.length > 0 ? true : undefined;
}

/** Checked, for some note there always is, and without anything that cannot be read. */
function isReadable({ uri }: vscode.TextDocument): true | undefined {
    const shown = vscode.languages.getDiagnostics(uri);
    return shown.length > 0 && shown.every((problem) => codeOf(problem) !== 'syntax') ? true : undefined;
}

function percent(part: number, whole: number): string {
    return `${((100 * part) / whole).toFixed(1)} %`;
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
