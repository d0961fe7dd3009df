import * as vscode from 'vscode';
import { showSource } from '../preview/source-editor.js';
import { rangeIn } from './arguments.js';
import type { Command } from './command.js';

/** Where code lenses and links lead: a place in a file, as plain JSON. */
export const goTo: Command = {
    id: 'ptarget.goTo',
    async run(_extension, uri, range) {
        if (typeof uri === 'string') await showSource(vscode.Uri.parse(uri), rangeIn(range));
    },
};
