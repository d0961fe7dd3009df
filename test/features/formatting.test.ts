import { describe, expect, it } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { format } from '../../language-server/features/formatting.js';
import { Session } from '../../language-server/session.js';
import { sessionOf, uriOf } from './session-of.js';

const OPTIONS = { tabSize: 4, insertSpaces: true };

describe('formatting', () => {
    it('answers a document with changes of its gaps', () => {
        const session = sessionOf({ a: '项目   "甲" {\n年度 2024\n}\n' });
        expect(format(session, { textDocument: { uri: uriOf('a') }, options: OPTIONS })).toEqual([
            { range: { start: { line: 0, character: 2 }, end: { line: 0, character: 5 } }, newText: ' ' },
            { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, newText: '    ' },
        ]);
    });

    it('answers a range with changes in it only', () => {
        const session = sessionOf({ a: '项目   "甲" {\n年度 2024\n}\n' });
        const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
        expect(format(session, { textDocument: { uri: uriOf('a') }, options: OPTIONS, range }).map((edit) => edit.range.start.line)).toEqual([1]);
    });

    it('changes nothing that it does not know, or that is built in', () => {
        const session = sessionOf({});
        expect(format(session, { textDocument: { uri: uriOf('none') }, options: OPTIONS })).toEqual([]);
        const [builtin] = session.workspace.uris;
        expect(format(session, { textDocument: { uri: builtin! }, options: OPTIONS })).toEqual([]);
    });

    it('says in the log what it leaves alone and why', () => {
        const said: string[] = [];
        const { workspace } = sessionOf({ a: '项目 "甲" {\n年度   2024\n' });
        const session = new Session({ console: { info: (line: string) => said.push(line) } } as unknown as Connection, workspace);
        expect(format(session, { textDocument: { uri: uriOf('a') }, options: OPTIONS })).toEqual([]);
        expect(said).toEqual([`${uriOf('a')}:1 有没有结束的引号、注释或没有配对的括号，未整理`]);
    });
});
