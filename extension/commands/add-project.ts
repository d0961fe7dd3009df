import * as vscode from 'vscode';
import { newProject } from '../../language-server/protocol.js';
import type { Command, Extension } from './command.js';

/** A project to fill in for the department that the cursor is in or behind. */
export const addProject: Command = {
    id: 'ptarget.addProject',
    async run(extension) {
        const editor = vscode.window.activeTextEditor;
        if (editor?.document.languageId === 'ptarget') await addTo(editor, extension);
    },
};

async function addTo(editor: vscode.TextEditor, extension: Extension): Promise<void> {
    const { client, server } = extension;
    const { document, selection } = editor;
    const { version } = document;
    const { textDocument, position } = client.code2ProtocolConverter.asTextDocumentPositionParams(document, selection.active);
    const project = await server.ask(newProject, { uri: textDocument.uri, position });
    if (!project) {
        void vscode.window.showInformationMessage(vscode.l10n.t('There is no department in this file yet.'));
        return;
    }
    // The place holds for the text that was asked about.
    if (document.version !== version) return addTo(editor, extension);
    const range = client.protocol2CodeConverter.asRange(project.range);
    await editor.insertSnippet(new vscode.SnippetString(project.snippet), range, { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true });
    editor.revealRange(new vscode.Range(editor.selection.active, editor.selection.active), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
