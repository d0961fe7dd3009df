import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { CONNECTION_OPTIONS, startServer } from './server.js';
import { diskFiles } from './workspace/disk-files.js';

startServer(createConnection(ProposedFeatures.all, CONNECTION_OPTIONS), diskFiles);
