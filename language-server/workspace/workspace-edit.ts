import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../domain/problem.js';
import { toTextEdits, type TextEdit } from './edits.js';
import type { Workspace } from './workspace.js';

/** Edits as LSP says them, of the versions that the server knows: the client refuses them if a text has changed since. */
export function toWorkspaceEdit(edits: readonly Edit[], workspace: Workspace): WorkspaceEdit {
    const files = [...toTextEdits(edits)].map(([uri, textEdits]) => editOfFile(uri, textEdits, workspace));
    return { documentChanges: files.flatMap((file) => file.documentChanges ?? []) };
}

export function editOfFile(uri: string, edits: readonly TextEdit[], workspace: Workspace): WorkspaceEdit {
    const version = workspace.document(uri)?.version ?? null;
    return { documentChanges: [{ textDocument: { uri, version }, edits: edits.map(({ range, newText }) => ({ range, newText })) }] };
}
