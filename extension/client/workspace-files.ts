import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CONFIG_FILE, LIMITS, listFiles, readFile, type FileContent } from '../../language-server/protocol.js';
import { toBase64 } from './base64.js';

const LEFT_OUT = new Set(['node_modules', '.git']);
/** Of folders within folders; what lies deeper is no folder of officers. */
const DEEPEST = 12;

/** Reads the workspace for a server that has no disk of its own. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable {
    return vscode.Disposable.from(
        client.onRequest(listFiles.method, async ({ folder }: { folder: string }) => {
            const found: string[] = [];
            for await (const uri of targetFilesUnder(client.protocol2CodeConverter.asUri(folder))) found.push(client.code2ProtocolConverter.asUri(uri));
            return found;
        }),
        client.onRequest(readFile.method, async ({ uri }: { uri: string }): Promise<FileContent> => {
            const file = client.protocol2CodeConverter.asUri(uri);
            if (!isTargetFile(file.path) && !file.path.endsWith(`/${CONFIG_FILE}`)) throw new Error(`not a file for the server: ${uri}`);
            const { size } = await vscode.workspace.fs.stat(file);
            if (size > LIMITS.fileBytes) return { bytes: size };
            return toBase64(await vscode.workspace.fs.readFile(file));
        }),
    );
}

/** Folder by folder: `findFiles` finds nothing in file systems that cannot be searched. */
export async function* targetFilesUnder(folder: vscode.Uri, depth = DEEPEST): AsyncGenerator<vscode.Uri> {
    const entries = await vscode.workspace.fs.readDirectory(folder).then((all) => all, () => []);
    for (const [name, type] of entries) {
        const uri = vscode.Uri.joinPath(folder, name);
        if (type & vscode.FileType.Directory) {
            if (depth > 0 && !LEFT_OUT.has(name)) yield* targetFilesUnder(uri, depth - 1);
        } else if (isTargetFile(name)) {
            yield uri;
        }
    }
}

function isTargetFile(name: string): boolean {
    return name.endsWith('.ptarget');
}
