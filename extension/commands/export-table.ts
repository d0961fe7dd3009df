import * as vscode from 'vscode';
import { exportChoices, exportTable as exportRequest, type ExportChoices, type Form } from '../../language-server/protocol.js';
import { fromBase64 } from '../client/base64.js';
import { nameOf } from '../preview/words.js';
import type { Command, Extension } from './command.js';
import { wantedFile } from './wanted-file.js';

export const exportTable: Command = {
    id: 'ptarget.exportTable',
    async run(extension, given, givenForm) {
        const uri = wantedFile(given, extension);
        if (!uri) return;
        // Opened, not shown: the server has the text that an editor may hold unsaved.
        await vscode.workspace.openTextDocument(uri);
        const choices = await extension.server.ask(exportChoices, { uri: extension.server.uriOf(uri) });
        if (!choices || choices.forms.length === 0) {
            void vscode.window.showInformationMessage(vscode.l10n.t('{0} has nothing to export yet.', nameOf(uri)));
            return;
        }
        const form = choices.forms.find(({ form }) => form === givenForm)?.form ?? await chooseForm(choices);
        const format = form && await chooseFormat(choices);
        if (format) await write(extension, uri, form, format);
    },
};

async function chooseForm({ forms }: ExportChoices): Promise<Form | undefined> {
    if (forms.length === 1) return forms[0]!.form;
    const items = forms.map(({ form, name, title }) => ({ label: title, description: name, form }));
    const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Export'), placeHolder: vscode.l10n.t('Which form?') });
    return chosen?.form;
}

async function chooseFormat({ formats }: ExportChoices): Promise<string | undefined> {
    const names = Object.keys(formatNames());
    const items = formats
        .map(({ format, extension }) => ({ label: nameOfFormat(format), description: `.${extension}`, format }))
        .sort((one, other) => names.indexOf(one.format) - names.indexOf(other.format));
    const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Export'), placeHolder: vscode.l10n.t('As what?') });
    return chosen?.format;
}

async function write({ server }: Extension, uri: vscode.Uri, form: Form, format: string): Promise<void> {
    const file = await server.ask(exportRequest, { uri: server.uriOf(uri), form, format });
    if (!file) {
        void vscode.window.showErrorMessage(vscode.l10n.t('The table could not be made.'));
        return;
    }
    const target = await vscode.window.showSaveDialog({
        title: vscode.l10n.t('Export'),
        defaultUri: placeBeside(uri, file.fileName),
        filters: { [nameOfFormat(format)]: [file.fileName.slice(file.fileName.lastIndexOf('.') + 1)] },
    });
    if (!target) return;
    try {
        await vscode.workspace.fs.writeFile(target, fromBase64(file.base64));
    } catch (error) {
        void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be written: {1}', nameOf(target), error instanceof Error ? error.message : String(error)));
        return;
    }
    await offerToOpen(target);
}

function placeBeside(uri: vscode.Uri, fileName: string): vscode.Uri | undefined {
    const folder = uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, '..');
    return folder && vscode.Uri.joinPath(folder, fileName);
}

async function offerToOpen(target: vscode.Uri): Promise<void> {
    const open = vscode.l10n.t('Open');
    const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('Exported to {0}', nameOf(target)), open);
    if (chosen !== open) return;
    // Where the file lies on the user's own machine, the program for it opens it.
    const own = target.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
    if (own) await vscode.env.openExternal(target);
    else await vscode.commands.executeCommand('vscode.open', target);
}

function nameOfFormat(format: string): string {
    return formatNames()[format] ?? format;
}

/** Those that are handed in come first. */
function formatNames(): Record<string, string> {
    const { t } = vscode.l10n;
    return {
        xlsx: t('Excel workbook'), docx: t('Word document'), html: t('Web page, for printing'), md: t('Markdown table'),
        csv: t('Comma-separated values'), txt: t('Plain text'), json: t('JSON, for programs'),
    };
}
