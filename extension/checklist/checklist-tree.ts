import * as vscode from 'vscode';
import type { ChecklistDeclaration, ChecklistItem } from '../../language-server/protocol.js';
import type { Checklists } from './checklists.js';

type Entry = { readonly declaration: ChecklistDeclaration } | { readonly item: ChecklistItem };

const ICONS: Record<ChecklistItem['severity'], vscode.ThemeIcon> = {
    error: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
    warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground')),
    information: new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground')),
    hint: new vscode.ThemeIcon('lightbulb'),
};

/** 检查清单: departments and projects with what is still to do, each entry leading to its place. */
export class ChecklistTree implements vscode.TreeDataProvider<Entry> {
    readonly onDidChangeTreeData: vscode.Event<void>;

    constructor(private readonly checklists: Checklists) {
        this.onDidChangeTreeData = checklists.onChange;
    }

    getChildren(entry?: Entry): Entry[] {
        if (!entry) return this.checklists.current?.declarations.map((declaration) => ({ declaration })) ?? [];
        return 'declaration' in entry ? entry.declaration.items.map((item) => ({ item })) : [];
    }

    getTreeItem(entry: Entry): vscode.TreeItem {
        return 'declaration' in entry ? this.declarationItem(entry.declaration) : this.findingItem(entry.item);
    }

    private declarationItem({ name, kind, open, items, range }: ChecklistDeclaration): vscode.TreeItem {
        const item = new vscode.TreeItem(name, open > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed);
        item.id = `${this.checklists.uri?.toString()}#${range.start.line}`;
        item.description = open > 0 ? vscode.l10n.t('{0} to do', open) : vscode.l10n.t('{0} notes', items.length);
        item.iconPath = new vscode.ThemeIcon(kind === 'department' ? 'organization' : kind === 'project' ? 'project' : 'file');
        item.tooltip = name;
        return item;
    }

    private findingItem({ message, severity, rule, range }: ChecklistItem): vscode.TreeItem {
        const item = new vscode.TreeItem(message);
        item.iconPath = ICONS[severity];
        item.tooltip = `${message}\n${rule}`;
        item.command = { command: 'vscode.open', title: '', arguments: [this.checklists.uri, { selection: plainRange(range) }] };
        return item;
    }
}

function plainRange({ start, end }: ChecklistItem['range']): vscode.Range {
    return new vscode.Range(start.line, start.character, end.line, end.character);
}
