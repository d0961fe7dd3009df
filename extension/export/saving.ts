import * as vscode from 'vscode';
import type { ExportedFile } from '../../language-server/protocol.js';
import { fromBase64 } from '../client/base64.js';
import { nameOf } from '../preview/words.js';
import { nameOfFormat } from './choosing.js';

/**
 * Asks where a file is to go, beside what it was made from unless the user says otherwise, and writes it there.
 * @returns undefined where the user did not want to, or it could not be written, which is said
 */
export async function save(file: ExportedFile, madeFrom: vscode.Uri, format: string, title: string): Promise<vscode.Uri | undefined> {
    const target = await vscode.window.showSaveDialog({
        title,
        defaultUri: placeBeside(madeFrom, file.fileName),
        filters: { [nameOfFormat(format)]: [file.fileName.slice(file.fileName.lastIndexOf('.') + 1)] },
    });
    return target && await written(file, target) ? target : undefined;
}

/** Whether it could be written; if not, the user is told why. */
export async function written({ base64 }: ExportedFile, target: vscode.Uri): Promise<boolean> {
    try {
        await vscode.workspace.fs.writeFile(target, fromBase64(base64));
        return true;
    } catch (error) {
        void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be written: {1}', nameOf(target), reasonOf(error)));
        return false;
    }
}

export function reasonOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

function placeBeside(uri: vscode.Uri, fileName: string): vscode.Uri | undefined {
    const folder = uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, '..');
    return folder && vscode.Uri.joinPath(folder, fileName);
}

/** Whether the user's own programs can open a file: it lies on the machine that the user sits at. */
export function isOnOwnMachine({ scheme }: vscode.Uri): boolean {
    return scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
}
