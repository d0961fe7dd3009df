import * as vscode from 'vscode';
import { chooseFormat, chooseForms } from '../export/choosing.js';
import { filesToExport, FolderExport, type FileToExport, type WithExisting } from '../export/folder-export.js';
import { nameOf } from '../preview/words.js';
import { formIn } from './arguments.js';
import type { Command, Extension } from './command.js';

/** What a caller can say beforehand; the user is asked for the rest. */
interface Given {
    readonly forms?: unknown;
    readonly format?: unknown;
    readonly target?: unknown;
    readonly existing?: unknown;
}

/** Exports all files of a folder, for handing in what all departments have written. */
export const exportFolder: Command = {
    id: 'ptarget.exportFolder',
    async run(extension, folderGiven, given) {
        const { t } = vscode.l10n;
        const folder = folderGiven instanceof vscode.Uri ? folderGiven : await chooseFolder();
        if (!folder) return undefined;
        const files = await filesToExport(extension.server, folder);
        if (!files.some(({ choices }) => choices && choices.forms.length > 0)) {
            void vscode.window.showInformationMessage(t('{0} has nothing to export yet.', nameOf(folder)));
            return undefined;
        }
        const title = t('Export {0}', nameOf(folder));
        const work = await prepare(extension, files, folder, title, (given ?? {}) as Given);
        if (!work) return undefined;
        const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
        await vscode.window.withProgress(options, (progress, token) => work.run(files, progress, token));
        void tellHowItWent(extension, work);
        return { written: work.written, kept: work.kept, cancelled: work.cancelled, remarks: work.remarks };
    },
};

async function prepare({ server }: Extension, files: readonly FileToExport[], folder: vscode.Uri, title: string, given: Given): Promise<FolderExport | undefined> {
    const offered = files.flatMap(({ choices }) => choices ?? []);
    const allForms = [...new Map(offered.flatMap(({ forms }) => forms.map((form) => [form.form, form]))).values()];
    const forms = Array.isArray(given.forms) ? given.forms.flatMap((form) => formIn(form) ?? []) : await chooseForms(allForms, title);
    if (!forms || forms.length === 0) return undefined;
    const format = typeof given.format === 'string' ? given.format : await chooseFormat(offered[0]!.formats, title);
    if (!format) return undefined;
    const target = given.target instanceof vscode.Uri ? given.target : await chooseTarget(folder, title);
    if (!target) return undefined;
    const existing = EXISTING.find((choice) => choice === given.existing);
    return new FolderExport(server, { forms, format, target, askAboutExisting: existing ? () => Promise.resolve(existing) : askAboutExisting });
}

const EXISTING: readonly WithExisting[] = ['overwrite', 'skip', 'cancel'];

async function askAboutExisting(fileName: string): Promise<WithExisting> {
    const { t } = vscode.l10n;
    const items = [{ label: t('Keep all'), choice: 'skip' }, { label: t('Overwrite all'), choice: 'overwrite' }] as const;
    const placeHolder = t('What is to happen with files that exist already?');
    const chosen = await vscode.window.showQuickPick(items, { title: t('{0} exists already.', fileName), placeHolder, ignoreFocusOut: true });
    return chosen?.choice ?? 'cancel';
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (folders.length === 1) return folders[0]!.uri;
    return (await vscode.window.showWorkspaceFolderPick())?.uri;
}

async function chooseTarget(folder: vscode.Uri, title: string): Promise<vscode.Uri | undefined> {
    const chosen = await vscode.window.showOpenDialog({ title, openLabel: vscode.l10n.t('Export here'), defaultUri: folder, canSelectFiles: false, canSelectFolders: true });
    return chosen?.[0];
}

/** The remarks go to the log, since there may be many of them. */
async function tellHowItWent({ client }: Extension, { written, kept, cancelled, remarks }: FolderExport): Promise<void> {
    const { t } = vscode.l10n;
    const told = [
        t('Files exported: {0}', written),
        ...(kept > 0 ? [t('kept as they were: {0}', kept)] : []),
        ...(remarks.length > 0 ? [t('with remarks: {0}', remarks.length)] : []),
        ...(cancelled ? [t('cancelled')] : []),
    ].join(t(', '));
    if (remarks.length === 0) {
        void vscode.window.showInformationMessage(told);
        return;
    }
    for (const { name, reason } of remarks) client.outputChannel.appendLine(`${name}: ${reason}`);
    const show = t('Show remarks');
    if (await vscode.window.showWarningMessage(told, show) === show) client.outputChannel.show();
}
