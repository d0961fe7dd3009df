import * as vscode from 'vscode';
import { preview, previewClosed, type Form, type PreviewUpdate } from '../../language-server/protocol.js';
import type { ServerLink } from '../client/server-link.js';
import { AtMostEvery } from './at-most-every.js';
import { previewSettings } from './settings.js';

/** What an update is asked for. */
export interface Wanted {
    readonly uri: vscode.Uri;
    /** The form's own choice where undefined. */
    readonly form: Form | undefined;
    /** A page that is not seen is not there; it says so when it is loaded again. */
    readonly visible: boolean;
}

/** Asks the server for what changed since the last time, one question after the other, and hands the answers on. */
export class PreviewUpdates {
    /** Known to the server by this name. */
    private readonly panel = crypto.randomUUID();
    /** The revision that the page shows. */
    private revision: number | undefined;
    /** Grows whenever answers to earlier questions are of no use any more. */
    private epoch = 0;
    private asking = false;
    private outdated = true;
    private disposed = false;
    private readonly pace: AtMostEvery;

    constructor(
        private readonly server: ServerLink,
        private readonly wanted: () => Wanted,
        /** Undefined where the file cannot be read. */
        private readonly show: (update: PreviewUpdate | undefined) => void,
    ) {
        this.pace = new AtMostEvery(() => previewSettings(wanted().uri).refreshInterval, () => void this.ask());
    }

    /** Whether the page shows an older text than the editor. */
    get behind(): boolean {
        return this.outdated || this.asking;
    }

    /** The text has changed; the server will say when that matters. */
    textChanged(): void {
        this.outdated = true;
    }

    changed(): void {
        this.outdated = true;
        this.pace.ask();
    }

    /** Asks at once, for what is new. */
    refresh(): void {
        this.outdated = true;
        this.pace.askNow();
    }

    /** Asks at once, for everything. */
    startAgain(): void {
        this.epoch++;
        this.revision = undefined;
        this.refresh();
    }

    dispose(): void {
        this.disposed = true;
        this.pace.cancel();
        this.server.tell(previewClosed, { panel: this.panel });
    }

    private async ask(): Promise<void> {
        const { uri, form, visible } = this.wanted();
        if (this.asking || this.disposed || !visible) return;
        const { epoch, revision } = this;
        this.asking = true;
        this.outdated = false;
        // An editor's text counts, so the server must have the file from the editor.
        await vscode.workspace.openTextDocument(uri).then(() => undefined, () => undefined);
        const answer = await this.server.ask(preview, { uri: this.server.uriOf(uri), panel: this.panel, form, base: revision });
        this.asking = false;
        if (this.disposed) return;
        if (epoch === this.epoch) {
            this.revision = answer?.revision;
            this.show(answer ?? undefined);
        }
        if (epoch !== this.epoch || this.outdated) this.pace.ask();
    }
}
