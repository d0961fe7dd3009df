import * as vscode from 'vscode';
import { exportTable, type ExportChoices, type Form } from '../../language-server/protocol.js';
import { fromBase64 } from '../client/base64.js';
import type { ServerLink } from '../client/server-link.js';
import { targetFilesUnder } from '../client/workspace-files.js';
import { choicesOf } from './choices-of-file.js';
import { reasonOf } from './saving.js';

export interface FileToExport {
    readonly uri: vscode.Uri;
    /** Under the folder, with slashes. */
    readonly name: string;
    /** Undefined where the file cannot be read. */
    readonly choices: ExportChoices | undefined;
}

/** The .ptarget files of a folder and what each can be exported as. */
export async function filesToExport(server: ServerLink, folder: vscode.Uri): Promise<FileToExport[]> {
    const files: FileToExport[] = [];
    for await (const uri of targetFilesUnder(folder)) {
        files.push({ uri, name: uri.path.slice(folder.path.length).replace(/^\//, ''), choices: await choicesOf(server, uri) });
    }
    return files.sort((one, other) => (one.name < other.name ? -1 : 1));
}

export interface Wishes {
    readonly forms: readonly Form[];
    readonly format: string;
    readonly target: vscode.Uri;
    /** What to do with files that are there already: asked at the first of them. */
    readonly askAboutExisting: (fileName: string) => Promise<WithExisting>;
}

export type WithExisting = 'overwrite' | 'skip' | 'cancel';

/** Exports one file after the other; what cannot be exported does not keep the rest from it. */
export class FolderExport {
    written = 0;
    /** Files that were there already and were left alone. */
    kept = 0;
    cancelled = false;
    /** What could not be exported and why, and what the tables lack. */
    readonly remarks: { readonly name: string; readonly reason: string }[] = [];
    private withExisting: WithExisting | undefined;

    constructor(private readonly server: ServerLink, private readonly wishes: Wishes) {}

    async run(files: readonly FileToExport[], progress: vscode.Progress<{ message: string; increment: number }>, token: vscode.CancellationToken): Promise<void> {
        for (const file of files) {
            this.cancelled ||= token.isCancellationRequested;
            if (this.cancelled) return;
            progress.report({ message: file.name, increment: 100 / files.length });
            await this.exportFile(file);
        }
    }

    private async exportFile(file: FileToExport): Promise<void> {
        const { t } = vscode.l10n;
        const { name, choices } = file;
        const forms = this.wishes.forms.filter((form) => choices?.forms.some((choice) => choice.form === form));
        if (!choices) this.remarks.push({ name, reason: t('The file cannot be read.') });
        else if (forms.length === 0) this.remarks.push({ name, reason: t('There is nothing to export on these forms.') });
        else if (choices.broken) this.remarks.push({ name, reason: t('A line cannot be read. The table shows everything else.') });
        for (const form of forms) {
            try {
                await this.exportForm(file, form);
            } catch (error) {
                this.remarks.push({ name, reason: reasonOf(error) });
            }
        }
    }

    private async exportForm({ uri, name }: FileToExport, form: Form): Promise<void> {
        if (this.cancelled) return;
        const made = await this.server.ask(exportTable, { uri: this.server.uriOf(uri), form, format: this.wishes.format });
        if (!made) throw new Error(vscode.l10n.t('The table could not be made.'));
        // As deep below the target as the file lies below its folder, so that files of one name do not meet.
        const place = vscode.Uri.joinPath(this.wishes.target, ...name.split('/').slice(0, -1), made.fileName);
        if (await exists(place)) {
            this.withExisting ??= await this.wishes.askAboutExisting(made.fileName);
            if (this.withExisting === 'cancel') this.cancelled = true;
            if (this.withExisting === 'skip') this.kept++;
            if (this.withExisting !== 'overwrite') return;
        }
        await vscode.workspace.fs.writeFile(place, fromBase64(made.base64));
        this.written++;
    }
}

function exists(uri: vscode.Uri): Thenable<boolean> {
    return vscode.workspace.fs.stat(uri).then(() => true, () => false);
}
