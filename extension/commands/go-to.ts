import * as vscode from 'vscode';
import { showSource } from '../preview/source-editor.js';
import type { Command } from './command.js';

/** Where code lenses and links lead: a place in a file, as plain JSON. */
export const goTo: Command = {
    id: 'ptarget.goTo',
    async run(_extension, uri, range) {
        if (typeof uri !== 'string' || !isRange(range)) return;
        await showSource(vscode.Uri.parse(uri), new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character));
    },
};

function isRange(value: unknown): value is { start: vscode.Position; end: vscode.Position } {
    const { start, end } = (value ?? {}) as { start?: vscode.Position; end?: vscode.Position };
    return [start?.line, start?.character, end?.line, end?.character].every((number) => Number.isInteger(number));
}
