import * as vscode from 'vscode';

/** VS Code's own, by the kind that it tells webviews. */
export const THEMES = {
    'vscode-light': 'Default Light Modern',
    'vscode-dark': 'Default Dark Modern',
    'vscode-high-contrast': 'Default High Contrast',
    'vscode-high-contrast-light': 'Default High Contrast Light',
} as const;

export async function chooseTheme(theme: string): Promise<void> {
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, vscode.ConfigurationTarget.Global);
}
