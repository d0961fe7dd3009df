import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { start, stop } from './activate.js';

type WebWorker = ConstructorParameters<typeof BrowserMessageReader>[0];
declare const Worker: new (script: string) => WebWorker & { terminate(): void };

/** In VS Code for the web the server is a worker. */
export function activate(context: vscode.ExtensionContext): void {
    const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js');
    let server: Connected | undefined;
    start(context, (options) => ({
        client: new LanguageClient('ptarget', 'ptarget', async () => (server = await connect(script)), options),
        endServer: () => server?.end(),
    }));
}

interface Connected extends MessageTransports {
    end(): void;
}

/** A worker that is terminated tells nobody. */
class EndingReader extends BrowserMessageReader {
    end(): void {
        this.fireClose();
    }
}

/** VS Code's `Worker` makes objects that are no instances of it, so the client is given the two ends rather than the worker. */
async function connect(script: vscode.Uri): Promise<Connected> {
    const worker = new Worker(await addressOf(script));
    const reader = new EndingReader(worker);
    const end = () => {
        worker.terminate();
        reader.end();
    };
    return { reader, writer: new BrowserMessageWriter(worker), end };
}

/** No worker can be made from an address on a remote machine, but its script can be read from there. */
async function addressOf(script: vscode.Uri): Promise<string> {
    if (script.scheme !== 'vscode-remote') return script.toString(true);
    const text = await vscode.workspace.fs.readFile(script);
    return URL.createObjectURL(new Blob([text as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }));
}

export const deactivate = stop;
