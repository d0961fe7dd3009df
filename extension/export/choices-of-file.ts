import * as vscode from 'vscode';
import { exportChoices, type ExportChoices } from '../../language-server/protocol.js';
import type { ServerLink } from '../client/server-link.js';
import { nameOf } from '../preview/words.js';

/** What a file can be exported as; undefined where it cannot be read. */
export async function choicesOf(server: ServerLink, uri: vscode.Uri): Promise<ExportChoices | undefined> {
    const ask = () => server.ask(exportChoices, { uri: server.uriOf(uri) });
    const known = await ask();
    if (known) return known;
    // Of a file outside the workspace the server knows what it is told when the file is opened, which need not be shown.
    const opened = await vscode.workspace.openTextDocument(uri).then(() => true, () => false);
    return opened ? (await ask()) ?? undefined : undefined;
}

/** The same for a single file; the user is told where there is nothing to choose from. */
export async function choicesOrNotice(server: ServerLink, uri: vscode.Uri): Promise<ExportChoices | undefined> {
    const choices = await choicesOf(server, uri);
    if (choices && choices.forms.length > 0) return choices;
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} has nothing to export yet.', nameOf(uri)));
    return undefined;
}
