import * as vscode from 'vscode';
import { RevealOutputChannelOn, type BaseLanguageClient, type LanguageClientOptions, type Middleware } from 'vscode-languageclient';
import { signOfLife, type InitializationOptions } from '../../language-server/protocol.js';
import type { CrashRecord } from './crash-record.js';
import { afterCrashes, restartAfterCrashes } from './crashes.js';
import type { Heartbeat } from './heartbeat.js';

/** Old versions of a file, as comparisons show them: the server would take them for further declarations of the same names. */
const OLD_VERSIONS = new Set(['git', 'gitfs', 'svn', 'review', 'pr', 'timeline', 'chat-editing-snapshot-text-model']);

export function clientOptions(client: () => BaseLanguageClient | undefined, crashes: CrashRecord, heartbeat: Heartbeat, peace: Middleware, storage: vscode.Uri | undefined): LanguageClientOptions {
    return {
        // Of any scheme: disks, remote machines, repositories on the web, texts not saved yet.
        documentSelector: [{ language: 'ptarget' }],
        synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/*.ptarget') },
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        initializationOptions: (): InitializationOptions => ({ builtinDocuments: true, storage: storage?.toString(), ...afterCrashes(crashes) }),
        errorHandler: restartAfterCrashes(crashes, client),
        middleware: {
            ...peace,
            sendRequest: (type, params, token, next) => {
                // Asking for a sign of life is no use of the editor.
                if (type !== signOfLife.method) heartbeat.sent();
                return next(type, params, token).finally(() => heartbeat.heard());
            },
            sendNotification: (type, next, params) => {
                heartbeat.sent();
                return next(type, params);
            },
            didOpen: (document, next) => (OLD_VERSIONS.has(document.uri.scheme) ? Promise.resolve() : next(document)),
            didClose: (document, next) => (OLD_VERSIONS.has(document.uri.scheme) ? Promise.resolve() : next(document)),
        },
    };
}
