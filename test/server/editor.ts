import { spawn } from 'node:child_process';
import {
    type ClientCapabilities, createProtocolConnection, type Diagnostic, DidChangeTextDocumentNotification, DidChangeWatchedFilesNotification, DidChangeWorkspaceFoldersNotification,
    DidCloseTextDocumentNotification, DidOpenTextDocumentNotification, ExitNotification, FileChangeType, InitializedNotification, InitializeRequest, type InitializeResult,
    PublishDiagnosticsNotification, type PublishDiagnosticsParams, type Range, ShutdownRequest, StreamMessageReader, StreamMessageWriter, type TextDocumentEdit, type TextEdit,
    type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { applyTextEdits } from '../../language-server/index.js';
import { reading, type InitializationOptions } from '../../language-server/protocol.js';

/** About what VS Code can do. */
const CAPABILITIES: ClientCapabilities = {
    workspace: { workspaceEdit: { documentChanges: true }, configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
    textDocument: { definition: { linkSupport: true }, publishDiagnostics: { versionSupport: true } },
};

interface ServerProcess {
    readonly environment?: NodeJS.ProcessEnv;
    /** Whether it may say what it likes on its standard error: it is expected to fail. */
    readonly quiet?: boolean;
}

/** The other end of a conversation with a running server: an editor with open texts and the problems last shown for them. */
export class Editor {
    readonly shown = new Map<string, PublishDiagnosticsParams>();
    /** The files that the server said it would read next. */
    readonly announced: string[] = [];
    /** How often problems were published. */
    published = 0;
    private readonly texts = new Map<string, { text: string; version: number }>();
    private readonly waiting = new Set<() => void>();
    capabilities: InitializeResult['capabilities'] = {};
    /** When the server's process has ended, with its exit code. */
    readonly ended: Promise<number | null>;

    private constructor(readonly connection: ReturnType<typeof createProtocolConnection>, private readonly server: ReturnType<typeof spawn>) {
        this.ended = new Promise((resolve) => server.once('exit', resolve));
        connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
            this.shown.set(params.uri, params);
            this.published++;
            for (const look of [...this.waiting]) look();
        });
        connection.onNotification(reading.method, ({ uri }: { uri: string }) => void this.announced.push(uri));
        connection.onUnhandledNotification(() => undefined);
        connection.onRequest('client/registerCapability', () => null);
        connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => ({})));
    }

    static async start(script: string, folders: readonly string[] = [], capabilities: ClientCapabilities = CAPABILITIES, initializationOptions?: InitializationOptions, { environment = {}, quiet = false }: ServerProcess = {}): Promise<Editor> {
        const server = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', quiet ? 'ignore' : 'inherit'], env: { ...process.env, ...environment } });
        const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
        const editor = new Editor(connection, server);
        connection.listen();
        const { capabilities: offered } = await connection.sendRequest(InitializeRequest.type, {
            processId: process.pid,
            rootUri: null,
            locale: 'zh-cn',
            capabilities,
            initializationOptions,
            workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
        });
        editor.capabilities = offered;
        await connection.sendNotification(InitializedNotification.type, {});
        return editor;
    }

    open(uri: string, text: string): void {
        this.texts.set(uri, { text, version: 1 });
        void this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'ptarget', version: 1, text } });
    }

    textOf(uri: string): string {
        return this.texts.get(uri)!.text;
    }

    versionOf(uri: string): number {
        return this.texts.get(uri)!.version;
    }

    /** Puts a text in place of a range, as typing does. */
    type(uri: string, range: Range, text: string): void {
        const document = this.texts.get(uri)!;
        document.text = this.after(document.text, [{ range, newText: text }]);
        document.version++;
        void this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version: document.version }, contentChanges: [{ range, text }] });
    }

    /** Applies an edit of the server to the open texts, unless it is for another version. */
    apply(edit: WorkspaceEdit): void {
        for (const { textDocument: { uri, version }, edits } of edit.documentChanges as TextDocumentEdit[]) {
            if (version !== this.versionOf(uri)) throw new Error(`an edit of version ${version}, not ${this.versionOf(uri)}`);
            const placed = (edits as TextEdit[]).map(({ range, newText }) => ({ range, newText })).sort((one, other) => other.range.start.line - one.range.start.line || other.range.start.character - one.range.start.character);
            for (const { range, newText } of placed) this.type(uri, range, newText);
        }
    }

    close(uri: string): void {
        this.texts.delete(uri);
        void this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    }

    fileChanged(uri: string, type: 'created' | 'changed' | 'deleted'): void {
        const types: Record<typeof type, FileChangeType> = { created: FileChangeType.Created, changed: FileChangeType.Changed, deleted: FileChangeType.Deleted };
        void this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: types[type] }] });
    }

    foldersChanged(added: readonly string[], removed: readonly string[]): void {
        const named = (uris: readonly string[]) => uris.map((uri) => ({ uri, name: uri }));
        void this.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event: { added: named(added), removed: named(removed) } });
    }

    /** The problems of a file once they are as wanted. */
    async problems(uri: string, areAsWanted: (problems: readonly Diagnostic[], version: number | undefined) => boolean, patience = 60_000): Promise<readonly Diagnostic[]> {
        return new Promise((resolve, reject) => {
            const timer = setTimeout(() => {
                this.waiting.delete(look);
                reject(new Error(`${uri} last had ${JSON.stringify(this.shown.get(uri)?.diagnostics.map(({ code, message }) => [code, message]))}`));
            }, patience);
            const look = () => {
                const last = this.shown.get(uri);
                if (!last || !areAsWanted(last.diagnostics, last.version)) return;
                clearTimeout(timer);
                this.waiting.delete(look);
                resolve(last.diagnostics);
            };
            this.waiting.add(look);
            look();
        });
    }

    kill(): Promise<number | null> {
        this.server.kill('SIGKILL');
        return this.ended;
    }

    async stop(): Promise<number | null> {
        await this.connection.sendRequest(ShutdownRequest.type);
        await this.connection.sendNotification(ExitNotification.type);
        return this.ended;
    }

    private after(text: string, edits: readonly TextEdit[]): string {
        const starts = [0];
        for (const { index, 0: lineEnd } of text.matchAll(/\r\n|[\n\r]/g)) starts.push(index + lineEnd.length);
        return applyTextEdits(text, edits, ({ line, character }) => (starts[line] ?? text.length) + character);
    }
}
