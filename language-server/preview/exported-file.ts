import type { Form } from '../domain/table.js';
import type { ExportChoices, ExportedFile } from '../protocol.js';
import { RENDERERS, render } from '../renderers/index.js';
import { formsFor, tablesOf } from '../tables/index.js';
import type { Language } from '../domain/wording.js';
import { planOfFile } from '../workspace/plan-of-file.js';
import type { Workspace } from '../workspace/workspace.js';
import { formChoices, titleOf } from './form-names.js';
import { isBroken } from './printed-file.js';

export function choicesFor(workspace: Workspace, uri: string, language: Language): ExportChoices | null {
    const plan = planOfFile(workspace, uri);
    return plan ? {
        forms: formChoices(formsFor(plan).available, language),
        formats: RENDERERS.map(({ format, extension }) => ({ format, extension })),
        broken: isBroken(workspace, uri),
    } : null;
}

export async function exportFile(workspace: Workspace, uri: string, form: Form, format: string): Promise<ExportedFile | null> {
    const plan = planOfFile(workspace, uri);
    const renderer = RENDERERS.find((candidate) => candidate.format === format);
    if (!plan || !renderer) return null;
    const written = await render(renderer.format, tablesOf(form, plan));
    return {
        fileName: `${stemOf(uri)}-${titleOf(form)}.${renderer.extension}`,
        base64: toBase64(typeof written === 'string' ? new TextEncoder().encode(written) : written),
    };
}

/** Without signs that some system does not take in a file's name, or takes for a path. */
function stemOf(uri: string): string {
    const name = uri.slice(uri.lastIndexOf('/') + 1).replace(/\.ptarget$/, '');
    return decoded(name).replace(/[\\/:*?"<>|]/g, '_');
}

function decoded(name: string): string {
    try {
        return decodeURIComponent(name);
    } catch {
        return name;
    }
}

/** In pieces: a function takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
    const PIECE = 0x8000;
    let binary = '';
    for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
    return btoa(binary);
}
