/**
 * What the extension and the server say to each other beyond LSP. Both sides import this very file; everything that
 * travels is plain JSON.
 */
import type { Range } from './domain/origin.js';
import type { Form } from './domain/table.js';

/** A request's or notification's method, with the types of what is sent and answered. */
export interface Message<Params, Result = void> {
    readonly method: string;
    /** Never set: carries the types. */
    readonly types?: { params: Params; result: Result };
}

/** Begins or goes on with showing a file's table; the answer brings the panel from `base` to `revision`. */
export const preview: Message<PreviewParams, PreviewUpdate | null> = { method: 'ptarget/preview' };
/** Server to client: what a shown preview shows may have changed. */
export const previewChanged: Message<{ uri: string }> = { method: 'ptarget/previewChanged' };
/** A panel was closed: the server forgets what it has sent to it. */
export const previewClosed: Message<{ panel: string }> = { method: 'ptarget/previewClosed' };
/** Where in the text a cell comes from. */
export const sourceOfCell: Message<CellAddress & { uri: string; form: Form }, Range | null> = { method: 'ptarget/sourceOfCell' };
/** Which cell shows a place of the text. */
export const cellOfSource: Message<{ uri: string; form: Form; range: Range }, CellAddress | null> = { method: 'ptarget/cellOfSource' };
/** Makes a file to hand in. */
export const exportTable: Message<{ uri: string; form: Form; format: string }, ExportedFile | null> = { method: 'ptarget/export' };
/** Explains a rule, for the page that a diagnostic's code links to. */
export const explainRule: Message<{ rule: string }, string | null> = { method: 'ptarget/explainRule' };
/** Server to client: the .ptarget files under a folder, for a server that has no disk. */
export const listFiles: Message<{ folder: string }, string[]> = { method: 'ptarget/listFiles' };
/** Server to client: the bytes of a file in base64. */
export const readFile: Message<{ uri: string }, string> = { method: 'ptarget/readFile' };

export interface PreviewParams {
    readonly uri: string;
    /** Identifies the panel, so that several can show one file. */
    readonly panel: string;
    /** The form's own choice where absent. */
    readonly form?: Form;
    /** The revision that the panel shows; absent for the first time and after a reload. */
    readonly base?: number;
}

export interface PreviewUpdate {
    readonly revision: number;
    readonly form: Form;
    /** The forms that the file can be shown on. */
    readonly forms: readonly { readonly form: Form; readonly title: string }[];
    /** Whether a syntax error keeps something out of the table. */
    readonly broken: boolean;
    /** How many problems the file has, by severity. */
    readonly problems: { readonly errors: number; readonly warnings: number; readonly others: number };
    /** One for each table in order; where `base` was given and still holds, only what differs. */
    readonly tables: readonly TableUpdate[];
    /** Whether `tables` are to be put in place of all that the panel shows. */
    readonly whole: boolean;
}

/** Rows of a table to exchange; the rest stands. */
export interface TableUpdate {
    /** Caption, column widths: everything of the table but its rows. Absent where unchanged. */
    readonly frame?: string;
    readonly firstRow: number;
    readonly deletedRows: number;
    /** HTML of `<tr>` elements; all text in it is escaped. */
    readonly rows: readonly string[];
}

/** A cell of the grid by its row and its place among the cells written in that row. */
export interface CellAddress {
    readonly table: number;
    readonly row: number;
    readonly cell: number;
}

export interface ExportedFile {
    readonly fileName: string;
    readonly base64: string;
}

/** The settings that the client sends, as under `ptarget.*`. */
export interface ClientSettings {
    readonly diagnostics?: { readonly severity?: Readonly<Record<string, string>> };
    readonly taxonomy?: string;
    readonly minimumIndicators?: number;
    readonly compareProjectsWithBudget?: boolean;
}
