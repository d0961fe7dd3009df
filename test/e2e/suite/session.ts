// What the runner says about this run, in a file of the opened workspace.
import * as vscode from 'vscode';

export interface Session {
    /** In the desktop program, or in a page that the bridge can drive. */
    host: 'desktop' | 'page';
    /** Where the extension under test comes from: its folder, an installed package, or its folder in the web worker. */
    extension: 'folder' | 'installed' | 'web';
    locale: string;
    /** The page bridge's address; only in a page. */
    bridge?: string;
    /** Only tests whose full title contains this. */
    grep?: string;
}

export async function readSession(): Promise<Session> {
    const bytes = await vscode.workspace.fs.readFile(workspaceUri('.vscode/e2e-session.json'));
    return JSON.parse(new TextDecoder().decode(bytes)) as Session;
}

/** A file of the opened workspace, which is a copy that tests may change. */
export function workspaceUri(file: string): vscode.Uri {
    const folder = vscode.workspace.workspaceFolders?.[0];
    if (folder === undefined) throw new Error('No workspace is open.');
    return vscode.Uri.joinPath(folder.uri, file);
}
