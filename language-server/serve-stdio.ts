import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { CONNECTION_OPTIONS, startServer } from './server.js';
import { clientFiles } from './workspace/client-files.js';
import { diskFiles } from './workspace/disk-files.js';
import { DiskKeeping } from './workspace/disk-keeping.js';
import { eitherFiles } from './workspace/either-files.js';

/**
 * Serves whoever is at the other end of this process: the editor that started it, over stdio or Node's own channel.
 * @param rulesDocument the URI of the page of all rules
 * @param fingerprint differs wherever anything that runs does
 */
export function serveStdio(rulesDocument: string, fingerprint: () => string): void {
    // Without a flag on the command line that says otherwise, the other end is on standard input and output.
    if (!process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)/.test(argument))) process.argv.push('--stdio');
    const connection = createConnection(ProposedFeatures.all, CONNECTION_OPTIONS);
    startServer(connection, eitherFiles(diskFiles, clientFiles(connection)), rulesDocument, (folder) => new DiskKeeping(folder, fingerprint));
}
