import {
    type CancellationToken, type ClientCapabilities, type Connection, type NotificationHandler, ResponseError, LSPErrorCodes,
} from 'vscode-languageserver';
import { LIMITS } from './domain/limits.js';
import type { Language, Wording } from './domain/wording.js';
import { reading, type ClientSettings, type Message } from './protocol.js';
import { nextTurn, Slices } from './workspace/slices.js';
import type { Workspace } from './workspace/workspace.js';

/** What the features of a running server share. */
export class Session {
    /** Chinese unless the client says that it speaks another language. */
    language: Language = 'zh';
    /** What the client says that it can do. */
    client: ClientCapabilities = {};
    /** What the user set for this editor; the rules' settings are the workspace's. */
    settings: ClientSettings = {};

    /** Whether the client can show documents whose URI begins with `ptarget-builtin:`. */
    showsBuiltinDocuments = false;
    /** Whether the client wants to know which file is looked at next. */
    announcesFiles = false;

    readonly slices: Slices;
    private readonly afterChange: (() => void)[] = [];

    /** @param rulesDocument the URI of the page of all rules, where it lies beside the server */
    constructor(readonly connection: Connection, readonly workspace: Workspace, readonly rulesDocument?: string) {
        this.slices = new Slices(workspace, (what, error) => this.log(what, error));
    }

    say(wording: Wording): string {
        return wording[this.language];
    }

    /** Has something done whenever texts or settings changed. */
    onChange(listener: () => void): void {
        this.afterChange.push(listener);
    }

    /** One listener that fails does not keep the others from being told. */
    changed(): void {
        for (const listener of this.afterChange) this.guarded('change listener', listener);
    }

    /**
     * Makes a request's handler safe to register: cancelled requests are answered as such, and whatever fails, only this
     * answer does, with the fallback, and the log says why.
     */
    answering<P, R>(what: string, fallback: R, handler: (params: P) => R | Promise<R>): (params: P, token: CancellationToken) => Promise<R | ResponseError> {
        return async (params, token) => {
            const uri = fileIn(params);
            // What has already arrived may take the question back.
            await nextTurn();
            try {
                if (uri !== undefined) await this.slices.whenRead(uri);
                if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
                if (uri !== undefined) this.announce(uri);
                return await this.inTime(what, fallback, handler(params));
            } catch (error) {
                this.log(what, error);
                return fallback;
            }
        };
    }

    /** Changes are answered for the text that they were asked for, or not at all: in another one a place means something else. */
    editing<P, R>(what: string, fallback: R, handler: (params: P) => R | Promise<R>): (params: P, token: CancellationToken) => Promise<R | ResponseError> {
        const answering = this.answering(what, fallback, handler);
        return async (params, token) => {
            const asked = this.versionOf(fileIn(params));
            const answer = await answering(params, token);
            return this.versionOf(fileIn(params)) === asked ? answer : new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed');
        };
    }

    private versionOf(uri: string | undefined): number | undefined {
        let version: number | undefined;
        if (uri !== undefined) this.guarded('version', () => (version = this.workspace.document(uri)?.version));
        return version;
    }

    /** An answer that waits for something that does not come is given without it. */
    async inTime<R>(what: string, fallback: R, answer: R | Promise<R>): Promise<R> {
        if (!(answer instanceof Promise)) return answer;
        let timer: ReturnType<typeof setTimeout> | undefined;
        const late = new Promise<R>((resolve) => {
            timer = setTimeout(() => {
                this.log(what, `no answer after ${LIMITS.answerMs} ms`);
                resolve(fallback);
            }, LIMITS.answerMs);
        });
        return Promise.race([answer, late]).finally(() => clearTimeout(timer));
    }

    /** Answers one of our own requests. */
    answer<P, R>(message: Message<P, R>, fallback: R, handler: (params: P) => R | Promise<R>): void {
        this.connection.onRequest(message.method, this.answering(message.method, fallback, handler));
    }

    listen<P>(message: Message<P>, handler: (params: P) => void): void {
        this.connection.onNotification(message.method, this.safely(message.method, handler));
    }

    send<P>(message: Message<P>, params: P): void {
        void this.connection.sendNotification(message.method, params);
    }

    /** Said before a file is looked at: if that ends the server, the client knows over which file it ended. */
    announce(uri: string): void {
        if (this.announcesFiles) this.send(reading, { uri });
    }

    safely<P>(what: string, handler: (params: P) => void): NotificationHandler<P> {
        return (params) => this.guarded(what, () => handler(params));
    }

    guarded(what: string, action: () => void): void {
        try {
            action();
        } catch (error) {
            this.log(what, error);
        }
    }

    log(what: string, error: unknown): void {
        this.connection.console.error(`${what}: ${error instanceof Error ? error.stack : String(error)}`);
    }
}

/** The file that a request of the protocol, or one of our own, asks about. */
function fileIn(params: unknown): string | undefined {
    const { textDocument, uri } = (params ?? {}) as { textDocument?: { uri: string }; uri?: string };
    return textDocument?.uri ?? uri;
}
