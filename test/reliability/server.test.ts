import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { LSPErrorCodes, type Diagnostic } from 'vscode-languageserver/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Workspace } from '../../language-server/workspace/workspace.js';
import { buildServer } from '../server/built-server.js';
import { Editor } from '../server/editor.js';
import { requestsFor } from '../server/every-request.js';
import { startServerHere } from '../server/server-here.js';
import { RawClient } from './raw-client.js';
import { inTime, patience, RUNS } from './runs.js';

const NANSHA = readFileSync('examples/nansha-2024.ptarget', 'utf8');
const BAIYUN = readFileSync('examples/baiyun-2023.ptarget', 'utf8');
const PROJECT = '项目 "一" 属于 "甲" {\n    年度 2024\n}\n';

let built: Awaited<ReturnType<typeof buildServer>>;
let folder: string;
let started: { kill: () => Promise<unknown> }[];

beforeAll(async () => {
    built = await buildServer();
});
afterAll(() => built.remove());
beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ptarget-server-'));
    started = [];
});
afterEach(async () => {
    await Promise.all(started.map((client) => client.kill()));
    rmSync(folder, { recursive: true, force: true });
});

const uriOf = (...path: string[]) => pathToFileURL(join(folder, ...path)).href;
const says = (code: string) => (problems: readonly Diagnostic[]) => problems.some((problem) => problem.code === code);

async function startEditor(): Promise<Editor> {
    const editor = await Editor.start(built.script, [uriOf()]);
    started.push(editor);
    return editor;
}

async function startRaw(): Promise<RawClient> {
    const client = new RawClient(built.script);
    started.push(client);
    await client.initialize();
    return client;
}

describe('random edits of linked files', () => {
    const NAMES = ['a', 'b', 'c'];
    const TEXTS = [NANSHA, BAIYUN.split(/^(?=项目 )/m).slice(0, 6).join(''), '指标体系 "自己的" {\n    产出指标 { 数量指标 质量指标 }\n}\n部门 "甲" {\n    年度 2024\n    指标体系 "自己的"\n}\n' + PROJECT];
    const SNIPPETS = ['"', '"""', '{', '}', '/*', '*/', '//', '\n', '\n项目 "二" 属于 "甲" {\n', '部门 "甲" {', '指标体系 "自己的"', '》', '≥90%', '1,234.50', ' ', '甲', '\u200B', '\uD800', ''];
    const edit = fc.record({ file: fc.nat(2), at: fc.nat(), length: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(80)), text: fc.constantFrom(...SNIPPETS), asks: fc.nat(30) });

    it('with requests in between leave the state of a fresh server, and no request unanswered', async () => {
        const [editor, fresh] = [await startEditor(), await startEditor()];
        let round = 0;
        await fc.assert(fc.asyncProperty(fc.array(edit, { minLength: 5, maxLength: 40 }), async (edits) => {
            round++;
            const uris = NAMES.map((name) => uriOf(`${name}-${round}.ptarget`));
            uris.forEach((uri, index) => editor.open(uri, TEXTS[index]!));
            const answers: Promise<unknown>[] = [];
            for (const { file, at, length, text, asks } of edits) {
                const uri = uris[file]!;
                const lines = editor.textOf(uri).split(/\r\n|[\n\r]/);
                const line = at % lines.length;
                const start = { line, character: (at >> 8) % (lines[line]!.length + 1) };
                const end = { line, character: Math.min(lines[line]!.length, start.character + length) };
                editor.type(uri, { start, end }, text);
                const [method, params] = requestsFor(uri, line, start.character)[asks] ?? [];
                if (method) answers.push(editor.connection.sendRequest(method, params).catch((error: { code: number }) => expect(error.code).toBe(LSPErrorCodes.RequestFailed)));
            }
            await Promise.all(answers);
            uris.forEach((uri) => fresh.open(uri, editor.textOf(uri)));
            for (const uri of uris) {
                await editor.problems(uri, (_, version) => version === editor.versionOf(uri));
                await fresh.problems(uri, (_, version) => version === 1);
                // Problems between files are published when the last of the files is there.
                await vi.waitFor(() => expect(plain(editor.shown.get(uri)!.diagnostics)).toEqual(plain(fresh.shown.get(uri)!.diagnostics)), { timeout: inTime(5_000), interval: 20 });
            }
            for (const uri of uris) for (const one of [editor, fresh]) one.close(uri);
            // Each attempt at fewer edits would wait for what does not come.
        }), { numRuns: 12 * RUNS, endOnFailure: true });
    }, patience(120_000));

    function plain(problems: readonly Diagnostic[]): string[] {
        return problems.map(({ code, message, range }) => JSON.stringify([code, message, range])).sort();
    }

    it('taken back in turn give the first state', () => {
        fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 15 }), (edits) => {
            const workspace = new Workspace();
            const uris = NAMES.map((name) => `file:///${name}.ptarget`);
            uris.forEach((uri, index) => workspace.open(uri, TEXTS[index]!));
            const state = () => uris.map((uri) => [workspace.document(uri)!.text, workspace.problemsOf(uri).map(({ rule, message }) => rule + message.zh)]);
            const before = state();
            const undo: (() => void)[] = [];
            for (const { file, at, length, text } of edits) {
                const uri = uris[file]!;
                const document = workspace.document(uri)!;
                const whole = document.text;
                const start = at % (whole.length + 1);
                const old = whole.slice(start, start + length);
                if (/^\n|\r/.test(old + whole[start + length]) || whole[start - 1] === '\r') continue;
                workspace.update(uri, [{ range: { start: document.positionAt(start), end: document.positionAt(start + old.length) }, text }], 1);
                undo.push(() => workspace.update(uri, [{ range: { start: document.positionAt(start), end: document.positionAt(start + text.length) }, text: old }], 1));
            }
            undo.reverse().forEach((step) => step());
            expect(state()).toEqual(before);
        }), { numRuns: 60 * RUNS });
    }, patience(60_000));
});

describe('a storm', () => {
    it('of a thousand edits in half a second is answered within a second, with at most sixty publishes each half second', async () => {
        const editor = await startEditor();
        const uri = uriOf('a.ptarget');
        for (let index = 0; index < 30; index++) editor.open(uriOf(`other-${index}.ptarget`), PROJECT.replace('一', `项目${index}`));
        editor.open(uri, BAIYUN);
        await editor.problems(uri, ({ length }) => length > 0);
        await editor.problems(uriOf('other-29.ptarget'), says('unknown-department'));
        const before = editor.published;
        const line = BAIYUN.split('\n').findIndex((text) => text.includes('每月考评达标率'));
        const start = { line, character: 20 };
        const began = performance.now();
        for (let edit = 0; edit < 1000; edit++) {
            editor.type(uri, { start, end: start }, '"甲“乙率'[edit % 5]!);
            if (edit % 20 === 19) await new Promise((resolve) => setTimeout(resolve, 10));
        }
        const from = performance.now();
        await editor.problems(uri, (_, version) => version === 1001, inTime(5_000));
        expect(performance.now() - from).toBeLessThan(inTime(1_000));
        // A busy machine takes longer over the storm itself.
        expect(editor.published - before).toBeLessThanOrEqual(60 * Math.max(1, (performance.now() - began) / 600));
    });

    it('of a thousand requests that are taken back is not computed', async () => {
        const client = await startRaw();
        const textDocument = { uri: uriOf('a.ptarget'), languageId: 'ptarget', version: 1, text: BAIYUN };
        client.send({ method: 'textDocument/didOpen', params: { textDocument } });
        const from = performance.now();
        client.send(...Array.from({ length: 1000 }, (_, id) => [{ id, method: 'textDocument/documentSymbol', params: { textDocument } }, { method: '$/cancelRequest', params: { id } }]).flat());
        const answers = await Promise.all(Array.from({ length: 1000 }, (_, id) => client.answer(id)));
        expect(performance.now() - from).toBeLessThan(inTime(2_000));
        expect(answers.filter(({ error }) => error?.code === LSPErrorCodes.RequestCancelled).length).toBeGreaterThanOrEqual(950);
    });
});

it('what a change overtakes is answered for the text that it was asked for, or not at all', async () => {
    const client = await startRaw();
    const textDocument = { uri: uriOf('a.ptarget') };
    const [before, after] = ['项目 "一" {\n年度 2024\n}\n', '// 一\n\n项目 "一" {\n年度 2024\n}\n'];
    client.send({ method: 'textDocument/didOpen', params: { textDocument: { ...textDocument, languageId: 'ptarget', version: 1, text: before } } });
    // All of it lies in the pipe before the first of it is looked at.
    client.send(
        { id: 1, method: 'textDocument/formatting', params: { textDocument, options: { tabSize: 4, insertSpaces: true } } },
        { id: 2, method: 'textDocument/rename', params: { textDocument, position: { line: 0, character: 4 }, newName: '二' } },
        { method: 'textDocument/didChange', params: { textDocument: { ...textDocument, version: 2 }, contentChanges: [{ text: after }] } },
    );
    const place = (start: number, end: number, line: number) => ({ start: { line, character: start }, end: { line, character: end } });
    const wanted = [[{ range: place(0, 0, 1), newText: '    ' }], { changes: { [textDocument.uri]: [{ range: place(3, 6, 0), newText: '"二"' }] } }];
    for (const [index, right] of wanted.entries()) {
        const { result, error } = await client.answer(index + 1);
        if (error) expect(error.code).toBe(LSPErrorCodes.ContentModified);
        else expect(result).toEqual(right);
    }
});

describe('nonsense', () => {
    const fine = async (client: RawClient, id: string) => {
        client.send({ id, method: 'textDocument/foldingRange', params: { textDocument: { uri: uriOf('a.ptarget') } } });
        expect((await client.answer(id)).error).toBeUndefined();
    };

    it.each<[string, object]>([
        ['an unknown request', { id: 1, method: 'textDocument/unheardOf', params: {} }],
        ['an unknown notification', { method: '$/unheardOf', params: {} }],
        ['a request without params', { id: 1, method: 'textDocument/hover' }],
        ['params of another shape', { id: 1, method: 'textDocument/hover', params: { textDocument: 7, position: 'here' } }],
        ['a place that is nowhere', { id: 1, method: 'textDocument/hover', params: { textDocument: { uri: 'file:///nowhere' }, position: { line: -5, character: 1e9 } } }],
        ['a change of what is not open', { method: 'textDocument/didChange', params: { textDocument: { uri: 'file:///x.ptarget', version: 9 }, contentChanges: [{ text: 'x' }] } }],
        ['changes of another shape', { method: 'textDocument/didChange', params: { textDocument: { uri: 'file:///x.ptarget', version: 9 }, contentChanges: 5 } }],
        ['an open without a text', { method: 'textDocument/didOpen', params: { textDocument: { uri: 'file:///x.ptarget', languageId: 'ptarget', version: 1 } } }],
        ['a close of what is not open', { method: 'textDocument/didClose', params: { textDocument: { uri: 'file:///never.ptarget' } } }],
        ['a cancellation of nothing', { method: '$/cancelRequest', params: { id: 'never asked' } }],
        ['an answer to nothing', { id: 77, result: {} }],
        ['settings of another shape', { method: 'workspace/didChangeConfiguration', params: { settings: { ptarget: { diagnostics: 5, profile: ['x'], taxonomy: {} } } } }],
        ['no settings', { method: 'workspace/didChangeConfiguration', params: { settings: null } }],
        ['files that are no files', { method: 'workspace/didChangeWatchedFiles', params: { changes: [{ uri: 'not a uri', type: 1 }, { uri: 'file:///%', type: 3 }, { uri: 'http://x/y.ptarget', type: 2 }] } }],
        ['an export of nothing', { id: 1, method: 'ptarget/export', params: { uri: 'file:///never.ptarget', form: '__proto__', format: 'exe' } }],
    ])('%s leaves the server serving', async (_, message) => {
        const client = await startRaw();
        client.send({ method: 'textDocument/didOpen', params: { textDocument: { uri: uriOf('a.ptarget'), languageId: 'ptarget', version: 1, text: PROJECT } } });
        client.send(message);
        if ('id' in message && 'method' in message) await client.answer(message.id as number);
        await fine(client, 'after');
    });

    it('any params of any request are answered', async () => {
        const client = await startRaw();
        let id = 0;
        const methods = requestsFor(uriOf('a.ptarget'), 0, 0).map(([method]) => method);
        client.send({ method: 'textDocument/didOpen', params: { textDocument: { uri: uriOf('a.ptarget'), languageId: 'ptarget', version: 1, text: PROJECT } } });
        const params = fc.oneof(fc.dictionary(fc.constantFrom('textDocument', 'position', 'range', 'uri', 'form', 'options', 'context', 'panel', 'base', 'newName', '__proto__'), fc.jsonValue()), fc.jsonValue().filter((value) => typeof value === 'object'));
        await fc.assert(fc.asyncProperty(fc.constantFrom(...methods), params, async (method, value) => {
            client.send({ id: ++id, method, params: value });
            await client.answer(id);
        }), { numRuns: 150 * RUNS });
        await fine(client, 'after');
    }, patience(60_000));
});

describe('an exception in every service', () => {
    afterEach(() => void vi.restoreAllMocks());

    it('fails that answer only: it is given without its content, the log says why, and the next is right', async () => {
        const { client, logged } = await startServerHere('file:///a.ptarget', PROJECT);
        for (const [method, params] of requestsFor('file:///a.ptarget', 0, 5)) {
            const right = await client.sendRequest(method, params).catch((error: { code: number }) => error.code);
            const failing = vi.spyOn(Workspace.prototype, 'document').mockImplementation(() => {
                throw new Error('injected');
            });
            const before = logged.length;
            // A rename that cannot be done is refused; nothing else is an error.
            await client.sendRequest(method, params);
            failing.mockRestore();
            if (logged.length > before) expect(logged.at(-1), method).toContain('injected');
            // What the preview keeps of a panel, and the number of a list of colours, go on.
            const again = await client.sendRequest(method, params).catch((error: { code: number }) => error.code);
            if (!/preview|semanticTokens/.test(method)) expect(again, method).toEqual(right);
        }
        expect(logged.filter((line) => line.includes('injected')).length).toBeGreaterThan(10);
        client.dispose();
    });

    it('while texts are taken in or checked does not end the server', async () => {
        const { client, logged } = await startServerHere('file:///a.ptarget', PROJECT);
        for (const method of ['open', 'update', 'problemsOf', 'takeAffected', 'configure'] as const) {
            const failing = vi.spyOn(Workspace.prototype, method).mockImplementation(() => {
                throw new Error(`injected in ${method}`);
            });
            await client.sendNotification('textDocument/didOpen', { textDocument: { uri: 'file:///b.ptarget', languageId: 'ptarget', version: 1, text: PROJECT } });
            await client.sendNotification('textDocument/didChange', { textDocument: { uri: 'file:///b.ptarget', version: 2 }, contentChanges: [{ text: PROJECT }] });
            await client.sendNotification('workspace/didChangeConfiguration', { settings: {} });
            await client.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///b.ptarget' } });
            await client.sendRequest('textDocument/foldingRange', { textDocument: { uri: 'file:///a.ptarget' } });
            failing.mockRestore();
        }
        const symbols = await client.sendRequest<unknown[]>('textDocument/documentSymbol', { textDocument: { uri: 'file:///a.ptarget' } });
        expect(symbols).toHaveLength(1);
        expect(logged.join('\n')).toContain('injected in open');
        client.dispose();
    });
});

describe('files that vanish, loop and refuse', () => {
    it.skipIf(process.platform === 'win32')('cost themselves only', async () => {
        mkdirSync(join(folder, 'inner'));
        symlinkSync(folder, join(folder, 'inner', 'loop'));
        symlinkSync('circle.ptarget', join(folder, 'circle.ptarget'));
        for (let index = 0; index < 20; index++) writeFileSync(join(folder, 'inner', `${index}.ptarget`), PROJECT.replace('一', String(index)));
        const editor = await startEditor();
        for (let index = 0; index < 20; index += 2) {
            rmSync(join(folder, 'inner', `${index}.ptarget`));
            editor.fileChanged(uriOf('inner', `${index}.ptarget`), index % 4 === 0 ? 'deleted' : 'changed');
        }
        await editor.problems(uriOf('inner', '19.ptarget'), says('unknown-department'));
        for (let index = 0; index < 20; index += 2) await vi.waitFor(() => expect(editor.shown.get(uriOf('inner', `${index}.ptarget`))?.diagnostics ?? []).toEqual([]), { timeout: inTime(5_000) });
    });
});

it('does not outlive its editor', async () => {
    const [editor, client] = [spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']), new RawClient(built.script)];
    started.push(client);
    client.send({ id: 1, method: 'initialize', params: { processId: editor.pid, rootUri: null, capabilities: {} } });
    await client.answer(1);
    editor.kill('SIGKILL');
    expect(await client.ended).not.toBeUndefined();
});
