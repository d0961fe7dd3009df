import type { CompletionItemKind } from 'vscode-languageserver';
import type { Snippet } from './snippet.js';

/** Something that may be written at the cursor. */
export interface Proposal {
    readonly label: string;
    readonly kind: CompletionItemKind;
    readonly insert: Snippet | Quoted;
    /** Close behind the label: a code, a unit. */
    readonly detail?: string;
    /** At the right: where it comes from, why it comes first. */
    readonly description?: string;
    /** Markdown. */
    readonly documentation?: string;
    /** What it is found by where that is more than its label. */
    readonly foundBy?: string;
    /** Proposals of a lower rank come first; within a rank they keep their order. */
    readonly rank?: Rank;
    /** Takes the place of something else than the word under the cursor. */
    readonly replaces?: { readonly start: number; readonly end: number };
    /** Stays behind the others however well it matches what is typed. */
    readonly yields?: boolean;
    /** There is something to propose where it leaves the cursor. */
    readonly goesOn?: boolean;
}

/** A name, which stands in quotes, and what follows them. */
export interface Quoted {
    readonly quoted: string;
    readonly behind: Snippet;
}

export enum Rank {
    /** Required and not there yet. */
    Required,
    /** Not there yet. */
    Missing,
    Usual,
    /** There already. */
    Present,
    /** Belongs elsewhere, or is rarely meant. */
    Other,
    Rare,
}
