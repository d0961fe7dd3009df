import type { Connection } from 'vscode-languageserver';
import { listFiles, readFile } from '../protocol.js';
import type { WorkspaceFiles } from './workspace-files.js';

/** The files that the client can reach, for a server without a disk: VS Code for the web, virtual workspaces. */
export function clientFiles(connection: Connection): WorkspaceFiles {
    return {
        async *list(folder) {
            yield* await connection.sendRequest<string[]>(listFiles.method, { folder });
        },
        async read(uri) {
            const base64 = await connection.sendRequest<string>(readFile.method, { uri });
            return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        },
    };
}
