import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start, stop } from './activate.js';

/** In the desktop program and on remote machines the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): void {
    const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    start(context, (options) => new LanguageClient('ptarget', 'ptarget', { run, debug }, options));
}

export const deactivate = stop;
