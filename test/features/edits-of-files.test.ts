import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeAction, LSPErrorCodes, type ResponseError, type TextDocumentEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renameAt } from '../../language-server/features/rename.js';
import { applyTextEdits } from '../../language-server/index.js';
import { TargetDocument } from '../../language-server/workspace/target-document.js';
import { readFixture } from '../rules/fixture.js';
import { startServerHere } from '../server/server-here.js';
import { sessionOf, uriOf } from './session-of.js';

const URI = 'file:///a.ptarget';
const CAPABILITIES = { workspace: { workspaceEdit: { documentChanges: true } } };
const OPTIONS = { tabSize: 4, insertSpaces: true };
const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

let client: Awaited<ReturnType<typeof startServerHere>>['client'];
let version = 1;
beforeAll(async () => {
    ({ client } = await startServerHere(URI, '', CAPABILITIES));
});
afterAll(() => client.dispose());

const change = (text: string) => client.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version: ++version }, contentChanges: [{ text }] });
const actions = (only?: readonly string[], range: object = EVERYTHING) => client.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: URI }, range, context: { diagnostics: [], only } });
const formatting = () => client.sendRequest<TextEdit[]>('textDocument/formatting', { textDocument: { uri: URI }, options: OPTIONS });

function after(text: string, edits: readonly TextEdit[]): string {
    const document = new TargetDocument(URI, text);
    return applyTextEdits(text, edits, (position) => document.offsetAt(position));
}

function editsOf(edit: WorkspaceEdit | undefined): TextEdit[] {
    const [file, ...others] = edit!.documentChanges as TextDocumentEdit[];
    expect([file!.textDocument, others]).toEqual([{ uri: URI, version }, []]);
    return file!.edits as TextEdit[];
}

/** Declarations that begin on a line of their own, each with the lines up to the next. */
const parts = (text: string) => text.split(/^(?=(?:部门|项目|指标体系|指标库) )/m);
const endsOf = (text: string) => [...new Set(text.match(/\r\n|[\n\r]/g))];

const FOLDER = join(import.meta.dirname, '../rules/fixtures');
const TEXTS = readdirSync(FOLDER).filter((name) => name.endsWith('.ptarget')).flatMap((name) => readFixture(join(FOLDER, name), name).files.map(({ text }) => [name, text.replaceAll('\r\n', '\n')] as const));

describe('what the server changes', () => {
    const KINDS: Record<string, (text: string) => string> = {
        '\\n': (text) => text,
        '\\r\\n': (text) => text.replaceAll('\n', '\r\n'),
        '\\r': (text) => text.replaceAll('\n', '\r'),
        'both, by turns': (text) => parts(text).map((part, index) => (index % 2 === 0 ? part : part.replaceAll('\n', '\r\n'))).join(''),
    };

    it.each(Object.entries(KINDS))('has the line ends of its place: %s', async (_, withEnds) => {
        let changed = 0;
        for (const [name, original] of TEXTS) {
            const text = `\uFEFF${withEnds(original)}`;
            await change(text);
            const lines = text.split(/\r\n|[\n\r]/).length;
            const offered = [...await actions(), ...await actions(['source.fixAll'])];
            for (let line = 0; line < lines; line += 3) offered.push(...await actions(['refactor.rewrite'], { start: { line, character: 6 }, end: { line, character: 6 } }));
            const results = offered.filter(({ edit }) => (edit!.documentChanges ?? []).every((file) => (file as TextDocumentEdit).textDocument.uri === URI)).map(({ title, edit }) => ({ title, result: after(text, editsOf(edit)) }));
            results.push({ title: 'formatting', result: after(text, await formatting()) });
            for (const { title, result } of results) {
                const before = parts(text);
                const now = parts(result);
                expect(result.startsWith('\uFEFF'), `${name}: ${title}`).toBe(true);
                // A declaration that came, went or moved takes its line ends along.
                if (now.length !== before.length) expect(endsOf(text), `${name}: ${title}`).toEqual(expect.arrayContaining(endsOf(result)));
                // What ends its last line may stand before the next one already.
                else now.forEach((part, index) => expect([...endsOf(before[index]!), part.match(/(?:\r\n|[\n\r])+$/)?.[0]], `${name}: ${title}: ${part}`).toEqual(expect.arrayContaining(endsOf(part.trimEnd()))));
                if (result !== text) changed++;
            }
        }
        expect(changed).toBeGreaterThan(300);
    });
});

describe('an edit for a text that has changed meanwhile', () => {
    const OLD = '项目 "一" {\n    绩效目标 "目\u200B标"\n}\n';
    const NEW = `// 新的一行\n\n${OLD}`;

    it('names the version that it was made for, so that an editor refuses it', async () => {
        await change(OLD);
        const made = version;
        const [action] = await actions(['source.fixAll']);
        await change(NEW);
        expect((action!.edit!.documentChanges as TextDocumentEdit[]).map(({ textDocument }) => textDocument)).toEqual([{ uri: URI, version: made }]);
        expect(made).toBe(version - 1);
    });

    it('is not made for the place of the old text in the new one', async () => {
        const session = sessionOf({ a: OLD });
        const uri = uriOf('a');
        const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };
        const params = { textDocument: { uri }, position: { line: 0, character: 4 }, newName: '二' };
        const ask = () => session.editing('rename', null as WorkspaceEdit | ResponseError | null, (asked: typeof params) => renameAt(session, asked))(params, token);
        expect(await ask()).toMatchObject({ documentChanges: [{ textDocument: { uri, version: 1 } }] });
        const overtaken = ask();
        session.workspace.update(uri, [{ text: NEW }], 2);
        expect(await overtaken).toMatchObject({ code: LSPErrorCodes.ContentModified });
    });

    it('is told without a version only to an editor that cannot compare them', async () => {
        const { client: simple } = await startServerHere(URI, OLD);
        const answer = await simple.sendRequest<WorkspaceEdit>('textDocument/rename', { textDocument: { uri: URI }, position: { line: 0, character: 5 }, newName: '二' });
        expect(answer).toEqual({ changes: { [URI]: [{ range: { start: { line: 0, character: 3 }, end: { line: 0, character: 6 } }, newText: '"二"' }] } });
        simple.dispose();
    });
});
