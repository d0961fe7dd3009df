import * as vscode from 'vscode';
import type { Extension } from './command.js';

/** The file that a command is about: the one it was called on, else that of the active preview or editor. */
export function wantedFile(given: unknown, { previews }: Extension): vscode.Uri | undefined {
    // A preview's own title bar passes the preview, which is no file.
    if (given instanceof vscode.Uri && given.scheme !== 'webview-panel') return given;
    if (typeof given === 'string') return vscode.Uri.parse(given);
    const document = vscode.window.activeTextEditor?.document;
    return previews.active?.uri ?? (document?.languageId === 'ptarget' ? document.uri : undefined);
}
