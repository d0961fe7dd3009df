import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions } from 'vscode-languageclient/browser';
import { start, stop } from './activate.js';

declare const Worker: new (script: string) => Extract<ServerOptions, { postMessage: unknown }>;

/** In VS Code for the web the server is a worker. */
export function activate(context: vscode.ExtensionContext): void {
    const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js');
    start(context, (options) => new LanguageClient('ptarget', 'ptarget', async () => new Worker(script.toString(true)), options));
}

export const deactivate = stop;
