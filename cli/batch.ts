import { pathToFileURL } from 'node:url';
import { namesIn, Workspace, type DeclaredNames, type Language, type NamesInFile, type Settings, type Wording } from '../language-server/index.js';
import type { FoundFile } from './finding-files.js';
import { readText } from './reading-files.js';
import { Refusal } from './refusal.js';
import { remarksOnContent, remarksOnEncoding } from './remarks.js';
import type { CheckedFile } from './report.js';
import { reportOn } from './worded-findings.js';

/** Files that are checked together, without a look at any other. It is handed to threads, so it is nothing but data. */
export interface Batch {
    /** In the order in which they were found. */
    readonly files: readonly BatchedFile[];
    /** What all files declare; undefined where these are all. */
    readonly declared?: DeclaredNames;
    readonly settings: Settings;
    readonly language: Language;
}

export interface BatchedFile extends FoundFile {
    /** Here only for what it declares; it is reported with another batch. */
    readonly lent?: boolean;
}

/** What has come of a file; nothing but data, too. */
export type Outcome = { readonly path: string } & (Checked | { readonly refused: Wording });

interface Checked {
    readonly checked: CheckedFile;
    readonly remarks: readonly Wording[];
    readonly names: NamesInFile;
}

/** Is told of each step before it is taken. */
export type Tell = (step: 'read' | 'check', file: FoundFile) => unknown;

/** Reads and checks the files of a batch. One that cannot be read does not keep the others from being checked. */
export async function checkBatch(batch: Batch, tell: Tell): Promise<Outcome[]> {
    const workspace = new Workspace(batch.settings, batch.declared);
    const opened = new Map<string, FoundFile>();
    const outcomes: (() => Outcome)[] = [];
    for (const file of batch.files) {
        tell('read', file);
        const outcome = await open(file, workspace, opened, batch.language);
        if (file.lent) continue;
        outcomes.push(() => {
            tell('check', file);
            return outcome();
        });
    }
    return outcomes.map((outcome) => outcome());
}

/** @returns what has come of the file, for when all are open */
async function open(file: FoundFile, workspace: Workspace, opened: Map<string, FoundFile>, language: Language): Promise<() => Outcome> {
    const { path } = file;
    const uri = pathToFileURL(path).href;
    try {
        const { text, encoding } = await readText(path);
        const document = workspace.open(uri, text);
        opened.set(uri, file);
        const remarks = [...remarksOnEncoding(encoding), ...remarksOnContent(text, document)];
        return () => ({ path, checked: reportOn(uri, workspace, opened, language), remarks, names: namesIn(document) });
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const refused = error.wording;
        return () => ({ path, refused });
    }
}
