import * as vscode from 'vscode';
import type { Form, PreviewUpdate } from '../../language-server/protocol.js';
import type { ServerLink } from '../client/server-link.js';
import { readFromPage, type FromPage, type ToPage } from './messages.js';
import { pageFolders, pageFor } from './page.js';
import { PreviewUpdates } from './preview-updates.js';
import { showSource } from './source-editor.js';
import { SourceLink } from './source-link.js';
import { nameOf, summaryOf } from './words.js';

export const PREVIEW_TYPE = 'ptarget.preview';

/** One preview: a page that shows a file on a form, beside the file's editor. */
export class PreviewPanel {
    locked: boolean;
    /** A page that is brought back takes seconds to load. What it was sent before, it would hear then, and be scrolled as the editor was meanwhile. */
    private isLoaded = false;
    /** The form that the page shows; undefined until it shows the file. */
    private form: Form | undefined;
    private readonly chosenForms = new Map<string, Form>();
    /** What is to be brought into sight as soon as the page shows it. */
    private wantedPlace: vscode.Range | undefined;
    private readonly updates: PreviewUpdates;
    private readonly source: SourceLink;

    constructor(
        private readonly panel: vscode.WebviewPanel, private readonly extensionUri: vscode.Uri, server: ServerLink,
        public uri: vscode.Uri, { form, locked }: { form?: Form; locked: boolean },
    ) {
        this.locked = locked;
        this.choose(uri, form);
        this.updates = new PreviewUpdates(
            server,
            () => ({ uri: this.uri, form: this.chosenForms.get(this.uri.toString()), visible: panel.visible && this.isLoaded }),
            (update) => this.display(update),
        );
        this.source = new SourceLink(server, () => ({ uri: this.uri, form: this.form, behind: this.updates.behind }), (message) => this.post(message));
        const { webview } = panel;
        webview.options = { enableScripts: true, localResourceRoots: pageFolders(extensionUri) };
        webview.onDidReceiveMessage((message: unknown) => {
            const read = readFromPage(message);
            if (read) void this.receive(read);
        });
        webview.html = pageFor(webview, extensionUri);
        this.setTitle();
    }

    get isActive(): boolean {
        return this.panel.active;
    }

    /** Shows another file, or the same on another form. */
    show(uri: vscode.Uri, form?: Form): void {
        this.choose(uri, form);
        if (uri.toString() === this.uri.toString() && (!form || form === this.form)) return;
        if (uri.toString() !== this.uri.toString()) this.form = undefined;
        this.uri = uri;
        this.setTitle();
        this.updates.startAgain();
    }

    reveal(column: vscode.ViewColumn | undefined): void {
        this.panel.reveal(column, true);
    }

    bringIntoSight(place: vscode.Range): void {
        this.wantedPlace = place;
        if (this.panel.visible && !this.updates.behind) this.scrollToWanted();
    }

    /** Locked to its file, or following the editor. */
    toggleLock(): void {
        this.locked = !this.locked;
        this.setTitle();
        this.updates.refresh();
    }

    /** The server says that the table may have changed. */
    changed(): void {
        this.updates.changed();
    }

    startAgain(): void {
        this.updates.startAgain();
    }

    textChanged(): void {
        this.updates.textChanged();
        this.source.textChanged();
    }

    selectionChanged(): void {
        this.source.markCursor();
    }

    editorScrolled(editor: vscode.TextEditor): void {
        this.source.editorScrolled(editor);
    }

    dispose(): void {
        this.updates.dispose();
        this.source.dispose();
    }

    private async receive(message: FromPage): Promise<void> {
        this.isLoaded = true;
        switch (message.type) {
            case 'ready':
                return this.updates.startAgain();
            case 'choose':
                return this.show(this.uri, message.form);
            case 'goTo':
                await this.source.goTo(message.cell, message.problem);
                return;
            case 'fix':
                if (await this.source.goTo(message.cell, message.problem)) await vscode.commands.executeCommand('editor.action.quickFix');
                return;
            case 'scrolled':
                return this.source.scrollEditor(message.cell);
            case 'export':
                await vscode.commands.executeCommand('ptarget.exportTable', this.uri, this.form);
                return;
            case 'print':
                await vscode.commands.executeCommand('ptarget.printTable', this.uri, this.form);
                return;
            case 'lock':
                return this.toggleLock();
            case 'leave':
                await showSource(this.uri);
                return;
            case 'goToBroken':
                return this.source.goToBroken();
        }
    }

    private display(update: PreviewUpdate | undefined): void {
        const { t } = vscode.l10n;
        const { revision, base, exchange, patches, form, forms, problems, broken } = update ?? NOTHING;
        this.form = form;
        this.post({
            type: 'show', uri: this.uri.toString(), revision, base, exchange, patches, form, problems,
            tabs: forms, locked: this.locked, summary: summaryOf(problems),
            banner: broken ? t('A line cannot be read. The table shows everything else.') : '',
            nothing: update ? (form ? '' : t('Nothing to print yet. Write a department (部门 "…" { }) or a project (项目 "…" { }) and its table appears here.'))
                : t('{0} cannot be read.', nameOf(this.uri)),
        });
        this.source.markCursor();
        this.scrollToWanted();
    }

    private scrollToWanted(): void {
        if (this.wantedPlace) void this.source.scrollPageTo(this.wantedPlace);
        this.wantedPlace = undefined;
    }

    private choose(uri: vscode.Uri, form: Form | undefined): void {
        if (form) this.chosenForms.set(uri.toString(), form);
    }

    private setTitle(): void {
        const name = nameOf(this.uri);
        this.panel.title = this.locked ? vscode.l10n.t('Preview {0} (locked)', name) : vscode.l10n.t('Preview {0}', name);
        const icon = (theme: string) => vscode.Uri.joinPath(this.extensionUri, 'syntaxes', 'icons', `ptarget-${theme}.svg`);
        this.panel.iconPath = { light: icon('light'), dark: icon('dark') };
    }

    private post(message: ToPage): void {
        void this.panel.webview.postMessage(message);
    }
}

const NOTHING: PreviewUpdate = {
    revision: 0, forms: [], broken: false, problems: { errors: 0, warnings: 0, others: 0 }, exchange: { first: 0, deleted: 0, tables: [] }, patches: [],
};
