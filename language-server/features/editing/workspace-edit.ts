import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../../domain/problem.js';
import type { Session } from '../../session.js';
import { toTextEdits, type TextEdit } from '../../workspace/edits.js';

/** Edits as LSP says them, of the versions that the server knows: the client refuses them if a text has changed since. */
export function toWorkspaceEdit(edits: readonly Edit[], session: Session): WorkspaceEdit {
    return editOfFiles(toTextEdits(edits), session);
}

export function editOfFile(uri: string, edits: readonly TextEdit[], session: Session): WorkspaceEdit {
    return editOfFiles(new Map([[uri, edits]]), session);
}

/** A client that cannot compare versions is told the edits alone. */
function editOfFiles(byFile: ReadonlyMap<string, readonly TextEdit[]>, { workspace, client }: Session): WorkspaceEdit {
    const files = [...byFile].map(([uri, edits]) => ({
        textDocument: { uri, version: workspace.document(uri)?.version ?? null },
        edits: edits.map(({ range, newText }) => ({ range, newText })),
    }));
    if (client.workspace?.workspaceEdit?.documentChanges) return { documentChanges: files };
    return { changes: Object.fromEntries(files.map(({ textDocument: { uri }, edits }) => [uri, edits])) };
}
