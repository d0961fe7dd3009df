import { pathToFileURL } from 'node:url';
import { namesIn, Workspace, type DeclaredNames, type Language, type NamesInFile, type Settings, type Wording } from '../language-server/index.js';
import { digestOf } from './digest.js';
import type { FoundFile } from './finding-files.js';
import { readBytes, textOf } from './reading-files.js';
import { Refusal } from './refusal.js';
import { remarksOnContent, remarksOnEncoding } from './remarks.js';
import type { CheckedFile } from './report.js';
import { reportOn } from './worded-findings.js';

/** Files that are checked together, without a look at any other. It is handed to threads, so it is nothing but data. */
export interface Batch extends Bearing {
    /** In the order in which they were found. */
    readonly files: readonly BatchedFile[];
}

/** What bears on the findings in some files beside them. */
export interface Bearing {
    /** What all files declare; undefined where these are all. */
    readonly declared?: DeclaredNames;
    readonly settings: Settings;
    readonly language: Language;
}

export interface BatchedFile extends FoundFile {
    /** Here only for what it declares; it is reported with another batch. */
    readonly lent?: boolean;
    /** Of its bytes when they were looked at before; undefined where nobody minds if they are others by now. */
    readonly digest?: string;
}

/** What has come of a file; nothing but data, too. */
export type Outcome = { readonly path: string } & (Checked | { readonly refused: Wording });

export interface Checked {
    readonly checked: CheckedFile;
    readonly remarks: readonly Wording[];
    readonly names: NamesInFile;
    /** Whether it, or what it was checked with, had other bytes than expected. */
    readonly outdated?: true;
}

/** Is told of each step before it is taken. */
export type Tell = (step: 'read' | 'check', file: FoundFile) => unknown;

/** Reads and checks the files of a batch. One that cannot be read does not keep the others from being checked. */
export async function checkBatch(batch: Batch, tell: Tell): Promise<Outcome[]> {
    const workspace = new Workspace(batch.settings, batch.declared);
    const opened = new Map<string, FoundFile>();
    const outcomes: (() => Outcome)[] = [];
    let outdated = false;
    for (const file of batch.files) {
        tell('read', file);
        const { digest, outcome } = await open(file, workspace, opened, batch.language);
        outdated ||= digest !== file.digest;
        if (file.lent) continue;
        outcomes.push(() => {
            tell('check', file);
            return { ...outcome(), ...(outdated && { outdated }) };
        });
    }
    return outcomes.map((outcome) => outcome());
}

/** @returns what has come of the file, for when all are open; and of which bytes, where somebody minds */
async function open(file: BatchedFile, workspace: Workspace, opened: Map<string, FoundFile>, language: Language): Promise<{ digest?: string; outcome(): Outcome }> {
    const { path } = file;
    const uri = pathToFileURL(path).href;
    try {
        const bytes = await readBytes(path);
        const { text, encoding } = textOf(bytes);
        const document = workspace.open(uri, text);
        opened.set(uri, file);
        const remarks = [...remarksOnEncoding(encoding), ...remarksOnContent(text, document)];
        return {
            ...(file.digest !== undefined && { digest: digestOf(bytes) }),
            outcome: () => ({ path, checked: reportOn(uri, workspace, opened, language), remarks, names: namesIn(document) }),
        };
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const refused = error.wording;
        return { outcome: () => ({ path, refused }) };
    }
}
