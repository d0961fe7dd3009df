import type { ServerCapabilities } from 'vscode-languageserver';
import type { Session } from '../session.js';

/** One thing that the editor can ask for. */
export interface Feature {
    readonly capabilities: ServerCapabilities;
    /** Registers the handlers on the session's connection. */
    register(session: Session): void;
}
