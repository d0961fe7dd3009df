import { type ChildProcess, spawn } from 'node:child_process';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

interface Published { uri: string; version?: number }

/** A language server in a process of its own, spoken to over stdio as an editor does. */
export class LspClient {
    private readonly connection: MessageConnection;
    private waiting: { uri: string; resolve: () => void }[] = [];
    published = 0;

    private constructor(private readonly process: ChildProcess) {
        this.connection = createMessageConnection(new StreamMessageReader(process.stdout!), new StreamMessageWriter(process.stdin!));
        this.connection.onNotification('textDocument/publishDiagnostics', ({ uri }: Published) => {
            this.published++;
            const waiting = this.waiting;
            this.waiting = [];
            for (const wait of waiting) {
                if (wait.uri === uri) wait.resolve();
                else this.waiting.push(wait);
            }
        });
        this.connection.onRequest('client/registerCapability', () => null);
        this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => ({})));
        this.connection.onRequest('window/workDoneProgress/create', () => null);
        this.connection.onRequest('workspace/diagnostic/refresh', () => null);
        this.connection.onRequest('workspace/semanticTokens/refresh', () => null);
        this.connection.listen();
    }

    /** Starts a server; resolves with the milliseconds from the process's start to `initialized`. */
    static async start(command: readonly string[], folder?: string): Promise<{ client: LspClient; startMs: number }> {
        const from = performance.now();
        const child = spawn(command[0]!, command.slice(1), { stdio: ['pipe', 'pipe', 'ignore'] });
        const client = new LspClient(child);
        await client.connection.sendRequest('initialize', {
            processId: process.pid,
            rootUri: folder ?? null,
            workspaceFolders: folder ? [{ uri: folder, name: 'bench' }] : null,
            locale: 'zh-cn',
            capabilities: { workspace: { configuration: true, workspaceFolders: true }, textDocument: { publishDiagnostics: { versionSupport: true } } },
        });
        const startMs = performance.now() - from;
        await client.connection.sendNotification('initialized', {});
        return { client, startMs };
    }

    async open(uri: string, languageId: string, text: string): Promise<number> {
        return this.timed(uri, () => this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }));
    }

    /** Sends an edit and waits for the diagnostics that follow it. */
    async edit(uri: string, version: number, position: { line: number; character: number }, text: string): Promise<number> {
        return this.timed(uri, () => this.change(uri, version, position, text));
    }

    change(uri: string, version: number, position: { line: number; character: number }, text: string): Promise<void> {
        return this.connection.sendNotification('textDocument/didChange', {
            textDocument: { uri, version },
            contentChanges: [{ range: { start: position, end: position }, text }],
        });
    }

    async request(method: string, params: object): Promise<number> {
        const from = performance.now();
        await this.connection.sendRequest(method, params).catch(() => undefined);
        return performance.now() - from;
    }

    notify(method: string, params: object): Promise<void> {
        return this.connection.sendNotification(method, params);
    }

    /** Resident memory in MB. */
    async memory(): Promise<number> {
        const { readFile } = await import('node:fs/promises');
        const status = await readFile(`/proc/${this.process.pid}/status`, 'utf8').catch(() => '');
        return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    }

    /** Says goodbye; a server that does not go by itself is ended. */
    async stop(): Promise<void> {
        const gone = new Promise((resolve) => this.process.once('exit', resolve));
        const patience = setTimeout(() => this.process.kill('SIGKILL'), 5000);
        await Promise.race([this.connection.sendRequest('shutdown').catch(() => undefined), gone]);
        await this.connection.sendNotification('exit').catch(() => undefined);
        await gone;
        clearTimeout(patience);
        this.connection.dispose();
    }

    private async timed(uri: string, send: () => Promise<void>): Promise<number> {
        const published = new Promise<void>((resolve) => this.waiting.push({ uri, resolve }));
        const from = performance.now();
        await send();
        await published;
        return performance.now() - from;
    }
}
