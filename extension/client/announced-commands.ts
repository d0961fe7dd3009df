import type { StaticFeature } from 'vscode-languageclient';
import { SUGGEST_AGAIN, type ExperimentalCapabilities } from '../../language-server/protocol.js';

/** Tells the server that VS Code can propose what comes next. */
export const announcedCommands: StaticFeature = {
    fillClientCapabilities(capabilities) {
        const announced: ExperimentalCapabilities = { commands: { commands: [SUGGEST_AGAIN] } };
        capabilities.experimental = { ...(capabilities.experimental as object | undefined), ...announced };
    },
    initialize: () => undefined,
    getState: () => ({ kind: 'static' }),
    clear: () => undefined,
};
