import * as vscode from 'vscode';
import { cellOfSource, sourceOfCell, type CellAddress, type Form, type Range } from '../../language-server/protocol.js';
import type { ServerLink } from '../client/server-link.js';
import { AtMostEvery } from './at-most-every.js';
import { EchoGuard } from './echo-guard.js';
import type { ToPage } from './messages.js';
import { previewSettings } from './settings.js';
import { showSource, visibleEditor } from './source-editor.js';

/** While somebody types, the text may scroll under the cursor, but the table stands still. */
const TYPING_MS = 500;
/** Cursor and scroll bar move more often than anybody sees. */
const FOLLOW_MS = 50;

interface Shown {
    readonly uri: vscode.Uri;
    readonly form: Form | undefined;
    /** Whether the page shows an older text than the editor: its cells are not those that the server would name. */
    readonly behind: boolean;
}

/** Holds the editor of a file and the page of its preview at the same place. */
export class SourceLink {
    private lastTyped = 0;
    private readonly editorEcho = new EchoGuard();
    /** The line at the top of each editor. */
    private readonly tops = new WeakMap<vscode.TextEditor, number>();
    private readonly marking = new AtMostEvery(() => FOLLOW_MS, () => void this.mark());
    private readonly scrolling = new AtMostEvery(() => FOLLOW_MS, () => void this.scrollPage());

    constructor(private readonly server: ServerLink, private readonly shown: () => Shown, private readonly post: (message: ToPage) => void) {
        const editor = visibleEditor(shown().uri);
        if (editor) this.hasMoved(editor);
    }

    textChanged(): void {
        this.lastTyped = Date.now();
    }

    /** Marks the cell that the cursor is in. */
    markCursor(): void {
        this.marking.ask();
    }

    editorScrolled(editor: vscode.TextEditor): void {
        if (editor !== visibleEditor(this.shown().uri) || !this.hasMoved(editor)) return;
        const typing = Date.now() - this.lastTyped < TYPING_MS;
        if (!this.editorEcho.isEcho && !typing) this.scrolling.ask();
    }

    /** Brings the first cell that shows a place of the text to the top of the page. */
    async scrollPageTo(place: vscode.Range): Promise<void> {
        const cell = await this.cellAt(place);
        if (cell) this.post({ type: 'scrollTo', cell });
    }

    /** Selects what a cell comes from, or a problem in it. */
    async goTo(cell: CellAddress, problem?: number): Promise<vscode.TextEditor | undefined> {
        const range = await this.sourceOf(cell, problem);
        if (!range) return undefined;
        this.editorEcho.expectEcho();
        return showSource(this.shown().uri, toRange(range));
    }

    /** Selects the first line that cannot be read. */
    async goToBroken(): Promise<void> {
        const { uri } = this.shown();
        await showSource(uri, vscode.languages.getDiagnostics(uri).find(({ code }) => code === 'syntax')?.range);
    }

    /** The page was scrolled to a cell. */
    async scrollEditor(cell: CellAddress): Promise<void> {
        const { uri } = this.shown();
        const editor = visibleEditor(uri);
        if (!editor || !previewSettings(uri).scrollEditorWithPreview) return;
        const range = await this.sourceOf(cell);
        if (!range) return;
        this.editorEcho.expectEcho();
        editor.revealRange(toRange(range), vscode.TextEditorRevealType.AtTop);
    }

    dispose(): void {
        this.marking.cancel();
        this.scrolling.cancel();
    }

    /** VS Code also tells of editors that are only laid out anew: when a window opens or is resized, or code lenses come in. */
    private hasMoved(editor: vscode.TextEditor): boolean {
        const top = editor.visibleRanges[0]?.start.line;
        if (top === undefined || top === this.tops.get(editor)) return false;
        this.tops.set(editor, top);
        return true;
    }

    private async mark(): Promise<void> {
        const { uri, behind } = this.shown();
        const editor = visibleEditor(uri);
        if (!editor || behind || !previewSettings(uri).markEditorSelection) return;
        this.post({ type: 'mark', cell: (await this.cellAt(editor.selection)) ?? null });
    }

    private async scrollPage(): Promise<void> {
        const { uri, behind } = this.shown();
        const visible = visibleEditor(uri)?.visibleRanges[0];
        if (visible && !behind && previewSettings(uri).scrollPreviewWithEditor) await this.scrollPageTo(visible);
    }

    private async cellAt(range: vscode.Range): Promise<CellAddress | null | undefined> {
        const { uri, form } = this.shown();
        return form && this.server.ask(cellOfSource, { uri: this.server.uriOf(uri), form, range: this.server.rangeOf(range) });
    }

    private async sourceOf(cell: CellAddress, problem?: number): Promise<Range | null | undefined> {
        const { uri, form } = this.shown();
        return form && this.server.ask(sourceOfCell, { ...cell, uri: this.server.uriOf(uri), form, problem });
    }
}

function toRange({ start, end }: Range): vscode.Range {
    return new vscode.Range(start.line, start.character, end.line, end.character);
}
