import {
    type Connection, type ConnectionOptions, DidChangeConfigurationNotification, FileChangeType, type InitializeParams, type InitializeResult, ResponseError, LSPErrorCodes,
    type ServerCapabilities, TextDocumentSyncKind,
} from 'vscode-languageserver';
import { FEATURES as EDITOR_FEATURES } from './features/index.js';
import { preview } from './preview/preview.js';
import type { ClientSettings } from './protocol.js';
import { RULES } from './rules/index.js';
import { Session } from './session.js';
import { decodeText } from './workspace/decoding.js';
import { CONFIG_FILE, parseProjectConfig, type ProjectConfig, withProjectConfig } from './workspace/project-config.js';
import { DEFAULT_SETTINGS, type Settings } from './workspace/settings.js';
import type { WorkspaceFiles } from './workspace/workspace-files.js';
import { Workspace } from './workspace/workspace.js';

const FEATURES = [...EDITOR_FEATURES, preview];

/** Requests that are cancelled before their turn are answered without being looked at. */
export const CONNECTION_OPTIONS: ConnectionOptions = {
    connectionStrategy: {
        cancelUndispatched: (message) => {
            const id = (message as { id?: number | string }).id ?? null;
            const response = { jsonrpc: '2.0', id, error: new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled').toJson() };
            return response;
        },
    },
};

const RULE_NAMES = RULES.map((rule) => rule.name);

/** Serves one client: keeps the workspace in step with its texts and answers through the features. */
export function startServer(connection: Connection, files: WorkspaceFiles): void {
    new Server(connection, files).start();
}

class Server {
    private readonly workspace = new Workspace();
    private readonly session: Session;
    /** Documents that the editor holds; their text counts, not the file's. */
    private readonly open = new Set<string>();
    private folders: readonly string[] = [];
    private clientConfigures = false;
    private settings = DEFAULT_SETTINGS;
    private config: ProjectConfig = {};

    constructor(private readonly connection: Connection, private readonly files: WorkspaceFiles) {
        this.session = new Session(connection, this.workspace);
    }

    start(): void {
        const { connection, session } = this;
        connection.onInitialize((params) => this.initialize(params));
        connection.onInitialized(() => void this.afterInitialized());
        connection.onDidOpenTextDocument(session.safely('open', ({ textDocument: { uri, text, version } }) => {
            this.open.add(uri);
            this.workspace.open(uri, text, version);
            session.changed();
        }));
        connection.onDidChangeTextDocument(session.safely('change', ({ textDocument: { uri, version }, contentChanges }) => {
            this.workspace.update(uri, contentChanges, version);
            session.changed();
        }));
        connection.onDidCloseTextDocument(session.safely('close', ({ textDocument: { uri } }) => {
            this.open.delete(uri);
            void this.reload(uri);
        }));
        connection.onDidChangeWatchedFiles(session.safely('watched files', ({ changes }) => {
            for (const { uri, type } of changes) {
                if (uri.endsWith(`/${CONFIG_FILE}`)) void this.readConfig();
                if (this.open.has(uri) || !uri.endsWith('.ptarget')) continue;
                if (type === FileChangeType.Deleted) this.forget(uri);
                else void this.reload(uri);
            }
        }));
        connection.onDidChangeConfiguration(() => void this.readSettings());
        for (const feature of FEATURES) feature.register(session);
        connection.listen();
    }

    private initialize(params: InitializeParams): InitializeResult {
        this.session.language = (params.locale ?? 'zh').toLowerCase().startsWith('zh') ? 'zh' : 'en';
        this.folders = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
        this.session.client = params.capabilities;
        this.clientConfigures = params.capabilities.workspace?.configuration ?? false;
        const capabilities: ServerCapabilities = {
            textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
            workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        };
        return { capabilities: Object.assign(capabilities, ...FEATURES.map((feature) => feature.capabilities)), serverInfo: { name: 'ptarget' } };
    }

    private async afterInitialized(): Promise<void> {
        if (this.clientConfigures) {
            await this.connection.client.register(DidChangeConfigurationNotification.type, { section: 'ptarget' }).catch(() => undefined);
            await this.readSettings();
        }
        await this.readConfig();
        this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
            for (const { uri } of removed) this.forgetFolder(uri);
            void this.readFolders(added.map(({ uri }) => uri));
        });
        await this.readFolders(this.folders);
    }

    private async readSettings(): Promise<void> {
        try {
            const settings = await this.connection.workspace.getConfiguration('ptarget') as ClientSettings | null;
            this.session.settings = settings ?? {};
            this.settings = toSettings(this.session.settings);
            this.configure();
        } catch (error) {
            this.session.log('settings', error);
        }
    }

    /** The project file of the first folder that has one; what it cannot say is shown to the user once. */
    private async readConfig(): Promise<void> {
        this.config = {};
        for (const folder of this.folders) {
            const bytes = await this.files.read(`${folder}/${CONFIG_FILE}`).catch(() => undefined);
            if (!bytes) continue;
            const { config, complaints } = parseProjectConfig(new TextDecoder().decode(bytes), RULE_NAMES);
            this.config = config;
            if (complaints.length > 0) this.connection.window.showWarningMessage(`${CONFIG_FILE}: ${complaints.join('; ')}`);
            break;
        }
        this.configure();
    }

    private configure(): void {
        this.workspace.configure(withProjectConfig(this.settings, this.config));
        this.session.changed();
    }

    private async readFolders(folders: readonly string[]): Promise<void> {
        for (const folder of folders) {
            try {
                for await (const uri of this.files.list(folder)) {
                    if (!this.open.has(uri)) await this.read(uri);
                }
            } catch (error) {
                this.session.log(`folder ${folder}`, error);
            }
        }
        this.session.changed();
    }

    /** After closing a document its file's text counts again. */
    private async reload(uri: string): Promise<void> {
        await this.read(uri);
        this.session.changed();
    }

    /** A file that cannot be read is left out; all others are served. */
    private async read(uri: string): Promise<void> {
        let text: string | undefined;
        try {
            const decoded = decodeText(await this.files.read(uri));
            text = 'text' in decoded ? decoded.text : undefined;
        } catch {
            text = undefined;
        }
        if (this.open.has(uri)) return;
        if (text === undefined) this.workspace.close(uri);
        else this.workspace.open(uri, text);
    }

    private forget(uri: string): void {
        this.workspace.close(uri);
        this.session.changed();
    }

    private forgetFolder(folder: string): void {
        for (const uri of [...this.workspace.uris]) {
            if (uri.startsWith(`${folder}/`) && !this.open.has(uri)) this.workspace.close(uri);
        }
        this.session.changed();
    }
}

/** Settings that say something else than they should count as not set. */
function toSettings(client: ClientSettings): Settings {
    const { diagnostics, ...others } = client;
    return withProjectConfig(DEFAULT_SETTINGS, parseProjectConfig(JSON.stringify({ ...others, severity: diagnostics?.severity ?? {} }), RULE_NAMES).config);
}
