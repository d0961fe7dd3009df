import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { CONNECTION_OPTIONS, startServer } from './server.js';
import { clientFiles } from './workspace/client-files.js';
import { diskFiles } from './workspace/disk-files.js';
import { DiskKeeping } from './workspace/disk-keeping.js';
import { eitherFiles } from './workspace/either-files.js';

/**
 * Garbage is looked for when what lives has grown by a fifth, not when it has doubled: after a large folder was read, hundreds of
 * megabytes less. Said here and not on the command line, where a future V8 that knows no such flag would not start at all.
 */
const COLLECT_EARLY = '--heap-growing-percent=20';

/**
 * Serves whoever is at the other end of this process: the editor that started it, over stdio or Node's own channel.
 * @param rulesDocument the URI of the page of all rules
 * @param fingerprint differs wherever anything that runs does
 */
export function serveStdio(rulesDocument: string, fingerprint: () => string): void {
    setFlagsFromString(COLLECT_EARLY);
    // Without a flag on the command line that says otherwise, the other end is on standard input and output.
    if (!process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)/.test(argument))) process.argv.push('--stdio');
    const connection = createConnection(ProposedFeatures.all, CONNECTION_OPTIONS);
    startServer(connection, eitherFiles(diskFiles, clientFiles(connection)), rulesDocument, (folder) => new DiskKeeping(folder, fingerprint));
}
