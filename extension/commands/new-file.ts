import * as vscode from 'vscode';
import { newDeclaration, type NewDeclaration } from '../../language-server/protocol.js';
import type { Command, Extension } from './command.js';

export const newDepartment: Command = {
    id: 'ptarget.newDepartment',
    run: (extension) => openNew('department', extension),
};

export const newProject: Command = {
    id: 'ptarget.newProject',
    run: (extension) => openNew('project', extension),
};

export const newTaxonomy: Command = {
    id: 'ptarget.newTaxonomy',
    run: (extension) => openNew('taxonomy', extension),
};

/** An untitled file with a declaration to fill in. */
async function openNew(kind: NewDeclaration, { server }: Extension): Promise<void> {
    const snippet = await server.ask(newDeclaration, { kind });
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'ptarget' }));
    if (snippet) await editor.insertSnippet(new vscode.SnippetString(snippet));
}
