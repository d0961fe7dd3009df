import type * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import type { Message, Range } from '../../language-server/protocol.js';

/** The server, asked by the typed messages of the protocol. */
export class ServerLink {
    constructor(private readonly client: BaseLanguageClient) {}

    /** @returns undefined where the server cannot answer, e.g. because it is just being restarted */
    async ask<P, R>(message: Message<P, R>, params: P): Promise<R | undefined> {
        try {
            return await this.client.sendRequest<R>(message.method, params);
        } catch (error) {
            this.client.warn(`${message.method}: ${error instanceof Error ? error.message : String(error)}`);
            return undefined;
        }
    }

    tell<P>(message: Message<P>, params: P): void {
        // A server that is not running has nothing to be told about.
        if (this.client.isRunning()) void this.client.sendNotification(message.method, params).catch(() => undefined);
    }

    onMessage<P>(message: Message<P>, listener: (params: P) => void): vscode.Disposable {
        return this.client.onNotification(message.method, listener);
    }

    /** A server that has just started knows nothing of what was said before. */
    onStarted(listener: () => void): vscode.Disposable {
        return this.client.onDidChangeState(({ newState }) => {
            if (newState === State.Running) listener();
        });
    }

    uriOf(uri: vscode.Uri): string {
        return this.client.code2ProtocolConverter.asUri(uri);
    }

    rangeOf({ start, end }: vscode.Range): Range {
        const plain = ({ line, character }: vscode.Position) => ({ line, character });
        return { start: plain(start), end: plain(end) };
    }
}
