import type { Table } from '../domain/table.js';
import { FORMATS, type Format, type Render, type RenderContext } from './renderer.js';

export { FORMATS, type Format, type RenderContext };

export interface Renderer {
    readonly format: Format;
    /** Without the dot. */
    readonly extension: string;
    readonly mediaType: string;
    /** Whether the result is bytes rather than text. */
    readonly binary: boolean;
    /** Loads the code, and the library behind it, when first used. */
    readonly load: () => Promise<Render>;
}

export const RENDERERS: readonly Renderer[] = [
    { format: 'html', extension: 'html', mediaType: 'text/html', binary: false, load: async () => (await import('./html.js')).renderHtml },
    {
        format: 'xlsx', extension: 'xlsx', binary: true, load: async () => (await import('./xlsx.js')).renderXlsx,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
    {
        format: 'docx', extension: 'docx', binary: true, load: async () => (await import('./docx.js')).renderDocx,
        mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    },
    { format: 'md', extension: 'md', mediaType: 'text/markdown', binary: false, load: async () => (await import('./md.js')).renderMarkdown },
    { format: 'csv', extension: 'csv', mediaType: 'text/csv', binary: false, load: async () => (await import('./csv.js')).renderCsv },
    { format: 'txt', extension: 'txt', mediaType: 'text/plain', binary: false, load: async () => (await import('./txt.js')).renderText },
    { format: 'json', extension: 'json', mediaType: 'application/json', binary: false, load: async () => (await import('./json.js')).renderJson },
];

/** Writes tables in a format: text, or the bytes of an Office file. */
export async function render(format: Format, tables: readonly Table[], context: RenderContext = {}): Promise<Uint8Array | string> {
    const renderer = RENDERERS.find((candidate) => candidate.format === format)!;
    return (await renderer.load())(tables, context);
}
