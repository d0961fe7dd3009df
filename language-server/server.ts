import {
    type Connection, type ConnectionOptions, DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, type FileSystemWatcher, type InitializeParams, type InitializeResult, ResponseError, LSPErrorCodes,
    type ServerCapabilities, TextDocumentSyncKind, WatchKind,
} from 'vscode-languageserver';
import { FEATURES as EDITOR_FEATURES } from './features/index.js';
import { Folders } from './folders.js';
import { OpenTexts } from './open-texts.js';
import { preview } from './preview/preview.js';
import { signOfLife, type ClientSettings, type InitializationOptions } from './protocol.js';
import { RULES } from './rules/index.js';
import { Session } from './session.js';
import { CONFIG_FILE, parseProjectConfig, type ProjectConfig, withProjectConfig } from './workspace/project-config.js';
import { DEFAULT_SETTINGS, type Settings } from './workspace/settings.js';
import type { Keeping } from './workspace/kept-files.js';
import type { WorkspaceFiles } from './workspace/workspace-files.js';
import { isBuiltin } from './workspace/builtin.js';
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

/** Everything that is deleted, for editors report a deleted folder without the files in it. */
const WATCHED: FileSystemWatcher[] = [{ globPattern: '**/*.ptarget' }, { globPattern: `**/${CONFIG_FILE}` }, { globPattern: '**', kind: WatchKind.Delete }];

const RULE_NAMES = RULES.map((rule) => rule.name);

/**
 * Serves one client: keeps the workspace in step with its texts and answers through the features.
 * @param rulesDocument the URI of the page of all rules, where it lies beside the server
 * @param keepIn how something is kept in a folder until the next start, where there is a disk
 */
export function startServer(connection: Connection, files: WorkspaceFiles, rulesDocument?: string, keepIn?: (folder: string) => Keeping): void {
    new Server(connection, files, rulesDocument, keepIn).start();
}

class Server {
    private readonly workspace = new Workspace();
    private readonly session: Session;
    private readonly texts = new OpenTexts(this.workspace);
    private readonly folders: Folders;
    private clientConfigures = false;
    private settings = DEFAULT_SETTINGS;
    private config: ProjectConfig = {};

    constructor(private readonly connection: Connection, private readonly files: WorkspaceFiles, rulesDocument?: string, private readonly keepIn?: (folder: string) => Keeping) {
        this.session = new Session(connection, this.workspace, rulesDocument);
        this.folders = new Folders(this.session, files, this.texts);
    }

    start(): void {
        const { connection, session } = this;
        connection.onInitialize((params) => this.initialize(params));
        connection.onInitialized(() => void this.afterInitialized().catch((error: unknown) => session.log('initialized', error)));
        connection.onDidOpenTextDocument(session.safely('open', ({ textDocument: { uri, text, version } }) => {
            // Shown by the editor, but nobody's to change.
            if (isBuiltin(uri)) return;
            session.announce(uri);
            this.texts.open(uri, text, version);
            this.textChanged(uri);
        }));
        connection.onDidChangeTextDocument(session.safely('change', ({ textDocument: { uri, version }, contentChanges }) => {
            session.announce(uri);
            this.texts.change(uri, contentChanges, version);
            this.textChanged(uri);
        }));
        connection.onDidCloseTextDocument(session.safely('close', ({ textDocument: { uri } }) => {
            if (this.texts.close(uri)) void this.folders.reload(uri);
        }));
        connection.onDidChangeWatchedFiles(session.safely('watched files', ({ changes }) => {
            if (changes.some(({ uri }) => uri.endsWith(`/${CONFIG_FILE}`))) void this.readConfig();
            this.folders.follow(changes);
        }));
        connection.onDidChangeConfiguration(({ settings }) => void this.readSettings((settings as { ptarget?: ClientSettings } | null)?.ptarget));
        session.answer(signOfLife, true, () => true);
        for (const feature of FEATURES) feature.register(session);
        connection.listen();
    }

    private initialize(params: InitializeParams): InitializeResult {
        this.session.language = (params.locale ?? 'zh').toLowerCase().startsWith('zh') ? 'zh' : 'en';
        this.folders.uris = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
        this.session.client = params.capabilities;
        const { builtinDocuments = false, quarantined = [], announcesFiles = false, storage } = (params.initializationOptions ?? {}) as InitializationOptions;
        this.session.showsBuiltinDocuments = builtinDocuments;
        this.session.announcesFiles = announcesFiles;
        this.texts.quarantine(quarantined);
        if (storage !== undefined) this.folders.keeping = this.keepIn?.(storage);
        this.clientConfigures = params.capabilities.workspace?.configuration ?? false;
        const capabilities: ServerCapabilities = {
            textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
            workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        };
        return { capabilities: Object.assign(capabilities, ...FEATURES.map((feature) => feature.capabilities)), serverInfo: { name: 'ptarget' } };
    }

    private async afterInitialized(): Promise<void> {
        await this.folders.read(async () => {
            // A client that answers nothing is served all the same.
            await this.session.inTime('settings', undefined, this.askClient());
            await this.readConfig();
            // The library refuses to listen to a client that has no such folders.
            if (this.session.client.workspace?.workspaceFolders) {
                this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => void this.folders.exchange(added.map(({ uri }) => uri), removed.map(({ uri }) => uri)));
            }
        });
    }

    private async askClient(): Promise<void> {
        if (this.clientConfigures) {
            await this.connection.client.register(DidChangeConfigurationNotification.type, { section: 'ptarget' }).catch(() => undefined);
            await this.readSettings();
        }
        if (this.session.client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
            await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED }).catch(() => undefined);
        }
    }

    /** What is read of a large text by now is shown at once, and all of it when it is read. */
    private textChanged(uri: string): void {
        const { session, workspace } = this;
        // Told first: what a first slice finds is then published before the second one.
        session.changed();
        const read = session.slices.whenRead(uri);
        if (workspace.isBeingRead(uri)) void read.then(() => session.changed());
    }

    /** @param sent what a client that cannot be asked sends by itself */
    private async readSettings(sent?: ClientSettings): Promise<void> {
        try {
            const settings = this.clientConfigures ? await this.connection.workspace.getConfiguration('ptarget') as ClientSettings | null : sent;
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
        for (const folder of this.folders.uris) {
            const bytes = await this.files.read(`${folder}/${CONFIG_FILE}`).catch(() => undefined);
            if (!bytes || 'refused' in bytes) continue;
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
}

/** Settings that say something else than they should count as not set. */
function toSettings(client: ClientSettings): Settings {
    const { diagnostics, ...others } = client;
    return withProjectConfig(DEFAULT_SETTINGS, parseProjectConfig(JSON.stringify({ ...others, severity: diagnostics?.severity ?? {} }), RULE_NAMES).config);
}
