import type * as vscode from 'vscode';
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
    /** A folder of our own, outside all workspaces. */
    readonly storage: vscode.Uri;
}

export interface Command {
    /** As in package.json. */
    readonly id: string;
    /** Menus and code lenses pass a file first; keys and the command palette pass nothing. */
    run(extension: Extension, ...args: unknown[]): unknown;
}
