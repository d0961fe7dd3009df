import { PassThrough } from 'node:stream';
import { createConnection, createMessageConnection, StreamMessageReader, StreamMessageWriter, type ClientCapabilities } from 'vscode-languageserver/node';
import { CONNECTION_OPTIONS, startServer } from '../../language-server/server.js';

/** A server in this process, with one text open and no disk: it can be made to fail, and answers fast. */
export async function startServerHere(uri: string, text: string, capabilities: ClientCapabilities = {}) {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), CONNECTION_OPTIONS), { async *list() {}, read: () => Promise.reject(new Error('no disk')) });
    const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    const logged: string[] = [];
    client.onNotification('window/logMessage', ({ message }: { message: string }) => void logged.push(message));
    client.listen();
    await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
    await client.sendNotification('initialized', {});
    await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'ptarget', version: 1, text } });
    // Until this is answered, what was sent before has been taken in.
    await client.sendRequest('textDocument/foldingRange', { textDocument: { uri } });
    return { client, logged };
}
