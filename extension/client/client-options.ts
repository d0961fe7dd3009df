import * as vscode from 'vscode';
import { RevealOutputChannelOn, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../language-server/protocol.js';
import { restartAfterCrashes } from './crashes.js';

/** Old versions of a file, as comparisons show them: the server would take them for further declarations of the same names. */
const OLD_VERSIONS = new Set(['git', 'gitfs', 'svn', 'review', 'pr', 'timeline', 'chat-editing-snapshot-text-model']);

export function clientOptions(client: () => BaseLanguageClient | undefined): LanguageClientOptions {
    return {
        // Of any scheme: disks, remote machines, repositories on the web, texts not saved yet.
        documentSelector: [{ language: 'ptarget' }],
        synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/*.ptarget') },
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        initializationOptions: { builtinDocuments: true } satisfies InitializationOptions,
        errorHandler: restartAfterCrashes(client),
        middleware: {
            didOpen: (document, next) => (OLD_VERSIONS.has(document.uri.scheme) ? Promise.resolve() : next(document)),
            didClose: (document, next) => (OLD_VERSIONS.has(document.uri.scheme) ? Promise.resolve() : next(document)),
        },
    };
}
