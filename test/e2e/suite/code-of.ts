import type * as vscode from 'vscode';

/** The rule that a diagnostic is by; its code may lead to a page. */
export function codeOf({ code }: vscode.Diagnostic): unknown {
    return typeof code === 'object' ? code.value : code;
}
