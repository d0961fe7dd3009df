import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type BaseLanguageClient, type ErrorHandler } from 'vscode-languageclient';
import type { InitializationOptions } from '../../language-server/protocol.js';
import { nameOf } from '../preview/words.js';
import type { CrashRecord } from './crash-record.js';

/** A server that ends is started again; one that ends again and again is left alone, with a button to try once more. */
export function restartAfterCrashes(crashes: CrashRecord, client: () => BaseLanguageClient | undefined): ErrorHandler {
    return {
        error: () => ({ action: ErrorAction.Continue }),
        closed() {
            const { again, quarantined } = crashes.ended(Date.now());
            if (quarantined !== undefined) void tellOfQuarantine(quarantined, client());
            if (again) return { action: CloseAction.Restart, handled: true };
            void offerRestart(client());
            return { action: CloseAction.DoNotRestart, handled: true };
        },
    };
}

/** What a server is told of those before it. */
export function afterCrashes(crashes: CrashRecord): InitializationOptions {
    return { quarantined: crashes.quarantined, announcesFiles: true };
}

async function tellOfQuarantine(uri: string, client: BaseLanguageClient | undefined): Promise<void> {
    const message = vscode.l10n.t('The checks stopped twice while {0} was being read. It is only coloured now; all other files are checked.', nameOf(vscode.Uri.parse(uri)));
    await offer(message, client, vscode.window.showWarningMessage);
}

async function offerRestart(client: BaseLanguageClient | undefined): Promise<void> {
    const message = vscode.l10n.t('The checks of ptarget files have stopped working several times. Colours still work; restart to get the rest back.');
    await offer(message, client, vscode.window.showErrorMessage);
}

async function offer(message: string, client: BaseLanguageClient | undefined, show: (message: string, ...choices: string[]) => Thenable<string | undefined>): Promise<void> {
    const restart = vscode.l10n.t('Restart');
    const showLog = vscode.l10n.t('Show log');
    const chosen = await show(message, restart, showLog);
    if (chosen === restart) await vscode.commands.executeCommand('ptarget.restartServer');
    else if (chosen === showLog) client?.outputChannel.show();
}
