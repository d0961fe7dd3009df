import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Diagnostic, Position, Range, ServerCapabilities } from 'vscode-languageserver';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { Subject } from './subjects.js';

interface Published {
    readonly uri: string;
    readonly version?: number;
    readonly diagnostics: readonly Diagnostic[];
}

/** Longer than anybody waits. */
const PATIENCE_MS = 600_000;

/** A server that ended, or did not answer in time. */
export class NoAnswer extends Error {}

/** What a server last said of a file. */
export interface Shown {
    readonly findings: number;
    readonly at: number;
}

/** A language server in a process of its own, spoken to over stdio as an editor does. */
export class LspClient {
    private readonly connection: MessageConnection;
    private readonly gone: Promise<void>;
    private hasEnded = false;
    private waiting: { uri: string; version: number; resolve: (at: number) => void }[] = [];
    private runningTasks = 0;
    private capabilities: ServerCapabilities = {};
    readonly shown = new Map<string, Shown>();
    published = 0;
    /** When the tasks ended whose progress the server tells, one after the other. */
    readonly tasksEndedAt: number[] = [];

    private constructor(private readonly process: ChildProcess, settings: Subject['settings']) {
        this.connection = createMessageConnection(new StreamMessageReader(process.stdout!), new StreamMessageWriter(process.stdin!));
        this.gone = new Promise((resolve) => process.once('exit', () => {
            this.hasEnded = true;
            resolve();
        }));
        this.connection.onError(() => undefined);
        this.connection.onNotification('textDocument/publishDiagnostics', (published: Published) => this.show(published));
        this.connection.onNotification('$/progress', ({ value: { kind } }: { value: { kind?: string } }) => this.followTask(kind));
        this.connection.onRequest('client/registerCapability', () => null);
        this.connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) => items.map(({ section }) => settings?.[section ?? ''] ?? {}));
        this.connection.onRequest('window/workDoneProgress/create', () => null);
        this.connection.onRequest('workspace/diagnostic/refresh', () => null);
        this.connection.onRequest('workspace/semanticTokens/refresh', () => null);
        this.connection.onRequest('workspace/inlayHint/refresh', () => null);
        this.connection.onRequest('workspace/codeLens/refresh', () => null);
        this.connection.listen();
    }

    /**
     * Starts a server; resolves with the milliseconds from the process's start to `initialized`.
     * @param folder the URI of what it works in
     * @param storage the URI of a folder where it may keep something
     */
    static async start({ command, environment, settings }: Subject, folder?: string, storage?: string): Promise<{ client: LspClient; startMs: number }> {
        const from = performance.now();
        const child = spawn(command[0]!, command.slice(1), { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, ...environment } });
        const client = new LspClient(child, settings);
        const { capabilities } = await client.inTime('initialize', client.connection.sendRequest<{ capabilities: ServerCapabilities }>('initialize', {
            processId: process.pid,
            rootUri: folder ?? null,
            workspaceFolders: folder ? [{ uri: folder, name: 'bench' }] : null,
            locale: 'zh-cn',
            initializationOptions: { storage },
            capabilities: {
                workspace: { configuration: true, workspaceFolders: true },
                window: { workDoneProgress: true },
                textDocument: { publishDiagnostics: { versionSupport: true }, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
            },
        }));
        const startMs = performance.now() - from;
        client.capabilities = capabilities;
        await client.connection.sendNotification('initialized', {});
        if (settings) await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
        return { client, startMs };
    }

    can(capability: keyof ServerCapabilities): boolean {
        return Boolean(this.capabilities[capability]);
    }

    /** Opens a document and waits for its diagnostics. */
    open(uri: string, languageId: string, text: string): Promise<number> {
        return this.untilShown(uri, 1, () => this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }));
    }

    /** Sends an edit and waits for the diagnostics that follow it. */
    edit(uri: string, version: number, range: Range, text: string): Promise<number> {
        return this.untilShown(uri, version, () => this.change(uri, version, range, text));
    }

    change(uri: string, version: number, range: Range, text: string): Promise<void> {
        return this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
    }

    /** Sends something and waits for the diagnostics of a file that follow it, of this version or a later one; resolves with the milliseconds. */
    untilShown(uri: string, version: number, send: () => Promise<void>): Promise<number> {
        const shown = new Promise<number>((resolve) => this.waiting.push({ uri, version, resolve }));
        const from = performance.now();
        return this.inTime(`diagnostics of ${uri}`, send().then(() => shown)).then((at) => at - from);
    }

    /** The milliseconds that an answer takes; an error is an answer too. */
    async request(method: string, params: object): Promise<number> {
        const from = performance.now();
        await this.inTime(method, this.connection.sendRequest(method, params).catch(() => undefined));
        return performance.now() - from;
    }

    hover(uri: string, position: Position): Promise<number> {
        return this.request('textDocument/hover', { textDocument: { uri }, position });
    }

    /** Resident memory now, and the most that it was, in MB; `NaN` where the system does not tell. */
    async memory(): Promise<{ now: number; peak: number }> {
        const status = await readFile(`/proc/${this.process.pid}/status`, 'utf8').catch(() => '');
        const megabytes = (line: RegExp) => Number(line.exec(status)?.[1] ?? NaN) / 1024;
        return { now: megabytes(/VmRSS:\s+(\d+)/), peak: megabytes(/VmHWM:\s+(\d+)/) };
    }

    /** Waits until the process has done nothing for a while; resolves with the moment from which on it rested. */
    async rest(forMs = 700): Promise<number> {
        let since = performance.now();
        const end = since + PATIENCE_MS;
        for (let used = await this.ticks(); performance.now() < end; await wait(50)) {
            const now = await this.ticks();
            // A tick is 10 ms: what collects garbage or looks at its watch now and then rests. What says that it works does so, also where
            // the machine does not let it.
            if (now > used + 1 || this.runningTasks > 0) {
                used = now;
                since = performance.now();
            }
            if (this.hasEnded) throw new NoAnswer('the server ended');
            if (performance.now() - since > forMs) return since;
        }
        throw new NoAnswer('the server does not come to rest');
    }

    /** Says goodbye; a server that does not go by itself is ended. */
    async stop(): Promise<void> {
        const patience = setTimeout(() => this.process.kill('SIGKILL'), 5000);
        if (!this.hasEnded) {
            await Promise.race([this.connection.sendRequest('shutdown').catch(() => undefined), this.gone]);
            // What was written before may still wait for a server that reads no more.
            void this.connection.sendNotification('exit').catch(() => undefined);
        }
        await this.gone;
        clearTimeout(patience);
        this.connection.dispose();
    }

    private show({ uri, version, diagnostics }: Published): void {
        const at = performance.now();
        this.published++;
        this.shown.set(uri, { findings: diagnostics.length, at });
        const waiting = this.waiting;
        this.waiting = [];
        for (const wait of waiting) {
            // Servers that name no version answer in order.
            if (wait.uri === uri && (version === undefined || version === null || version >= wait.version)) wait.resolve(at);
            else this.waiting.push(wait);
        }
    }

    private followTask(kind: string | undefined): void {
        if (kind === 'begin') this.runningTasks++;
        if (kind === 'end' && --this.runningTasks === 0) this.tasksEndedAt.push(performance.now());
    }

    private async inTime<T>(what: string, answer: Promise<T>): Promise<T> {
        const patience = new AbortController();
        const late = wait(PATIENCE_MS, undefined, { signal: patience.signal }).then(() => {
            throw new NoAnswer(`no answer within ${PATIENCE_MS / 1000} s: ${what}`);
        });
        late.catch(() => undefined);
        try {
            return await Promise.race([answer, late, this.gone.then(() => {
                throw new NoAnswer(`the server ended: ${what}`);
            })]);
        } finally {
            patience.abort();
        }
    }

    /** The processor's time that the process has used, in hundredths of a second; nothing where the system does not tell. */
    private async ticks(): Promise<number> {
        const stat = await readFile(`/proc/${this.process.pid}/stat`, 'utf8').catch(() => '');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
    }
}
