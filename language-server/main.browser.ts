import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { CONNECTION_OPTIONS, startServer } from './server.js';
import { clientFiles } from './workspace/client-files.js';

/** The worker's own scope, which is the other end of the client's channel. */
const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(worker), new BrowserMessageWriter(worker), CONNECTION_OPTIONS);
startServer(connection, clientFiles(connection));
