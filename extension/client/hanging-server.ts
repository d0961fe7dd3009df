import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { signOfLife } from '../../language-server/protocol.js';
import type { CrashRecord } from './crash-record.js';
import type { Heartbeat } from './heartbeat.js';

const BEAT_MS = 5_000;

/** Ends a server that hangs: what follows is as if it had ended by itself. */
export function endHangingServer(client: BaseLanguageClient, heartbeat: Heartbeat, crashes: CrashRecord, end: () => void): vscode.Disposable {
    const clock = setInterval(() => {
        if (!client.isRunning()) return heartbeat.heard();
        switch (heartbeat.beat()) {
            case 'ask':
                client.sendRequest(signOfLife.method).catch(() => undefined);
                break;
            case 'end':
                client.error(vscode.l10n.t('The checks of ptarget files answer no more and are started again.'), undefined, false);
                crashes.hangs(Date.now());
                end();
                break;
        }
    }, BEAT_MS);
    return new vscode.Disposable(() => clearInterval(clock));
}
