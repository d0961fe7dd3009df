import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { UnfinishedLine } from './unfinished-line.js';

/** Has findings on the line that is being typed wait; see UnfinishedLine. */
export function typingInPeace(): { middleware: Middleware; disposable: vscode.Disposable } {
    const unfinished = new UnfinishedLine<vscode.Diagnostic>((uri) => {
        const editor = vscode.window.activeTextEditor;
        return editor?.document.uri.toString() === uri ? editor.selection.active.line : undefined;
    });
    const { workspace, window } = vscode;
    return {
        middleware: {
            handleDiagnostics: (uri, diagnostics, next) => unfinished.pass(uri.toString(), diagnostics, (shown) => next(uri, shown)),
        },
        disposable: vscode.Disposable.from(
            workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
                // Going back and forth through what was typed is no typing.
                if (document.languageId === 'ptarget' && contentChanges.length > 0 && reason === undefined) unfinished.typed(document.uri.toString());
            }),
            workspace.onDidCloseTextDocument((document) => unfinished.forget(document.uri.toString())),
            window.onDidChangeTextEditorSelection(({ textEditor }) => unfinished.cursorMoved(textEditor.document.uri.toString())),
            window.onDidChangeActiveTextEditor(() => workspace.textDocuments.forEach((document) => unfinished.cursorMoved(document.uri.toString()))),
        ),
    };
}
