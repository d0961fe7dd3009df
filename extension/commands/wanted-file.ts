import * as vscode from 'vscode';
import type { Extension } from './command.js';

/** The file that a command is about: the one it was called on, else that of the active preview or editor. */
export function wantedFile(given: unknown, { previews }: Extension): vscode.Uri | undefined {
    if (given instanceof vscode.Uri) return given;
    if (typeof given === 'string') return vscode.Uri.parse(given);
    const document = vscode.window.activeTextEditor?.document;
    return previews.active?.uri ?? (document?.languageId === 'ptarget' ? document.uri : undefined);
}
