import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { equal, ok } from './expect.js';
import type { Specification } from './specification.js';
import { workspaceUri } from './session.js';

export const activation: Specification = ({ session }) => {
    describe('activation', () => {
        it('opens an example as ptarget', async () => {
            const document = await vscode.workspace.openTextDocument(workspaceUri('nansha-2024.ptarget'));
            await vscode.window.showTextDocument(document);
            equal(document.languageId, 'ptarget');
        });

        it('runs the extension that this run is about', async () => {
            const extension = vscode.extensions.getExtension('ptarget.ptarget');
            ok(extension, 'the extension is there');
            await extension.activate();
            const installed = /ptarget\.ptarget-\d/.test(extension.extensionUri.path);
            equal(installed, session.extension === 'installed');
        });

        it('runs in the extension host that this run is about', () => {
            const inNode = 'process' in globalThis;
            equal(inNode, session.extension !== 'web');
        });

        it('is in the display language of this run', () => {
            equal(vscode.env.language, session.locale);
        });
    });
};
