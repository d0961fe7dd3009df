import * as vscode from 'vscode';
import { checklist, checklistChanged, type Checklist } from '../../language-server/protocol.js';
import type { ServerLink } from '../client/server-link.js';

/** Typing makes no more requests than this. */
const PAUSE_MS = 300;

/** The checklist of the .ptarget file in front, asked for again when the server says that it may have changed. */
export class Checklists implements vscode.Disposable {
    private readonly changed = new vscode.EventEmitter<void>();
    readonly onChange = this.changed.event;

    /** The file in front, or the last one that was. */
    uri: vscode.Uri | undefined;
    current: Checklist | undefined;

    private timer: ReturnType<typeof setTimeout> | undefined;
    private readonly listeners: vscode.Disposable[];

    constructor(private readonly server: ServerLink) {
        this.listeners = [
            server.onMessage(checklistChanged, () => this.schedule()),
            server.onStarted(() => void this.refresh()),
            vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
            vscode.workspace.onDidCloseTextDocument(({ uri }) => {
                if (uri.toString() === this.uri?.toString()) this.show(undefined);
            }),
        ];
        this.follow(vscode.window.activeTextEditor);
    }

    dispose(): void {
        clearTimeout(this.timer);
        for (const listener of this.listeners) listener.dispose();
        this.changed.dispose();
    }

    private follow(editor: vscode.TextEditor | undefined): void {
        if (editor?.document.languageId === 'ptarget') this.show(editor.document.uri);
    }

    private show(uri: vscode.Uri | undefined): void {
        this.uri = uri;
        this.current = undefined;
        void vscode.commands.executeCommand('setContext', 'ptarget.hasChecklist', uri !== undefined);
        this.changed.fire();
        void this.refresh();
    }

    private schedule(): void {
        this.timer ??= setTimeout(() => {
            this.timer = undefined;
            void this.refresh();
        }, PAUSE_MS);
    }

    private async refresh(): Promise<void> {
        const { uri } = this;
        if (!uri) return;
        const answer = await this.server.ask(checklist, { uri: this.server.uriOf(uri) });
        // Another file may have come to the front in the meantime.
        if (this.uri !== uri) return;
        this.current = answer ?? undefined;
        this.changed.fire();
    }
}
