/**
 * What the extension and the server say to each other beyond LSP. Both sides import this very file; everything that
 * travels is plain JSON.
 */
import type { Range } from './domain/origin.js';
import type { Severity } from './domain/problem.js';
import type { Form } from './domain/table.js';

export { LIMITS } from './domain/limits.js';
export type { Form, Range, Severity };

/** What Node is told when it runs the server. A smaller young generation takes no more time, and over a large folder a hundred megabytes less. */
export const NODE_ARGUMENTS: readonly string[] = ['--max-semi-space-size=8'];

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
/** Where in the text a cell, or a problem shown in it, comes from. */
export const sourceOfCell: Message<CellOfFile & { problem?: number }, Range | null> = { method: 'ptarget/sourceOfCell' };
/** Which cell shows a place of the text. */
export const cellOfSource: Message<{ uri: string; form: Form; range: Range }, CellAddress | null> = { method: 'ptarget/cellOfSource' };
/** What a file can be exported as. */
export const exportChoices: Message<{ uri: string }, ExportChoices | null> = { method: 'ptarget/exportChoices' };
/** Makes a file to hand in. */
export const exportTable: Message<{ uri: string; form: Form; format: string }, ExportedFile | null> = { method: 'ptarget/export' };
/** The text of a document that ships with the engine, for showing it; its URI begins with `ptarget-builtin:`. */
export const builtinText: Message<{ uri: string }, string | null> = { method: 'ptarget/builtinText' };
/** Server to client: the .ptarget files under a folder, for a server that has no disk. */
export const listFiles: Message<{ folder: string }, string[]> = { method: 'ptarget/listFiles' };
/** Server to client: what a file holds. */
export const readFile: Message<{ uri: string }, FileContent> = { method: 'ptarget/readFile' };
/** Server to client, where it was asked for: the file that is read next. What ends the server then is that file's doing. */
export const reading: Message<{ uri: string }> = { method: 'ptarget/reading' };

/** Answered by a server that is not in the middle of something. */
export const signOfLife: Message<void, true> = { method: 'ptarget/signOfLife' };

/** A declaration to fill in, as a snippet for an empty file. */
export const newDeclaration: Message<{ kind: NewDeclaration }, string | null> = { method: 'ptarget/newDeclaration' };
/** A project for the department at a place, with the place where it belongs; null where there is no department. */
export const newProject: Message<{ uri: string; position: Range['start'] }, SnippetEdit | null> = { method: 'ptarget/newProject' };

export type NewDeclaration = 'department' | 'project' | 'taxonomy';

export interface SnippetEdit {
    readonly range: Range;
    /** With the indentation that it is to have. */
    readonly snippet: string;
}

/** The command by which an editor that knows it proposes what comes next, once a proposal is accepted. */
export const SUGGEST_AGAIN = 'editor.action.triggerSuggest';

/** What a client announces under `experimental`: the commands of its own that answers may ask it to run. */
export interface ExperimentalCapabilities {
    readonly commands?: { readonly commands?: readonly string[] };
}

/** The project file that says for everybody what a workspace is checked by; it outweighs a user's own settings. */
export const CONFIG_FILE = 'ptarget.config.json';

/** Commands of the extension that code lenses and links run, with their arguments. */
export const COMMANDS = {
    /** (uri, form, range): the range is what is to be seen of the table. */
    showPreview: 'ptarget.showPreviewToSide',
    /** (uri, range) */
    goTo: 'ptarget.goTo',
} as const;

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
    /** The revision that the changes go on from; absent where all that the panel shows is to be replaced. */
    readonly base?: number;
    /** Undefined where the file has nothing to print. */
    readonly form?: Form;
    /** The forms that the file can be shown on. */
    readonly forms: readonly FormChoice[];
    /** Whether a syntax error keeps something out of the table. */
    readonly broken: boolean;
    /** How many problems the file has, by severity. */
    readonly problems: ProblemCount;
    /** Done first: tables put in the place of others. */
    readonly exchange: TableExchange;
    /** Done then: rows put in the place of others. */
    readonly patches: readonly TablePatch[];
}

export interface FormChoice {
    readonly form: Form;
    /** What the form is called where there is little room, in the user's language. */
    readonly name: string;
    /** As printed above the form. */
    readonly title: string;
}

export interface ProblemCount {
    readonly errors: number;
    readonly warnings: number;
    readonly others: number;
}

export interface TableExchange {
    readonly first: number;
    readonly deleted: number;
    readonly tables: readonly WholeTable[];
}

/** A table as HTML; all text in it is escaped. */
export interface WholeTable {
    /** A `<table>` with its caption, its columns and its head, and an empty body. */
    readonly frame: string;
    /** The `<tr>` elements of the body. */
    readonly rows: readonly string[];
}

export interface TablePatch {
    readonly table: number;
    /** Absent where unchanged. */
    readonly frame?: string;
    /** Counted in the body. */
    readonly first: number;
    readonly deleted: number;
    readonly rows: readonly string[];
}

/** A cell of the grid by its row, the head's included, and its place among the cells written in that row. */
export interface CellAddress {
    readonly table: number;
    readonly row: number;
    readonly cell: number;
    /** One line of a cell that shows several things. */
    readonly part?: number;
}

export interface CellOfFile extends CellAddress {
    readonly uri: string;
    readonly form: Form;
}

/** A problem as a cell shows it: JSON in the attribute `data-problems` of the cell, or of the line in it. */
export interface ShownProblem {
    readonly severity: Severity;
    readonly message: string;
    readonly fixable: boolean;
}

export interface ExportChoices {
    readonly forms: readonly FormChoice[];
    readonly formats: readonly { readonly format: string; readonly extension: string }[];
    /** Whether a syntax error keeps something out of the tables. */
    readonly broken: boolean;
}

export interface ExportedFile {
    readonly fileName: string;
    readonly base64: string;
}

/** What the client says of itself when it starts the server. */
export interface InitializationOptions {
    /** It shows documents whose URI begins with `ptarget-builtin:`. */
    readonly builtinDocuments?: boolean;
    /** Files that are not to be read: the server has ended over them. */
    readonly quarantined?: readonly string[];
    /** Whether to say which file is looked at next. */
    readonly announcesFiles?: boolean;
    /** The URI of a folder for this workspace alone, where the server may keep what it has found out about files until the next start. */
    readonly storage?: string;
}

/** The settings that the client sends, as under `ptarget.*`. */
export interface ClientSettings {
    readonly diagnostics?: { readonly severity?: Readonly<Record<string, string>> };
    readonly profile?: string;
    readonly taxonomy?: string;
    readonly minimumIndicators?: number;
    readonly compareProjectsWithBudget?: boolean;
    /** Sums at the heads of blocks, or annual values that are not written too. */
    readonly inlayHints?: 'off' | 'sums' | 'all';
}

/** The bytes in base64, or how many they are where they are more than are read. */
export type FileContent = string | { readonly bytes: number };

/** What is still to do before a file can be submitted. */
export const checklist: Message<{ uri: string }, Checklist | null> = { method: 'ptarget/checklist' };
/** Server to client: checklists may have changed. */
export const checklistChanged: Message<Record<string, never>> = { method: 'ptarget/checklistChanged' };

export interface Checklist {
    /** How many findings would be errors under the profile 送审. */
    readonly open: number;
    readonly declarations: readonly ChecklistDeclaration[];
}

/** A department or project with its findings, worst first. */
export interface ChecklistDeclaration {
    readonly kind: 'department' | 'project' | 'other';
    readonly name: string;
    readonly range: Range;
    readonly open: number;
    readonly items: readonly ChecklistItem[];
}

export interface ChecklistItem {
    readonly rule: string;
    readonly severity: Severity;
    /** Whether it stands in the way of submission. */
    readonly blocks: boolean;
    readonly message: string;
    readonly range: Range;
}
