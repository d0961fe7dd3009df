import { readFileSync } from 'node:fs';
import type { Connection } from 'vscode-languageserver';
import type { Range } from '../../language-server/domain/origin.js';
import { Session } from '../../language-server/session.js';
import { Workspace } from '../../language-server/workspace/workspace.js';

export const BAIYUN = readFileSync('examples/baiyun-2023.ptarget', 'utf8');
export const NANSHA = readFileSync('examples/nansha-2024.ptarget', 'utf8');

/** A session over texts, by the names of their files; features answer without a connection. */
export function sessionOf(files: Readonly<Record<string, string>>): Session {
    const workspace = new Workspace();
    for (const [name, text] of Object.entries(files)) workspace.open(uriOf(name), text, 1);
    const session = new Session(undefined as unknown as Connection, workspace);
    session.client = { workspace: { workspaceEdit: { documentChanges: true } }, textDocument: { definition: { linkSupport: true } } };
    return session;
}

export function uriOf(name: string): string {
    return `file:///${name}.ptarget`;
}

/** The params of a request at a place: in front of `‸` in a piece of the text that occurs once. */
export function placeIn(files: Readonly<Record<string, string>>, name: string, marked: string) {
    const text = files[name]!;
    const at = text.indexOf(marked.replace('‸', ''));
    if (at < 0) throw new Error(`${marked} is not in ${name}`);
    return { textDocument: { uri: uriOf(name) }, position: positionAt(text, at + marked.indexOf('‸')) };
}

export function positionAt(text: string, offset: number): Range['start'] {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)!.length };
}

export function textAt(text: string, { start, end }: Range): string {
    const lines = text.split('\n');
    const offsetOf = ({ line, character }: Range['start']) => lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + character;
    return text.slice(offsetOf(start), offsetOf(end));
}
