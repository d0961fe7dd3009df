import * as vscode from 'vscode';
import type { Command } from './command.js';
import { wantedFile } from './wanted-file.js';

export const showPreview: Command = {
    id: 'ptarget.showPreview',
    run(extension, given) {
        const uri = wantedFile(given, extension);
        if (uri) extension.previews.open(uri, vscode.ViewColumn.Active);
    },
};
