import type { Language, Range, Severity } from '../language-server/index.js';

/** What a check found, ready to be reported: worded, with files by the names that the user knows. */
export interface Report {
    readonly language: Language;
    readonly files: readonly CheckedFile[];
    readonly unread: readonly { readonly file: string; readonly message: string }[];
}

export interface CheckedFile {
    readonly file: string;
    readonly path: string;
    readonly findings: readonly Finding[];
    /** What the text itself says should not be reported, with its reason. */
    readonly silenced: readonly Silenced[];
    /** Whether it holds text, but no declaration that could be read: most likely something else than .ptarget text. */
    readonly foreign: boolean;
}

/** A finding that a comment silences, or a category that is said not to apply. */
export interface Silenced {
    readonly range: Range;
    readonly what: string;
    readonly reason: string;
}

export interface Finding {
    readonly range: Range;
    readonly severity: Severity;
    /** The rule's name. */
    readonly code: string;
    readonly message: string;
    readonly related: readonly RelatedFinding[];
    /** The department or project that it is about; undefined where none has a name. */
    readonly subject: Subject | undefined;
}

export interface RelatedFinding {
    readonly file: string;
    readonly path: string;
    readonly range: Range;
    readonly message: string;
}

export interface Subject {
    readonly kind: 'department' | 'project';
    readonly name: string;
}

/** How many findings a report has of each severity. */
export function countBySeverity({ files }: Report): Record<Severity, number> {
    const count = { error: 0, warning: 0, information: 0, hint: 0 };
    for (const { findings } of files) {
        for (const { severity } of findings) count[severity]++;
    }
    return count;
}
