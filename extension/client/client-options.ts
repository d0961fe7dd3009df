import * as vscode from 'vscode';
import { RevealOutputChannelOn, type BaseLanguageClient, type LanguageClientOptions, type Middleware } from 'vscode-languageclient';
import type { InitializationOptions } from '../../language-server/protocol.js';
import type { CrashRecord } from './crash-record.js';
import { afterCrashes, restartAfterCrashes } from './crashes.js';

/** Old versions of a file, as comparisons show them: the server would take them for further declarations of the same names. */
const OLD_VERSIONS = new Set(['git', 'gitfs', 'svn', 'review', 'pr', 'timeline', 'chat-editing-snapshot-text-model']);

export function clientOptions(client: () => BaseLanguageClient | undefined, crashes: CrashRecord, peace: Middleware): LanguageClientOptions {
    const looksAt = (params: unknown) => {
        const { textDocument } = (params ?? {}) as { textDocument?: { uri?: string } };
        // A server that says itself what it looks at knows better.
        if (textDocument?.uri !== undefined && !crashes.isSuspicious) crashes.looksAt(textDocument.uri, Date.now());
    };
    return {
        // Of any scheme: disks, remote machines, repositories on the web, texts not saved yet.
        documentSelector: [{ language: 'ptarget' }],
        synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/*.ptarget') },
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        initializationOptions: (): InitializationOptions => ({ builtinDocuments: true, ...afterCrashes(crashes) }),
        errorHandler: restartAfterCrashes(crashes, client),
        middleware: {
            ...peace,
            sendRequest: (type, params, token, next) => {
                looksAt(params);
                return next(type, params, token);
            },
            sendNotification: (type, next, params) => {
                looksAt(params);
                return next(type, params);
            },
            didOpen: (document, next) => (OLD_VERSIONS.has(document.uri.scheme) ? Promise.resolve() : next(document)),
            didClose: (document, next) => (OLD_VERSIONS.has(document.uri.scheme) ? Promise.resolve() : next(document)),
        },
    };
}
