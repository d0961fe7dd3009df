import * as vscode from 'vscode';
import { exportTable as exportRequest } from '../../language-server/protocol.js';
import { chooseForm, chooseFormat } from '../export/choosing.js';
import { choicesOrNotice } from '../export/choices-of-file.js';
import { isOnOwnMachine, save } from '../export/saving.js';
import { nameOf } from '../preview/words.js';
import type { Command } from './command.js';
import { wantedFile } from './wanted-file.js';

export const exportTable: Command = {
    id: 'ptarget.exportTable',
    async run(extension, given, givenForm) {
        const { server } = extension;
        const uri = wantedFile(given, extension);
        const choices = uri && await choicesOrNotice(server, uri);
        if (!choices) return;
        const title = vscode.l10n.t('Export');
        const form = choices.forms.find(({ form }) => form === givenForm)?.form ?? await chooseForm(choices.forms, title);
        const format = form && await chooseFormat(choices.formats, title);
        if (!format) return;
        const file = await server.ask(exportRequest, { uri: server.uriOf(uri), form, format });
        if (!file) {
            void vscode.window.showErrorMessage(vscode.l10n.t('The table could not be made.'));
            return;
        }
        const target = await save(file, uri, format, title);
        if (target) await offerToOpen(target, choices.broken);
    },
};

async function offerToOpen(target: vscode.Uri, broken: boolean): Promise<void> {
    const { t } = vscode.l10n;
    const open = t('Open');
    const done = t('Exported to {0}', nameOf(target));
    const chosen = broken
        ? await vscode.window.showWarningMessage(`${done}\n${t('A line cannot be read. The table shows everything else.')}`, open)
        : await vscode.window.showInformationMessage(done, open);
    if (chosen !== open) return;
    if (isOnOwnMachine(target)) await vscode.env.openExternal(target);
    else await vscode.commands.executeCommand('vscode.open', target);
}
