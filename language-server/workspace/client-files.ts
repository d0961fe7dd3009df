import type { Connection } from 'vscode-languageserver';
import { listFiles, readFile, type FileContent } from '../protocol.js';
import { tooLarge } from './left-out.js';
import type { WorkspaceFiles } from './workspace-files.js';

/** The files that the client can reach, for a server without a disk: VS Code for the web, virtual workspaces. */
export function clientFiles(connection: Connection): WorkspaceFiles {
    return {
        async *list(folder) {
            yield* await connection.sendRequest<string[]>(listFiles.method, { folder });
        },
        async read(uri) {
            const content = await connection.sendRequest<FileContent>(readFile.method, { uri });
            if (typeof content === 'string') return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
            return { refused: tooLarge(content.bytes)! };
        },
    };
}
