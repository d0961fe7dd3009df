import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
    type CodeAction, CodeActionRequest, CodeLensRefreshRequest, CodeLensRequest, CodeLensResolveRequest, CompletionRequest, type CompletionList, DefinitionRequest, type Diagnostic, DocumentSymbolRequest, HoverRequest, type LocationLink,
    type MarkupContent, RenameRequest,
} from 'vscode-languageserver/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { builtinText, checklist, type Checklist, listFiles, preview, previewChanged, type PreviewParams, type PreviewUpdate, readFile } from '../../language-server/protocol.js';
import { digestOf } from '../../language-server/workspace/disk-keeping.js';
import { buildServer } from './built-server.js';
import { Editor } from './editor.js';

const BAIYUN = readFileSync('examples/baiyun-2023.ptarget', 'utf8');

// Starting a process takes its time on a busy machine.
let built: Awaited<ReturnType<typeof buildServer>>;
let folder: string;
let editor: Editor;

beforeAll(async () => {
    built = await buildServer();
});
afterAll(() => built.remove());

beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ptarget-test-'));
});
afterEach(async () => {
    expect(await editor.stop()).toBe(0);
    rmSync(folder, { recursive: true, force: true });
});

const uriOf = (...path: string[]) => pathToFileURL(join(folder, ...path)).href;
const codes = (problems: readonly { code?: number | string }[]) => problems.map(({ code }) => code);

function positionOf(text: string, part: string) {
    const before = text.slice(0, text.indexOf(part)).split('\n');
    return { line: before.length - 1, character: before.at(-1)!.length };
}

describe('a large file', () => {
    const large = Array.from({ length: 2_000 }, (_, index) => `项目 "第${index}项" 属于 "甲局" {\n    资金 { 财政拨款 1.00 }\n    绩效指标 { 产出指标 { 数量指标 "次数" ≥9次 } }\n}\n`).join('');
    const [uri, other] = ['file:///large.ptarget', 'file:///other.ptarget'];

    it('is read while other files are served, and then answers in full', async () => {
        editor = await Editor.start(built.script);
        editor.open(other, '项目 "一" { }\n');
        await editor.problems(other, (list) => list.length > 0);
        editor.open(uri, large);
        await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri: other }, position: { line: 0, character: 1 } });
        const read = editor.shown.get(uri)?.diagnostics ?? [];
        expect(codes(read)).not.toContain('unknown-department');
        const stillToDo = () => editor.connection.sendRequest<Checklist | null>(checklist.method, { uri: other });
        expect(await stillToDo()).toBeNull();
        const symbols = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
        expect(symbols).toHaveLength(2_000);
        await editor.problems(uri, (list) => list.length > 1_000 && codes(list).includes('unknown-department'));
        expect(await stillToDo()).toMatchObject({ declarations: [{ name: '一' }] });
    });

    it('can be edited before it is read', async () => {
        editor = await Editor.start(built.script);
        editor.open(uri, large);
        editor.type(uri, { start: { line: 0, character: 4 }, end: { line: 0, character: 4 } }, '改');
        await editor.problems(uri, (list, version) => version === 2 && codes(list).includes('unknown-department'));
        const [first] = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } }) ?? [];
        expect(first!.name).toContain('改第0项');
    });
});

describe('a small folder', () => {
    it('is read before anything is said about the open file', async () => {
        writeFileSync(join(folder, 'department.ptarget'), '部门 "甲局" {\n    年度 2024\n}\n');
        editor = await Editor.start(built.script, [pathToFileURL(folder).href]);
        const uri = uriOf('project.ptarget');
        editor.open(uri, '项目 "一" 属于 "甲局" { }\n');
        expect(codes(await editor.problems(uri, () => true))).not.toContain('unknown-department');
    });
});

describe('a folder with many files', () => {
    it('says what the files of a department say together before the others are read', async () => {
        const others = 60;
        const large = Array.from({ length: 40 }, (_, index) => `项目 "第${index}项" 属于 "乙局" {\n    资金 { 财政拨款 ${index}.00 }\n}\n`).join('');
        for (let index = 0; index < others; index++) writeFileSync(join(folder, `${index}.ptarget`), large);
        writeFileSync(join(folder, '甲局项目.ptarget'), '项目 "道路养护" 属于 "甲局" {\n    资金 { 财政拨款 9.00 }\n}\n');
        editor = await Editor.start(built.script, [pathToFileURL(folder).href], undefined, { announcesFiles: true });
        const uri = uriOf('甲局.ptarget');
        editor.open(uri, '部门 "甲局" {\n    年度 2024\n    部门预算支出 { 项目支出 10.00 }\n}\n');
        await editor.problems(uri, (list) => codes(list).includes('budget-projects-mismatch'));
        // Each file is announced when it is glimpsed at, and again when it is read.
        const announced = editor.announced.filter((file) => file !== uri);
        const read = announced.filter((file, index) => announced.indexOf(file) < index);
        expect(read[0]).toBe(uriOf('甲局项目.ptarget'));
        expect(read.length).toBeLessThan(others);
    });
});

describe('a folder that is opened again', () => {
    const text = '项目 "一" {\n    绩效指标 { 产出指标 { 数量指标 "次数" 》9次 } }\n}\n';
    const uri = () => uriOf('工作', '项目.ptarget');
    const open = async () => (editor = await Editor.start(built.script, [uriOf('工作')], undefined, { storage: uriOf('存储') }));
    const kept = () => join(folder, '存储', 'kept-files');
    const slip = (problems: readonly Diagnostic[]) => String(problems.find(({ code }) => code === 'typo-comparator')?.message);

    beforeEach(async () => {
        mkdirSync(join(folder, '工作'));
        writeFileSync(join(folder, '工作', '项目.ptarget'), text);
        await open();
        expect(slip(await editor.problems(uri(), (list) => list.length > 0))).toContain('》');
        await expect.poll(() => existsSync(kept())).toBe(true);
        await editor.stop();
    });

    it('has the problems that it had, without being read', async () => {
        const [program, header, ...content] = readFileSync(kept(), 'utf8').split('\n');
        const [file, digestOfNames, lengthOfNames] = header!.split(' ');
        const bytes = Buffer.from(content.join('\n'));
        const names = bytes.toString('utf8', 0, Number(lengthOfNames));
        const retold = bytes.toString('utf8', Number(lengthOfNames)).replace('书名号', '旧符号');
        const newHeader = [file, digestOfNames, lengthOfNames, digestOf(retold), Buffer.byteLength(retold)].join(' ');
        writeFileSync(kept(), `${program}\n${newHeader}\n${names}${retold}`);
        await open();
        expect(slip(await editor.problems(uri(), (list) => list.length > 0))).toContain('旧符号');
        // Whoever edits the file reads it.
        editor.open(uri(), text);
        expect(slip(await editor.problems(uri(), (list, version) => version === 1 && list.length > 0))).toContain('书名号');
    });

    it('has those of its texts where what was kept is damaged, or the text is another', async () => {
        writeFileSync(kept(), readFileSync(kept(), 'utf8').replace('书名号', '旧符号'));
        await open();
        expect(slip(await editor.problems(uri(), (list) => list.length > 0))).toContain('书名号');
        await expect.poll(() => readFileSync(kept(), 'utf8')).toContain('书名号');
        await editor.stop();
        writeFileSync(join(folder, '工作', '项目.ptarget'), text.replace('》9次', '≥九次'));
        await open();
        expect(codes(await editor.problems(uri(), (list) => list.length > 0))).not.toContain('typo-comparator');
    });
});

describe('a lens', () => {
    it('is asked for again when another file changes the total of a department', async () => {
        const projects = uriOf('项目.ptarget');
        const text = (amount: number) => `项目 "道路养护" 属于 "甲局" { 资金 { 总计 ${amount}.00 } }\n`;
        writeFileSync(join(folder, '项目.ptarget'), text(1));
        editor = await Editor.start(built.script, [pathToFileURL(folder).href], { workspace: { codeLens: { refreshSupport: true } } });
        const department = uriOf('部门.ptarget');
        const askedAgain = () => new Promise<void>((resolve) => editor.connection.onRequest(CodeLensRefreshRequest.type, () => resolve()));
        const total = async () => {
            const lenses = await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: department } });
            const resolved = await Promise.all(lenses!.map((lens) => editor.connection.sendRequest(CodeLensResolveRequest.type, lens)));
            return resolved.map(({ command }) => command?.title);
        };
        const opened = askedAgain();
        editor.open(department, '部门 "甲局" {\n    年度 2024\n}\n');
        await editor.problems(department, () => true);
        expect(await total()).toContain('1 个项目合计 1.00 万元');
        await opened;
        const changed = askedAgain();
        writeFileSync(join(folder, '项目.ptarget'), text(2));
        editor.fileChanged(projects, 'changed');
        await changed;
        expect(await total()).toContain('1 个项目合计 2.00 万元');
    });
});

describe('a preview', () => {
    it('follows the year that a department in another file states', async () => {
        editor = await Editor.start(built.script);
        const [department, project] = [uriOf('部门.ptarget'), uriOf('项目.ptarget')];
        editor.open(department, '部门 "甲局" {\n    年度 2024\n}\n');
        editor.open(project, '项目 "道路养护" 属于 "甲局" { 资金 { 财政拨款 1.00 } }\n');
        await editor.problems(project, () => true);
        const shown = async () => JSON.stringify(await editor.connection.sendRequest<PreviewUpdate>(preview.method, { uri: project, panel: '1', form: 'project' } satisfies PreviewParams));
        expect(await shown()).toContain('2024年');
        const changed = new Promise((resolve) => editor.connection.onNotification(previewChanged.method, resolve));
        editor.type(department, { start: { line: 1, character: 10 }, end: { line: 1, character: 11 } }, '5');
        expect(await changed).toEqual({ uri: project });
        expect(await shown()).toContain('2025年');
    });
});

describe('an open file', () => {
    const uri = 'file:///%E5%B7%A5%E4%BD%9C/baiyun.ptarget';

    beforeEach(async () => {
        editor = await Editor.start(built.script);
        editor.open(uri, BAIYUN);
    });

    it('gets its problems with its version, and a fix that is applied takes one away', async () => {
        const problems = await editor.problems(uri, (list, version) => version === 1 && list.length > 0);
        const slips = problems.filter(({ code }) => code === 'typo-comparator');
        expect(slips.length).toBeGreaterThan(0);
        const actions = await editor.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range: slips[0]!.range, context: { diagnostics: [slips[0]!] } }) as CodeAction[];
        const fix = actions.find(({ isPreferred }) => isPreferred)!;
        editor.apply(fix.edit!);
        expect(editor.textOf(uri)).toContain('"每月考评达标率"  ≥90%');
        await editor.problems(uri, (list, version) => version === 2 && codes(list).filter((code) => code === 'typo-comparator').length === slips.length - 1);
    });

    it('links each problem to the page on its rule', async () => {
        const [problem] = await editor.problems(uri, (list) => list.length > 0);
        const rules = new URL(problem!.codeDescription!.href);
        expect(rules.pathname).toMatch(/\/docs\/rules\.md$/);
        expect(readFileSync('docs/rules.md', 'utf8')).toContain(`\n### ${rules.hash.slice(1)}\n`);
        await editor.stop();
        // An editor that shows what the server tells needs no file.
        editor = await Editor.start(built.script, [], undefined, { builtinDocuments: true });
        editor.open(uri, BAIYUN);
        for (const { code, codeDescription } of await editor.problems(uri, (list) => list.length > 0)) {
            const page = await editor.connection.sendRequest<string>(builtinText.method, { uri: codeDescription!.href });
            expect(page).toContain(`(${String(code)})\n\n`);
            expect(page).toContain(`// ptarget-ignore ${String(code)}：理由`);
        }
    });

    it('answers hover, outline, definition, completion and rename', async () => {
        const place = { textDocument: { uri }, position: positionOf(BAIYUN, '质量指标 "服务质量书面投诉率"') };
        const hover = await editor.connection.sendRequest(HoverRequest.type, place);
        expect((hover!.contents as MarkupContent).value).toContain('**质量指标**');
        expect(await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })).toHaveLength(38);
        const [link] = await editor.connection.sendRequest(DefinitionRequest.type, place) as LocationLink[];
        const text = await editor.connection.sendRequest<string | null>(builtinText.method, { uri: link!.targetUri });
        expect(text!.split('\n')[link!.targetSelectionRange.start.line]).toContain('质量指标 代码 12');
        expect(await editor.connection.sendRequest<string | null>(builtinText.method, { uri })).toBeNull();
        const items = await editor.connection.sendRequest(CompletionRequest.type, place);
        expect((Array.isArray(items) ? items : (items as CompletionList).items).map(({ label }) => label)).toContain('质量指标');
        const name = { textDocument: { uri }, position: positionOf(BAIYUN, '广州市白云区市场监督管理局(本级)" {') };
        const edit = await editor.connection.sendRequest(RenameRequest.type, { ...name, newName: '新局' });
        editor.apply(edit!);
        await editor.problems(uri, (list, version) => version === editor.versionOf(uri) && !codes(list).includes('unknown-department'));
        await expect(editor.connection.sendRequest(RenameRequest.type, { ...name, newName: '' })).rejects.toThrow(/不能为空/);
    });

    it('has the right problems after a burst of edits', async () => {
        await editor.problems(uri, (list) => list.length > 0);
        const place = positionOf(BAIYUN, '质量指标 "服务质量书面投诉率"');
        const word = { start: place, end: { ...place, character: place.character + 4 } };
        for (let round = 0; round < 20; round++) editor.type(uri, { start: word.start, end: word.start }, '质');
        const before = editor.shown.get(uri)!.diagnostics.length;
        expect(before).toBeGreaterThan(0);
        const problems = await editor.problems(uri, (_, version) => version === 21);
        const unknown = problems.filter(({ code }) => code === 'unknown-category');
        expect(unknown.map(({ range }) => range)).toEqual([{ start: place, end: { ...place, character: place.character + 24 } }]);
        editor.type(uri, { start: place, end: { ...place, character: place.character + 20 } }, '');
        await editor.problems(uri, (list, version) => version === 22 && !codes(list).includes('unknown-category'));
    });
});

describe('a workspace', () => {
    const PROJECT = '项目 "一" 属于 "甲" {\n    年度 2024\n}\n';
    const DEPARTMENT = '部门 "甲" {\n    年度 2024\n}\n';
    const isUnknown = (list: readonly { code?: number | string }[]) => codes(list).includes('unknown-department');
    const isKnown = (list: readonly { code?: number | string }[]) => !isUnknown(list);

    it('tells the open file what files that appear and vanish change', async () => {
        writeFileSync(join(folder, '项目(1).ptarget'), PROJECT);
        editor = await Editor.start(built.script, [pathToFileURL(folder).href]);
        const uri = uriOf('项目(1).ptarget');
        await editor.problems(uri, isUnknown);
        writeFileSync(join(folder, '部门.ptarget'), DEPARTMENT);
        editor.fileChanged(uriOf('部门.ptarget'), 'created');
        await editor.problems(uri, isKnown);
        rmSync(join(folder, '部门.ptarget'));
        editor.fileChanged(uriOf('部门.ptarget'), 'deleted');
        await editor.problems(uri, isUnknown);
    });

    it('forgets the files of a folder that was deleted as a whole', async () => {
        mkdirSync(join(folder, '部门'));
        writeFileSync(join(folder, '部门', '甲.ptarget'), DEPARTMENT);
        writeFileSync(join(folder, '项目.ptarget'), PROJECT);
        editor = await Editor.start(built.script, [pathToFileURL(folder).href]);
        await editor.problems(uriOf('项目.ptarget'), isKnown);
        rmSync(join(folder, '部门'), { recursive: true });
        editor.fileChanged(uriOf('部门'), 'deleted');
        await editor.problems(uriOf('项目.ptarget'), isUnknown);
    });

    it('takes a file that the editor spells in its own way for the same', async () => {
        writeFileSync(join(folder, '甲(1).ptarget'), DEPARTMENT);
        editor = await Editor.start(built.script, [pathToFileURL(folder).href]);
        const uri = uriOf('甲(1).ptarget').replace('(', '%28').replace(')', '%29');
        editor.open(uri, DEPARTMENT);
        const problems = await editor.problems(uri, (_, version) => version === 1);
        expect(codes(problems)).not.toContain('duplicate-department');
        editor.type(uri, { start: { line: 2, character: 1 }, end: { line: 2, character: 1 } }, `\n${DEPARTMENT}`);
        await editor.problems(uri, (list) => codes(list).includes('duplicate-department'));
    });

    it('returns to the file’s text when a document is closed without saving', async () => {
        writeFileSync(join(folder, '部门.ptarget'), DEPARTMENT);
        writeFileSync(join(folder, '项目.ptarget'), PROJECT);
        editor = await Editor.start(built.script, [pathToFileURL(folder).href]);
        await editor.problems(uriOf('项目.ptarget'), isKnown);
        editor.open(uriOf('部门.ptarget'), DEPARTMENT);
        editor.type(uriOf('部门.ptarget'), { start: { line: 0, character: 4 }, end: { line: 0, character: 5 } }, '乙');
        await editor.problems(uriOf('项目.ptarget'), isUnknown);
        editor.fileChanged(uriOf('部门.ptarget'), 'changed');
        editor.close(uriOf('部门.ptarget'));
        await editor.problems(uriOf('项目.ptarget'), isKnown);
    });

    it('reads a folder that is added, and forgets one that is removed', async () => {
        mkdirSync(join(folder, '甲'));
        mkdirSync(join(folder, '乙'));
        writeFileSync(join(folder, '甲', '项目.ptarget'), PROJECT);
        writeFileSync(join(folder, '乙', '部门.ptarget'), DEPARTMENT);
        editor = await Editor.start(built.script, [uriOf('甲')]);
        await editor.problems(uriOf('甲', '项目.ptarget'), isUnknown);
        editor.foldersChanged([uriOf('乙')], []);
        await editor.problems(uriOf('甲', '项目.ptarget'), isKnown);
        editor.foldersChanged([], [uriOf('乙')]);
        await editor.problems(uriOf('甲', '项目.ptarget'), isUnknown);
    });

    it('is read through the client where it lies on no disk', async () => {
        const files = new Map([['vscode-vfs://github/plans/部门.ptarget', DEPARTMENT], ['vscode-vfs://github/plans/项目.ptarget', PROJECT]]);
        const asked: string[] = [];
        writeFileSync(join(folder, '又一个.ptarget'), PROJECT.replace('项目 "', '项目 "另'));
        editor = await Editor.start(built.script, [pathToFileURL(folder).href]);
        editor.connection.onRequest(listFiles.method, ({ folder: asking }: { folder: string }) => {
            asked.push(asking);
            return [...files.keys()];
        });
        editor.connection.onRequest(readFile.method, ({ uri }: { uri: string }) => Buffer.from(files.get(uri)!).toString('base64'));
        await editor.problems(uriOf('又一个.ptarget'), isUnknown);
        editor.foldersChanged(['vscode-vfs://github/plans'], []);
        await editor.problems(uriOf('又一个.ptarget'), isKnown);
        expect(asked).toEqual(['vscode-vfs://github/plans']);
    });

    it('is served although some of its files cannot be read', async () => {
        writeFileSync(join(folder, 'a.ptarget'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
        writeFileSync(join(folder, 'b.ptarget'), Buffer.from([0xd6, 0xd0, 0xff, 0xfe, 0xff, 0x81]));
        symlinkSync(join(folder, 'nowhere'), join(folder, 'c.ptarget'));
        symlinkSync(folder, join(folder, 'loop'));
        mkdirSync(join(folder, 'd.ptarget'));
        writeFileSync(join(folder, '项目.ptarget'), PROJECT);
        editor = await Editor.start(built.script, [pathToFileURL(folder).href]);
        await editor.problems(uriOf('项目.ptarget'), isUnknown);
        // What is there and is no text is named, at the file.
        const noticed = [...editor.shown.values()].filter(({ diagnostics }) => diagnostics.some(({ code }) => code === 'left-out'));
        expect(noticed.map(({ uri, diagnostics }) => [uri, diagnostics.map(({ message }) => message)])).toEqual([
            [uriOf('a.ptarget'), ['不是 .ptarget 文本，而是 png（图片）']],
            [uriOf('b.ptarget'), ['第 1 行的字节既不是 UTF-8，也不是 GB18030：不是文本文件，或已损坏']],
        ]);
        expect([...editor.shown.keys()].filter((uri) => editor.shown.get(uri)!.diagnostics.length > 0)).toHaveLength(3);
    });

    it('is served to a client that can do next to nothing, with the settings that it sends', async () => {
        writeFileSync(join(folder, '项目.ptarget'), PROJECT);
        editor = await Editor.start(built.script, [pathToFileURL(folder).href], {});
        await editor.problems(uriOf('项目.ptarget'), isUnknown);
        void editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: { ptarget: { diagnostics: { severity: { 'unknown-department': 'off' } } } } });
        await editor.problems(uriOf('项目.ptarget'), isKnown);
    });

    it('keeps the official categories when their document is shown and closed', async () => {
        editor = await Editor.start(built.script);
        const official = 'ptarget-builtin:/taxonomies/88.ptarget';
        const text = await editor.connection.sendRequest<string>(builtinText.method, { uri: official });
        editor.open(official, text);
        editor.close(official);
        editor.open('file:///a.ptarget', BAIYUN);
        const problems = await editor.problems('file:///a.ptarget', (list) => list.length > 0);
        expect(codes(problems)).not.toContain('unknown-category');
    });
});
