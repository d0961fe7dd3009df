import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { NODE_ARGUMENTS } from '../language-server/protocol.js';
import { start, stop } from './activate.js';

/** In the desktop program and on remote machines the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): void {
    const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
    // Node keeps the compiled code of the server there, which halves the time until it answers.
    const env = { NODE_COMPILE_CACHE: vscode.Uri.joinPath(context.globalStorageUri, 'compiled').fsPath };
    const run = { module, transport: TransportKind.ipc, options: { env, execArgv: [...NODE_ARGUMENTS] } };
    const debug = { ...run, options: { env, execArgv: [...NODE_ARGUMENTS, '--nolazy', '--inspect=6009'] } };
    start(context, (options) => {
        const client = new LanguageClient('ptarget', 'ptarget', { run, debug }, options);
        return { client, endServer: () => client.serverProcess?.kill('SIGKILL') };
    });
}

export const deactivate = stop;
