import * as vscode from 'vscode';
import type { Command } from './command';
import { wantedFile } from './wanted-file';

export const showPreviewToSide: Command = {
    id: 'ptarget.showPreviewToSide',
    run(extension, given) {
        const uri = wantedFile(given, extension);
        if (uri) extension.previews.open(uri, vscode.ViewColumn.Beside);
    },
};
