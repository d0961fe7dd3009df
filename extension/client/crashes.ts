import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type BaseLanguageClient, type ErrorHandler } from 'vscode-languageclient';

const MOST_CRASHES = 5;
const WITHIN_MS = 3 * 60 * 1000;

/** A server that ends is started again; one that ends again and again is left alone, with a button to try once more. */
export function restartAfterCrashes(client: () => BaseLanguageClient | undefined): ErrorHandler {
    let crashes: number[] = [];
    return {
        error: () => ({ action: ErrorAction.Continue }),
        closed() {
            const now = Date.now();
            crashes = [...crashes.filter((at) => now - at < WITHIN_MS), now];
            if (crashes.length < MOST_CRASHES) return { action: CloseAction.Restart, handled: true };
            crashes = [];
            void offerRestart(client());
            return { action: CloseAction.DoNotRestart, handled: true };
        },
    };
}

async function offerRestart(client: BaseLanguageClient | undefined): Promise<void> {
    const restart = vscode.l10n.t('Restart');
    const showLog = vscode.l10n.t('Show log');
    const message = vscode.l10n.t('The checks of ptarget files have stopped working several times. Colours still work; restart to get the rest back.');
    const chosen = await vscode.window.showErrorMessage(message, restart, showLog);
    if (chosen === restart) await vscode.commands.executeCommand('ptarget.restartServer');
    else if (chosen === showLog) client?.outputChannel.show();
}
