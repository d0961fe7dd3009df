import * as vscode from 'vscode';
import type { Command } from './command';
import { wantedFile } from './wanted-file';

export const showPreview: Command = {
    id: 'ptarget.showPreview',
    run(extension, given) {
        const uri = wantedFile(given, extension);
        if (uri) extension.previews.open(uri, vscode.ViewColumn.Active);
    },
};
