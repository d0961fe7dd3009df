import * as vscode from 'vscode';
import type { Checklists } from './checklists.js';

/** 可提交 or 还差 N 项, in the status bar while a .ptarget file is in front; a click shows the checklist. */
export class SubmissionStatus implements vscode.Disposable {
    private readonly item = vscode.window.createStatusBarItem('ptarget.submission', vscode.StatusBarAlignment.Left, 50);
    private readonly listeners: vscode.Disposable[];

    constructor(private readonly checklists: Checklists) {
        this.item.name = vscode.l10n.t('Ready to submit');
        this.item.command = 'ptarget.checklist.focus';
        this.listeners = [checklists.onChange(() => this.show()), vscode.window.onDidChangeActiveTextEditor(() => this.show())];
        this.show();
    }

    dispose(): void {
        for (const listener of this.listeners) listener.dispose();
        this.item.dispose();
    }

    private show(): void {
        const { current } = this.checklists;
        if (!current || vscode.window.activeTextEditor?.document.languageId !== 'ptarget') {
            this.item.hide();
            return;
        }
        const { open } = current;
        this.item.text = open === 0 ? `$(pass) ${vscode.l10n.t('Ready to submit')}` : `$(checklist) ${vscode.l10n.t('{0} to do', open)}`;
        this.item.tooltip = open === 0
            ? vscode.l10n.t('Nothing stands in the way of submission. Click for all notes.')
            : vscode.l10n.t('{0} findings stand in the way of submission. Click for the checklist.', open);
        this.item.backgroundColor = open === 0 ? undefined : new vscode.ThemeColor('statusBarItem.warningBackground');
        this.item.show();
    }
}
