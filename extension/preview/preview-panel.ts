import * as vscode from 'vscode';
import { cellOfSource, preview, previewClosed, sourceOfCell, type CellAddress, type Form, type PreviewUpdate } from '../../language-server/protocol.js';
import type { ServerLink } from '../client/server-link.js';
import { AtMostEvery } from './at-most-every.js';
import { EchoGuard } from './echo-guard.js';
import { readFromPage, type FromPage, type ToPage } from './messages.js';
import { pageFolders, pageFor } from './page.js';
import { previewSettings } from './settings.js';
import { showSource, visibleEditor } from './source-editor.js';
import { nameOf, summaryOf } from './words.js';

export const PREVIEW_TYPE = 'ptarget.preview';

/** While somebody types, the text may scroll under the cursor, but the table stands still. */
const TYPING_MS = 500;

/** One preview: keeps its page in step with a file, and the file's editor in step with the page. */
export class PreviewPanel {
    locked: boolean;
    /** Known to the server by this name. */
    private readonly id = crypto.randomUUID();
    /** The revision that the page shows. */
    private revision: number | undefined;
    /** Grows whenever answers to earlier questions are of no use any more. */
    private epoch = 0;
    private form: Form | undefined;
    private readonly chosenForms = new Map<string, Form>();
    /** Whether the page shows an older text than the editor. */
    private behind = true;
    private asking = false;
    private lastTyped = 0;
    private disposed = false;
    private readonly updates = new AtMostEvery(() => previewSettings(this.uri).refreshInterval, () => void this.update());
    private readonly marking = new AtMostEvery(() => 50, () => void this.mark());
    private readonly scrolling = new AtMostEvery(() => 50, () => void this.scrollPage());
    private readonly editorEcho = new EchoGuard();

    constructor(
        private readonly panel: vscode.WebviewPanel, private readonly extensionUri: vscode.Uri, private readonly server: ServerLink,
        public uri: vscode.Uri, { form, locked }: { form?: Form; locked: boolean },
    ) {
        this.locked = locked;
        if (form) this.chosenForms.set(uri.toString(), form);
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

    isOf(uri: string): boolean {
        return this.server.uriOf(this.uri) === uri;
    }

    /** Shows another file, or the same on another form. */
    show(uri: vscode.Uri, form?: Form): void {
        if (form) this.chosenForms.set(uri.toString(), form);
        if (uri.toString() === this.uri.toString() && (!form || form === this.form)) return;
        this.uri = uri;
        this.setTitle();
        this.startAgain();
    }

    reveal(column: vscode.ViewColumn | undefined): void {
        this.panel.reveal(column, true);
    }

    /** Locked to its file, or following the editor. */
    toggleLock(): void {
        this.locked = !this.locked;
        this.setTitle();
        this.updates.askNow();
    }

    changed(): void {
        this.behind = true;
        this.updates.ask();
    }

    /** Asks for everything anew. */
    startAgain(): void {
        this.epoch++;
        this.revision = undefined;
        this.behind = true;
        this.updates.askNow();
    }

    textChanged(): void {
        this.behind = true;
        this.lastTyped = Date.now();
    }

    selectionChanged(): void {
        this.marking.ask();
    }

    editorScrolled(editor: vscode.TextEditor): void {
        const typing = Date.now() - this.lastTyped < TYPING_MS;
        if (!this.editorEcho.isEcho && !typing && editor === visibleEditor(this.uri)) this.scrolling.ask();
    }

    dispose(): void {
        if (this.disposed) return;
        this.disposed = true;
        for (const pending of [this.updates, this.marking, this.scrolling]) pending.cancel();
        this.server.tell(previewClosed, { panel: this.id });
    }

    /** Goes to the text that a cell shows. */
    async goTo(cell: CellAddress, problem?: number): Promise<vscode.TextEditor | undefined> {
        const { form } = this;
        const range = form && await this.server.ask(sourceOfCell, { ...cell, uri: this.server.uriOf(this.uri), form, problem });
        if (!range) return undefined;
        this.editorEcho.expectEcho();
        return showSource(this.uri, toRange(range));
    }

    private async receive(message: FromPage): Promise<void> {
        switch (message.type) {
            case 'ready':
                return this.startAgain();
            case 'choose':
                return this.show(this.uri, message.form);
            case 'goTo':
                await this.goTo(message.cell, message.problem);
                return;
            case 'fix':
                if (await this.goTo(message.cell, message.problem)) await vscode.commands.executeCommand('editor.action.quickFix');
                return;
            case 'scrolled':
                return this.scrollEditor(message.cell);
            case 'export':
                await vscode.commands.executeCommand('ptarget.exportTable', this.uri, this.form);
                return;
            case 'lock':
                return this.toggleLock();
            case 'leave':
                await showSource(this.uri);
                return;
            case 'goToBroken':
                return this.goToBroken();
        }
    }

    /** One question at a time; what changes meanwhile is asked for afterwards. */
    private async update(): Promise<void> {
        if (this.asking || this.disposed) return;
        if (!this.panel.visible) return; // a page that is not seen is not there; it says so when it is loaded again
        const { epoch, uri } = this;
        this.asking = true;
        this.behind = false;
        // An editor's text counts, so the server must have the file from the editor.
        await vscode.workspace.openTextDocument(uri).then(() => undefined, () => undefined);
        const answer = await this.server.ask(preview, {
            uri: this.server.uriOf(uri), panel: this.id, form: this.chosenForms.get(uri.toString()), base: this.revision,
        });
        this.asking = false;
        if (this.disposed) return;
        if (epoch === this.epoch) this.display(answer ?? NOTHING, answer ? '' : vscode.l10n.t('{0} cannot be read.', nameOf(uri)));
        if (epoch !== this.epoch || this.behind) this.updates.ask();
    }

    private display(update: PreviewUpdate, failure: string): void {
        const { t } = vscode.l10n;
        const { revision, base, exchange, patches, form, forms, problems, broken } = update;
        this.revision = revision;
        this.form = form;
        this.post({
            type: 'show', uri: this.uri.toString(), revision, base, exchange, patches, form, problems,
            tabs: forms, locked: this.locked, summary: summaryOf(problems),
            banner: broken ? t('A line cannot be read. The table shows everything else.') : '',
            nothing: failure || (form ? '' : t('Nothing to print yet. Write a department (部门 "…" { }) or a project (项目 "…" { }) and its table appears here.')),
        });
        this.marking.ask();
    }

    /** Marks the cell that the cursor is in. */
    private async mark(): Promise<void> {
        const editor = visibleEditor(this.uri);
        // The page would look for the cell in an older table; it is marked with the update that is on its way.
        if (!editor || this.behind || !previewSettings(this.uri).markEditorSelection) return;
        const cell = await this.cellAt(editor.selection);
        this.post({ type: 'mark', cell: cell ?? null });
    }

    private async scrollPage(): Promise<void> {
        const visible = visibleEditor(this.uri)?.visibleRanges[0];
        if (!visible || this.behind || !previewSettings(this.uri).scrollPreviewWithEditor) return;
        const cell = await this.cellAt(visible);
        if (cell) this.post({ type: 'scrollTo', cell });
    }

    private async scrollEditor(cell: CellAddress): Promise<void> {
        const editor = visibleEditor(this.uri);
        if (!editor || !this.form || !previewSettings(this.uri).scrollEditorWithPreview) return;
        const range = await this.server.ask(sourceOfCell, { ...cell, uri: this.server.uriOf(this.uri), form: this.form });
        if (!range) return;
        this.editorEcho.expectEcho();
        editor.revealRange(toRange(range), vscode.TextEditorRevealType.AtTop);
    }

    private async goToBroken(): Promise<void> {
        const broken = vscode.languages.getDiagnostics(this.uri).find(({ code }) => code === 'syntax');
        await showSource(this.uri, broken?.range);
    }

    private async cellAt(range: vscode.Range): Promise<CellAddress | null | undefined> {
        return this.form && this.server.ask(cellOfSource, { uri: this.server.uriOf(this.uri), form: this.form, range: this.server.rangeOf(range) });
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

function toRange({ start, end }: { start: { line: number; character: number }; end: { line: number; character: number } }): vscode.Range {
    return new vscode.Range(start.line, start.character, end.line, end.character);
}
