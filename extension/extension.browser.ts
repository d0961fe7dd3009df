import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions } from 'vscode-languageclient/browser';
import { start, stop } from './activate.js';

type WebWorker = Extract<ServerOptions, { postMessage: unknown }>;
declare const Worker: new (script: string) => WebWorker;

/** In VS Code for the web the server is a worker. */
export function activate(context: vscode.ExtensionContext): void {
    const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js');
    start(context, (options) => new LanguageClient('ptarget', 'ptarget', () => workerOf(script), options));
}

/** No worker can be made from an address on a remote machine, but its script can be read from there. */
async function workerOf(script: vscode.Uri): Promise<WebWorker> {
    if (script.scheme !== 'vscode-remote') return new Worker(script.toString(true));
    const text = await vscode.workspace.fs.readFile(script);
    return new Worker(URL.createObjectURL(new Blob([text as Uint8Array<ArrayBuffer>], { type: 'text/javascript' })));
}

export const deactivate = stop;
