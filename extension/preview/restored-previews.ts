import * as vscode from 'vscode';
import { readKeptState } from './messages.js';
import { PREVIEW_TYPE } from './preview-panel.js';
import type { PreviewPanels } from './preview-panels.js';

/** Brings the previews back that were open when the window was closed. */
export function restorePreviews(previews: PreviewPanels): vscode.Disposable {
    return vscode.window.registerWebviewPanelSerializer(PREVIEW_TYPE, {
        async deserializeWebviewPanel(panel, state) {
            const kept = readKeptState(state);
            if (kept) previews.adopt(panel, vscode.Uri.parse(kept.uri), kept);
            else panel.dispose();
        },
    });
}
