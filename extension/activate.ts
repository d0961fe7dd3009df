import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { reading } from '../language-server/protocol.js';
import { Checklists } from './checklist/checklists.js';
import { ChecklistTree } from './checklist/checklist-tree.js';
import { SubmissionStatus } from './checklist/submission-status.js';
import { announcedCommands } from './client/announced-commands.js';
import { showBuiltinDocuments } from './client/builtin-documents.js';
import { clientOptions } from './client/client-options.js';
import { CrashRecord } from './client/crash-record.js';
import { endHangingServer } from './client/hanging-server.js';
import { Heartbeat } from './client/heartbeat.js';
import { ServerLink } from './client/server-link.js';
import { typingInPeace } from './client/typing-in-peace.js';
import { answerFileRequests } from './client/workspace-files.js';
import { COMMANDS } from './commands/index.js';
import { PreviewPanels } from './preview/preview-panels.js';
import { restorePreviews } from './preview/restored-previews.js';

let running: BaseLanguageClient | undefined;

/** The desktop and the web differ in how a server is started, and how one that hangs is ended. */
export interface Serving {
    readonly client: BaseLanguageClient;
    endServer(): void;
}

export function start(context: vscode.ExtensionContext, serve: (options: LanguageClientOptions) => Serving): void {
    const crashes = new CrashRecord();
    const heartbeat = new Heartbeat();
    const peace = typingInPeace();
    const { client, endServer } = serve(clientOptions(() => running, crashes, heartbeat, peace.middleware, context.storageUri));
    running = client;
    client.registerFeature(announcedCommands);
    const server = new ServerLink(client);
    const previews = new PreviewPanels(context.extensionUri, server);
    const checklists = new Checklists(server);
    const extension = { client, server, previews, crashes, storage: context.globalStorageUri };
    context.subscriptions.push(
        peace.disposable,
        previews,
        checklists,
        vscode.window.registerTreeDataProvider('ptarget.checklist', new ChecklistTree(checklists)),
        new SubmissionStatus(checklists),
        restorePreviews(previews),
        answerFileRequests(client),
        client.onNotification(reading.method, ({ uri }: { uri: string }) => crashes.looksAt(uri, Date.now())),
        showBuiltinDocuments(server),
        ...COMMANDS.map(({ id, run }) => vscode.commands.registerCommand(id, (...args: unknown[]) => run(extension, ...args))),
    );
    // Whoever develops the extension may hold the server in a debugger.
    if (context.extensionMode !== vscode.ExtensionMode.Development) context.subscriptions.push(endHangingServer(client, heartbeat, crashes, endServer));
    // Menus of folders ask for it.
    void vscode.commands.executeCommand('setContext', 'ptarget.isActive', true);
    // Not waited for: the editor is not kept, and whatever is asked of the server waits for it.
    client.start().catch((error: unknown) => client.error('ptarget', error));
}

export function stop(): Promise<void> | undefined {
    return running?.isRunning() ? running.stop() : undefined;
}
