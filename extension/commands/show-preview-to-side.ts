import * as vscode from 'vscode';
import { formIn, rangeIn } from './arguments.js';
import type { Command } from './command.js';
import { wantedFile } from './wanted-file.js';

export const showPreviewToSide: Command = {
    id: 'ptarget.showPreviewToSide',
    run(extension, given, form, place) {
        const uri = wantedFile(given, extension);
        if (uri) extension.previews.open(uri, vscode.ViewColumn.Beside, formIn(form), rangeIn(place));
    },
};
