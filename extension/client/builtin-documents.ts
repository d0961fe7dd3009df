import * as vscode from 'vscode';
import { builtinText } from '../../language-server/protocol.js';
import type { ServerLink } from './server-link.js';

/** Shows the documents that ship with the engine, read-only, so that one can go to the definition of an official category. */
export function showBuiltinDocuments(server: ServerLink): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider('ptarget-builtin', {
        provideTextDocumentContent: async (uri) => (await server.ask(builtinText, { uri: uri.toString() })) ?? '',
    });
}
