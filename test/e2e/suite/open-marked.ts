import * as vscode from 'vscode';
import { workspaceUri } from './session.js';

/** Opens a new file with the cursor at the `‸`, or with what stands between two of them selected. */
export async function openMarked(name: string, marked: string): Promise<vscode.TextDocument> {
    const [before = '', selected = '', after] = marked.split('‸');
    const uri = workspaceUri(`marked/${name}`);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(before + selected + (after ?? '')));
    const document = await vscode.workspace.openTextDocument(uri);
    const start = document.positionAt(before.length);
    const end = after === undefined ? start : document.positionAt(before.length + selected.length);
    await vscode.window.showTextDocument(document, { selection: new vscode.Selection(start, end) });
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    return document;
}

export function removeMarked(): Thenable<void> {
    return vscode.workspace.fs.delete(workspaceUri('marked'), { recursive: true });
}
