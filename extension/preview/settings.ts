import * as vscode from 'vscode';

/** Settings of the preview, for the file that it shows. */
export function previewSettings(uri: vscode.Uri) {
    const settings = vscode.workspace.getConfiguration('ptarget.preview', uri);
    return {
        get refreshInterval() {
            return Math.max(0, settings.get('refreshInterval', 300));
        },
        get scrollPreviewWithEditor() {
            return settings.get('scrollPreviewWithEditor', true);
        },
        get scrollEditorWithPreview() {
            return settings.get('scrollEditorWithPreview', true);
        },
        get markEditorSelection() {
            return settings.get('markEditorSelection', true);
        },
    };
}
