import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../language-server/domain/limits.js';
import { Session } from '../../language-server/session.js';
import { diskFiles } from '../../language-server/workspace/disk-files.js';
import { Workspace } from '../../language-server/workspace/workspace.js';
import { buildServer } from '../server/built-server.js';
import { Editor } from '../server/editor.js';

vi.mock('node:fs/promises', { spy: true });

const START = { line: 0, character: 0 };
const codes = (problems: readonly Diagnostic[]) => problems.map(({ code }) => code);
const isLeftOut = (problems: readonly Diagnostic[]) => codes(problems).includes('left-out');
const isRead = (problems: readonly Diagnostic[]) => codes(problems).includes('unknown-department');

/** A text of so many bytes in which the checker finds something. */
function textOf(bytes: number): string {
    const project = '项目 "一" 属于 "甲" { }\n';
    return `${project}//${'x'.repeat(bytes - Buffer.byteLength(project) - 2)}`;
}

describe('a file of five megabytes', () => {
    let built: Awaited<ReturnType<typeof buildServer>>;
    let folder: string;
    let editor: Editor;

    beforeAll(async () => {
        built = await buildServer();
    });
    afterAll(() => built.remove());
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'ptarget-limits-'));
    });
    afterEach(async () => {
        expect(await editor.stop()).toBe(0);
        rmSync(folder, { recursive: true, force: true });
    });

    const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;

    it('is read from the disk, and one byte more is named and left alone', async () => {
        writeFileSync(join(folder, 'at.ptarget'), textOf(LIMITS.fileBytes));
        writeFileSync(join(folder, 'past.ptarget'), textOf(LIMITS.fileBytes + 1));
        editor = await Editor.start(built.script, [pathToFileURL(folder).href]);
        expect(codes(await editor.problems(uriOf('at.ptarget'), isRead))).not.toContain('left-out');
        const [notice, ...others] = await editor.problems(uriOf('past.ptarget'), isLeftOut);
        expect(notice).toMatchObject({ code: 'left-out', message: '文件有 5.1 MB，超过 5 MB 的上限，没有读取；请拆成几个文件', range: { start: START, end: START } });
        expect(others).toEqual([]);
    });

    it('is read in the editor; one character more is left alone, until it is taken away again', async () => {
        editor = await Editor.start(built.script);
        const uri = uriOf('open.ptarget');
        editor.open(uri, textOf(LIMITS.fileBytes));
        await editor.problems(uri, isRead);
        editor.type(uri, { start: START, end: START }, ' ');
        expect(await editor.problems(uri, isLeftOut)).toHaveLength(1);
        editor.type(uri, { start: START, end: { line: 0, character: 1 } }, '');
        await editor.problems(uri, isRead);
    });

    it('is no longer mentioned once it is deleted', async () => {
        writeFileSync(join(folder, 'past.ptarget'), textOf(LIMITS.fileBytes + 1));
        editor = await Editor.start(built.script, [pathToFileURL(folder).href]);
        await editor.problems(uriOf('past.ptarget'), isLeftOut);
        rmSync(join(folder, 'past.ptarget'));
        editor.fileChanged(uriOf('past.ptarget'), 'deleted');
        expect(await editor.problems(uriOf('past.ptarget'), (problems) => !isLeftOut(problems))).toEqual([]);
    });

    it('far beyond it does not get into memory', async () => {
        const path = join(folder, 'huge.ptarget');
        writeFileSync(path, '');
        truncateSync(path, 3 * 1024 ** 3);
        expect(await diskFiles.read(pathToFileURL(path).href)).toMatchObject({ refused: { zh: expect.stringContaining('3072.0 MB') as string } });
        for (const opening of [open, readFile]) expect(opening).not.toHaveBeenCalled();
        editor = await Editor.start(built.script);
    });

    it('is not read at all where the server has ended over it twice, open or not', async () => {
        writeFileSync(join(folder, 'closed.ptarget'), textOf(100));
        writeFileSync(join(folder, 'other.ptarget'), textOf(100));
        const quarantined = [uriOf('closed.ptarget'), uriOf('open.ptarget')];
        editor = await Editor.start(built.script, [pathToFileURL(folder).href], undefined, { quarantined, announcesFiles: true });
        editor.open(uriOf('open.ptarget'), textOf(100));
        await editor.problems(uriOf('other.ptarget'), isRead);
        expect(await editor.problems(uriOf('open.ptarget'), isLeftOut)).toHaveLength(1);
        expect(await editor.problems(uriOf('closed.ptarget'), isLeftOut)).toHaveLength(1);
        editor.type(uriOf('open.ptarget'), { start: START, end: START }, ' ');
        expect(await editor.problems(uriOf('open.ptarget'), (_, version) => version === 2)).toHaveLength(1);
        expect(editor.announced).toContain(uriOf('other.ptarget'));
        expect(editor.announced).not.toContain(uriOf('closed.ptarget'));
    });

    it('with a thousand problems shows them all; with one more it shows the worst and says so', async () => {
        editor = await Editor.start(built.script);
        const stray = (count: number) => `${'！\n'.repeat(count)}项目 "一" { }`;
        const found = (text: string) => {
            const workspace = new Workspace();
            workspace.open('file:///a.ptarget', text);
            return workspace.problemsOf('file:///a.ptarget').length;
        };
        const others = found(stray(1)) - 1;
        const at = LIMITS.problemsOfFile - others;
        expect(found(stray(at))).toBe(LIMITS.problemsOfFile);
        editor.open(uriOf('at.ptarget'), stray(at));
        expect(codes(await editor.problems(uriOf('at.ptarget'), (list) => list.length > 0))).not.toContain('too-many-problems');
        editor.open(uriOf('past.ptarget'), stray(at + 1));
        const list = await editor.problems(uriOf('past.ptarget'), (problems) => problems.length > 0);
        expect(list).toHaveLength(LIMITS.problemsOfFile + 1);
        expect(list[0]!.message).toBe('这个文件有 1001 处问题，只显示最严重的 1000 处');
        expect(codes(list.slice(1, at + 2))).toEqual(Array.from({ length: at + 1 }, () => 'syntax'));
    });
});

describe('names and texts', () => {
    const problemsIn = (text: string) => {
        const workspace = new Workspace();
        workspace.open('file:///a.ptarget', text);
        return workspace.problemsOf('file:///a.ptarget').filter(({ rule }) => rule === 'syntax').map(({ message }) => message.zh);
    };
    const long = (length: number) => '长'.repeat(length);
    const indicator = (parts: string) => `项目 "一" {\n    绩效指标 {\n        产出指标 {\n            数量指标 ${parts}\n        }\n    }\n}\n`;

    it.each([
        ['部门', (name: string) => `部门 "${name}" {\n    年度 2024\n}\n`],
        ['项目', (name: string) => `项目 "${name}" { }\n`],
        ['属于', (name: string) => `项目 "一" 属于 "${name}" { }\n`],
        ['重点任务', (name: string) => `部门 "甲" {\n    重点任务 "${name}" { }\n}\n`],
        ['资金使用单位', (name: string) => `项目 "一" {\n    资金使用单位 "${name}"\n}\n`],
        ['指标', (name: string) => indicator(`"${name}" ≥9次`)],
        ['指标体系', (name: string) => `指标体系 "${name}" { }\n`],
        ['指标库', (name: string) => `指标库 "${name}" { }\n`],
    ])('%s: a name of a thousand characters is read, one more is said and not read', (_, textWith) => {
        expect(problemsIn(textWith(long(LIMITS.nameLength)))).toEqual([]);
        expect(problemsIn(textWith(long(LIMITS.nameLength + 1)))).toEqual(['名称有 1001 字，最多 1000 字，没有读入']);
    });

    it.each([
        ['绩效目标', (text: string) => `项目 "一" {\n    绩效目标 """${text}"""\n}\n`],
        ['内容', (text: string) => `部门 "甲" {\n    重点任务 "乙" {\n        内容 "${text}"\n    }\n}\n`],
        ['a value', (text: string) => indicator(`"二" "${text}"`)],
        ['不适用', (text: string) => `项目 "一" {\n    绩效指标 {\n        满意度指标 不适用 "${text}"\n    }\n}\n`],
    ])('%s: a text of a megabyte is read, one character more is said and not read', (_, textWith) => {
        expect(problemsIn(textWith(long(LIMITS.textLength)))).toEqual([]);
        expect(problemsIn(textWith(long(LIMITS.textLength + 1)))).toEqual(['文字有 1048577 字，最多 1048576 字，没有读入']);
    });
});

describe('a request', () => {
    afterEach(() => void vi.useRealTimers());

    const logged: string[] = [];
    const session = new Session({ console: { error: (line: string) => void logged.push(line) } } as unknown as Connection, new Workspace());
    const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };

    it('whose answer never comes is answered without it after five seconds, and not before', async () => {
        vi.useFakeTimers();
        const answer = session.answering('export', 'nothing', () => new Promise<string>(() => undefined))({}, token);
        let answered: unknown;
        void answer.then((value) => (answered = value));
        await vi.advanceTimersByTimeAsync(LIMITS.answerMs - 1);
        expect(answered).toBeUndefined();
        await vi.advanceTimersByTimeAsync(2);
        expect(answered).toBe('nothing');
        expect(logged).toEqual(['export: no answer after 5000 ms']);
    });

    it('that fails, at once or later, is answered too', async () => {
        const failing = [() => { throw new Error('at once'); }, () => Promise.reject(new Error('later'))];
        for (const handler of failing) expect(await session.answering<object, string>('export', 'nothing', handler)({}, token)).toBe('nothing');
        expect(logged.slice(-2).map((line) => line.split('\n')[0])).toEqual(['export: Error: at once', 'export: Error: later']);
    });
});
