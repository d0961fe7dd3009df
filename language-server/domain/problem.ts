import type { Origin } from './origin.js';
import type { Wording } from './wording.js';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a rule found, before anybody decided how severe it is or in which language to say it. */
export interface Finding {
    /** The exact text that is wrong. */
    readonly origin: Origin;
    readonly message: Wording;
    /** The other places involved. */
    readonly related?: readonly RelatedPlace[];
    /** Worked out only when somebody asks for them. */
    readonly fixes?: () => readonly Fix[];
    /** Where this finding weighs differently from its rule's default. */
    readonly severity?: Severity;
}

export interface RelatedPlace {
    readonly origin: Origin;
    readonly message: Wording;
}

/** A finding with the rule that made it and the severity in force. */
export interface Problem extends Finding {
    readonly rule: string;
    readonly severity: Severity;
}

export interface Fix {
    /** What it changes, with figures where there are any. */
    readonly title: Wording;
    readonly edits: readonly Edit[];
    /** Offered first; at most one of a problem's fixes is. */
    readonly preferred?: boolean;
    /** Cannot change what is meant: applied by fix-all without asking. */
    readonly safe?: boolean;
}

/** A change of the text, said in terms of places; indentation and line ends are the text's own business. */
export type Edit =
    | { readonly kind: 'replace'; readonly at: Origin; readonly text: string }
    /** Puts lines behind the last one of a block in braces, one level deeper than the block. */
    | { readonly kind: 'append'; readonly block: Origin; readonly lines: readonly string[] }
    /** Puts lines before everything else in a block in braces. */
    | { readonly kind: 'prepend'; readonly block: Origin; readonly lines: readonly string[] }
    /** Puts lines behind a statement, as far in as it is. */
    | { readonly kind: 'behind'; readonly at: Origin; readonly lines: readonly string[] }
    /** Takes a statement away, with its line where nothing else stands on it. */
    | { readonly kind: 'remove'; readonly at: Origin };

export function replace(at: Origin, text: string): Edit {
    return { kind: 'replace', at, text };
}

export function insertAfter({ source, end }: Origin, text: string): Edit {
    return { kind: 'replace', at: { source, start: end, end }, text };
}
