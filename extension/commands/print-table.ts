import * as vscode from 'vscode';
import { exportTable as exportRequest, type ExportedFile } from '../../language-server/protocol.js';
import { choicesOrNotice } from '../export/choices-of-file.js';
import { chooseForm } from '../export/choosing.js';
import { isOnOwnMachine, save, written } from '../export/saving.js';
import { nameOf } from '../preview/words.js';
import type { Command } from './command.js';
import { wantedFile } from './wanted-file.js';

const FORMAT = 'html';

/**
 * Webviews cannot print: the page for printing is opened with the user's browser. It holds no scripts and loads nothing,
 * so that text of a workspace that is not trusted does no harm there either.
 */
export const printTable: Command = {
    id: 'ptarget.printTable',
    async run(extension, given, givenForm) {
        const { server, storage } = extension;
        const uri = wantedFile(given, extension);
        const choices = uri && await choicesOrNotice(server, uri);
        if (!choices) return;
        const title = vscode.l10n.t('Print');
        const form = choices.forms.find(({ form }) => form === givenForm)?.form ?? await chooseForm(choices.forms, title);
        const file = form && await server.ask(exportRequest, { uri: server.uriOf(uri), form, format: FORMAT });
        if (!file) return;
        if (isOnOwnMachine(storage)) await openInBrowser(file, storage);
        else await saveForBrowser(file, uri, title);
    },
};

async function openInBrowser(file: ExportedFile, storage: vscode.Uri): Promise<void> {
    const folder = vscode.Uri.joinPath(storage, 'print');
    // What was printed before is of no use any more.
    await vscode.workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
    const target = vscode.Uri.joinPath(folder, file.fileName);
    if (!await written(file, target)) return;
    if (await vscode.env.openExternal(target)) void vscode.window.showInformationMessage(vscode.l10n.t('The table is open in your browser. Print it there.'));
}

/** On another machine, or in a browser, nothing of ours can be opened by the user's programs. */
async function saveForBrowser(file: ExportedFile, uri: vscode.Uri, title: string): Promise<void> {
    const target = await save(file, uri, FORMAT, title);
    if (target) void vscode.window.showInformationMessage(vscode.l10n.t('Saved as {0}. Open it in your browser and print it there.', nameOf(target)));
}
