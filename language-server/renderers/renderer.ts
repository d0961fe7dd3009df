import type { Table } from '../domain/table.js';

export const FORMATS = ['html', 'xlsx', 'docx', 'md', 'csv', 'txt', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** What a renderer is told beside the tables. */
export interface RenderContext {
    /** Columns of the terminal, for text. */
    readonly columns?: number;
}

/** Writes tables in one format. The same tables give the same bytes. */
export type Render = (tables: readonly Table[], context: RenderContext) => Promise<Uint8Array | string> | Uint8Array | string;
