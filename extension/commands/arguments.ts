import * as vscode from 'vscode';
import type { Form } from '../../language-server/protocol.js';
import { isForm } from '../preview/messages.js';

/** What a command was given as a form; menus pass other things in its place. */
export function formIn(argument: unknown): Form | undefined {
    return isForm(argument) ? argument : undefined;
}

/** A range as code lenses and links pass it: plain JSON. */
export function rangeIn(argument: unknown): vscode.Range | undefined {
    const { start, end } = (argument ?? {}) as Partial<vscode.Range>;
    const isRange = [start?.line, start?.character, end?.line, end?.character].every((number) => Number.isInteger(number));
    return isRange ? new vscode.Range(start!.line, start!.character, end!.line, end!.character) : undefined;
}
