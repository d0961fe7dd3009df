import { glimpseNames, wasRight, Workspace, type DeclaredNames, type Language, type NamesInFile, type Settings } from '../language-server/index.js';
import { checkBatch, type Batch, type Outcome, type Tell } from './batch.js';
import { CheckThread } from './check-thread.js';
import { divide, type GlimpsedFile } from './dividing.js';
import type { FoundFile } from './finding-files.js';
import { readText } from './reading-files.js';
import { Refusal } from './refusal.js';

export interface Circumstances {
    readonly settings: Settings;
    readonly language: Language;
    /** How many threads share the work; with one it is done here, still a batch at a time. */
    readonly jobs: number;
}

/** Whoever checks one batch after the other. */
export interface Hand {
    check(batch: Batch, tell: Tell): Promise<Outcome[]>;
    dismiss?(): Promise<unknown>;
}

/** In characters. A batch holds so much at a time in memory; what each costs beside its files hardly counts then. */
const ENOUGH = 500_000;
/** So many batches for each thread, so that all are busy to the end. */
const TURNS = 4;

/**
 * Checks files in batches that do not bear on each other, shared out among threads, with the same result as all at once.
 *
 * A glimpse of each file, at the names it declares and refers to, tells which must be checked together and which names
 * there are in all. When a file is read in full, its names are known for certain: where a glimpse turns out to have been
 * mistaken, everything is checked once more, with the right names.
 */
export async function checkManyFiles(files: readonly FoundFile[], circumstances: Circumstances, tell: Tell, hands = handsFor(circumstances.jobs)): Promise<Outcome[]> {
    try {
        let glimpsed: GlimpsedFile[] = [];
        for (const file of files) {
            tell('read', file);
            glimpsed.push(await glimpse(file));
        }
        for (;;) {
            const outcomes = await shareOut(batchesOf(glimpsed, circumstances), hands, tell);
            const ordered = files.map(({ path }) => outcomes.get(path)!);
            if (ordered.every((outcome, index) => wasRight(glimpsed[index]!.names, namesOf(outcome)))) return ordered;
            glimpsed = glimpsed.map((file, index) => ({ ...file, names: namesOf(ordered[index]!) }));
        }
    } finally {
        await Promise.all(hands.map((hand) => hand.dismiss?.()));
    }
}

function handsFor(jobs: number): Hand[] {
    return jobs === 1 ? [{ check: checkBatch }] : Array.from({ length: jobs }, () => new CheckThread());
}

const NO_NAMES: NamesInFile = { families: [], departments: [], taxonomies: [], taxonomiesUsed: [] };

/** A file that cannot be read says nothing; whoever reads it in full will say why. */
async function glimpse(file: FoundFile): Promise<GlimpsedFile> {
    try {
        const { text } = await readText(file.path);
        return { ...file, names: glimpseNames(text), size: text.length };
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { ...file, names: NO_NAMES, size: 0 };
    }
}

function namesOf(outcome: Outcome): NamesInFile {
    return 'names' in outcome ? outcome.names : NO_NAMES;
}

function batchesOf(files: readonly GlimpsedFile[], { settings, language, jobs }: Circumstances): Batch[] {
    const declared = declaredIn(files);
    const all = files.reduce((sum, { size }) => sum + size, 0);
    // Of several taxonomies of one name the first is in force.
    const declarers = new Map(files.toReversed().flatMap((file) => file.names.taxonomies.map((name) => [name, file] as const)));
    return divide(files, Math.min(ENOUGH, all / (jobs * TURNS))).map((part) => {
        const own = new Set(part);
        const used = [settings.taxonomy, ...part.flatMap(({ names }) => names.taxonomiesUsed)];
        const lenders = new Set(used.map((name) => declarers.get(name)));
        const together = files.filter((file) => own.has(file) || lenders.has(file));
        return { files: together.map((file) => ({ name: file.name, path: file.path, lent: !own.has(file) })), declared, settings, language };
    });
}

/** As a workspace in which all files are open would have it. */
function declaredIn(files: readonly GlimpsedFile[]): DeclaredNames {
    const departments = new Set(files.flatMap(({ names }) => names.departments).sort());
    const taxonomies = new Set([...new Workspace().names.taxonomyNames, ...files.flatMap(({ names }) => names.taxonomies).sort()]);
    return { departments: [...departments], taxonomies: [...taxonomies] };
}

/** Each hand takes the next batch when it is done with one. */
async function shareOut(batches: readonly Batch[], hands: readonly Hand[], tell: Tell): Promise<Map<string, Outcome>> {
    const outcomes = new Map<string, Outcome>();
    const left = batches.values();
    await Promise.all(hands.map(async (hand) => {
        for (const batch of left) {
            for (const outcome of await hand.check(batch, (step, file) => step === 'check' && tell(step, file))) outcomes.set(outcome.path, outcome);
        }
    }));
    return outcomes;
}
