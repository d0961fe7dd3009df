import * as vscode from 'vscode';

/** The editor that shows a file beside a preview, if any. */
export function visibleEditor(uri: vscode.Uri): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
}

/** Shows a file where it is shown already, else in the first column, with a stretch of it selected. */
export async function showSource(uri: vscode.Uri, selection?: vscode.Range): Promise<vscode.TextEditor> {
    const editor = await vscode.window.showTextDocument(uri, { viewColumn: visibleEditor(uri)?.viewColumn ?? columnOfTab(uri) ?? vscode.ViewColumn.One });
    if (selection) {
        editor.selection = new vscode.Selection(selection.start, selection.end);
        editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    return editor;
}

/** Behind another tab it is still there. */
function columnOfTab(uri: vscode.Uri): vscode.ViewColumn | undefined {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    return tabs.find(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString())?.group.viewColumn;
}
