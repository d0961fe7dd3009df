import * as vscode from 'vscode';
import { previewChanged, type Form } from '../../language-server/protocol.js';
import type { ServerLink } from '../client/server-link.js';
import { PREVIEW_TYPE, PreviewPanel } from './preview-panel.js';

/** All open previews. At most one of them follows the editor; locked ones stay with their file. */
export class PreviewPanels implements vscode.Disposable {
    private readonly panels = new Set<PreviewPanel>();
    private readonly listeners: vscode.Disposable;

    constructor(private readonly extensionUri: vscode.Uri, private readonly server: ServerLink) {
        this.listeners = vscode.Disposable.from(
            server.onMessage(previewChanged, ({ uri }) => this.forEach((panel) => server.uriOf(panel.uri) === uri, (panel) => panel.changed())),
            server.onStarted(() => this.forEach(() => true, (panel) => panel.startAgain())),
            vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
            vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
                // Also told of documents that were only saved.
                if (contentChanges.length > 0) this.forEach(shows(document.uri), (panel) => panel.textChanged());
            }),
            vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.forEach(shows(textEditor.document.uri), (panel) => panel.selectionChanged())),
            vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.forEach(shows(textEditor.document.uri), (panel) => panel.editorScrolled(textEditor))),
            vscode.workspace.onDidRenameFiles(({ files }) => {
                for (const { oldUri, newUri } of files) this.forEach(shows(oldUri), (panel) => panel.show(newUri));
            }),
        );
    }

    /** The preview that has the focus. */
    get active(): PreviewPanel | undefined {
        return [...this.panels].find((panel) => panel.isActive);
    }

    /**
     * Shows a file in the preview that follows the editor, or in a new one.
     * @param place of the text: what the table says of it is brought into sight
     */
    open(uri: vscode.Uri, column: vscode.ViewColumn, form?: Form, place?: vscode.Range): void {
        const following = [...this.panels].find((panel) => !panel.locked || shows(uri)(panel));
        following?.show(uri, form);
        following?.reveal(column === vscode.ViewColumn.Beside ? undefined : column);
        const preview = following ?? this.adopt(newPanel(column), uri, { form, locked: false });
        if (place) preview.bringIntoSight(place);
    }

    adopt(panel: vscode.WebviewPanel, uri: vscode.Uri, how: { form?: Form; locked: boolean }): PreviewPanel {
        const preview = new PreviewPanel(panel, this.extensionUri, this.server, uri, how);
        this.panels.add(preview);
        panel.onDidDispose(() => {
            this.panels.delete(preview);
            preview.dispose();
        });
        return preview;
    }

    dispose(): void {
        this.listeners.dispose();
        for (const panel of this.panels) panel.dispose();
    }

    private follow(editor: vscode.TextEditor | undefined): void {
        if (editor?.document.languageId !== 'ptarget' || editor.document.uri.scheme === 'git') return;
        const { uri } = editor.document;
        this.forEach((panel) => !panel.locked, (panel) => panel.show(uri));
    }

    private forEach(which: (panel: PreviewPanel) => boolean, action: (panel: PreviewPanel) => void): void {
        for (const panel of this.panels) {
            if (which(panel)) action(panel);
        }
    }
}

function newPanel(column: vscode.ViewColumn): vscode.WebviewPanel {
    const place = { viewColumn: column, preserveFocus: column === vscode.ViewColumn.Beside };
    return vscode.window.createWebviewPanel(PREVIEW_TYPE, '', place, { enableFindWidget: true });
}

function shows(uri: vscode.Uri): (panel: PreviewPanel) => boolean {
    return (panel) => panel.uri.toString() === uri.toString();
}
