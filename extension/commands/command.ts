import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CrashRecord } from '../client/crash-record.js';
import type { ServerLink } from '../client/server-link.js';
import type { PreviewPanels } from '../preview/preview-panels.js';

/** What commands work with. */
export interface Extension {
    readonly client: BaseLanguageClient;
    readonly server: ServerLink;
    readonly previews: PreviewPanels;
    readonly crashes: CrashRecord;
}

export interface Command {
    /** As in package.json. */
    readonly id: string;
    /** Menus and code lenses pass a file first; keys and the command palette pass nothing. */
    run(extension: Extension, ...args: unknown[]): unknown;
}
