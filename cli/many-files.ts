import { glimpseNames, wasRight, Workspace, type DeclaredNames, type Language, type NamesInFile, type Settings } from '../language-server/index.js';
import type { Batch, BatchedFile, Bearing, Outcome, Tell } from './batch.js';
import { Crew } from './crew.js';
import { digestOf } from './digest.js';
import { divide, join, sizeOf, type GlimpsedFile } from './dividing.js';
import type { FoundFile } from './finding-files.js';
import type { KeptResults } from './kept-results.js';
import { readBytes, textOf } from './reading-files.js';
import { Refusal } from './refusal.js';

export interface Circumstances {
    readonly settings: Settings;
    readonly language: Language;
    /** How many threads share the work; with one it is done here, still a batch at a time. */
    readonly jobs: number;
    /** What is known of earlier checks, and need not be checked again. */
    readonly kept?: KeptResults;
}

/** In bytes. A batch holds so much at a time in memory; what each costs beside its files hardly counts then. */
const ENOUGH = 800_000;
/** So many batches for each thread, so that all are busy to the end. */
const TURNS = 4;

/**
 * Checks files in batches that do not bear on each other, shared out among threads, with the same result as all at once.
 *
 * A glimpse of each file, at the names it declares and refers to, tells which must be checked together and which names
 * there are in all. When a file is read in full, its names are known for certain: where a glimpse turns out to have been
 * mistaken, everything is checked once more, with the right names.
 */
export async function checkManyFiles(files: readonly FoundFile[], circumstances: Circumstances, tell: Tell, crew = new Crew()): Promise<Outcome[]> {
    const { jobs, kept } = circumstances;
    try {
        // Where results are kept, there may be nothing to do for it.
        if (!kept) crew.engage(jobs);
        let glimpsed: GlimpsedFile[] = [];
        for (const file of files) {
            tell('read', file);
            glimpsed.push(await glimpse(file, kept));
        }
        for (;;) {
            const outcomes = await outcomesOf(glimpsed, circumstances, tell, crew);
            const ordered = files.map(({ path }) => outcomes.get(path)!);
            if (ordered.every((outcome, index) => wasRight(glimpsed[index]!.names, namesOf(outcome)))) return ordered;
            glimpsed = glimpsed.map((file, index) => ({ ...file, names: namesOf(ordered[index]!) }));
        }
    } finally {
        await crew.dismiss();
    }
}

const NO_NAMES: NamesInFile = { families: [], departments: [], taxonomies: [], taxonomiesUsed: [] };

/** A file that cannot be read says nothing; whoever reads it in full will say why. */
async function glimpse(file: FoundFile, kept: KeptResults | undefined): Promise<GlimpsedFile> {
    try {
        const bytes = await readBytes(file.path);
        const digest = kept ? digestOf(bytes) : undefined;
        const names = kept?.namesIn(digest!) ?? glimpseNames(textOf(bytes).text);
        return { ...file, names, size: bytes.length, digest };
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { ...file, names: NO_NAMES, size: 0 };
    }
}

function namesOf(outcome: Outcome): NamesInFile {
    return 'names' in outcome ? outcome.names : NO_NAMES;
}

/** By their paths. What is kept of a group is taken for it; the other groups are checked. */
async function outcomesOf(files: readonly GlimpsedFile[], circumstances: Circumstances, tell: Tell, crew: Crew): Promise<Map<string, Outcome>> {
    const { jobs, kept } = circumstances;
    const whole = new Whole(files, circumstances);
    kept?.begin(whole.bearing);
    const groups = divide(files);
    const known = groups.map((group) => kept?.of(group, whole.together(group)));
    const left = groups.filter((_, index) => known[index] === undefined);
    const size = left.reduce((sum, group) => sum + sizeOf(group), 0);
    const batches = join(left, Math.min(ENOUGH, size / (jobs * TURNS))).map((part) => whole.batchOf(part));
    if (batches.length > 0) crew.engage(Math.min(jobs, batches.length, Math.ceil(size / ENOUGH) || 1));
    const checked = await crew.check(batches, tell);
    const outcomes = new Map([...known, checked].flatMap((those) => those ?? []).map((outcome) => [outcome.path, outcome]));
    for (const group of left) kept?.keep(group, whole.together(group), group.map(({ path }) => outcomes.get(path)!));
    return outcomes;
}

/** All files, and what of them matters to a part. */
class Whole {
    private readonly places: ReadonlyMap<GlimpsedFile, number>;
    private readonly declarers: ReadonlyMap<string, GlimpsedFile>;
    /** What the files declare, in an order that does not depend on theirs. */
    private readonly names: DeclaredNames;
    private builtin: readonly string[] | undefined;

    constructor(files: readonly GlimpsedFile[], private readonly circumstances: Circumstances) {
        this.places = new Map(files.map((file, index) => [file, index]));
        // Of several taxonomies of one name the first is in force.
        this.declarers = new Map(files.toReversed().flatMap((file) => file.names.taxonomies.map((name) => [name, file] as const)));
        const all = (declared: 'departments' | 'taxonomies') => [...new Set(files.flatMap(({ names }) => names[declared]).sort())];
        this.names = { departments: all('departments'), taxonomies: all('taxonomies') };
    }

    /** All that bears on a part beside its files, but for what is built into the program. */
    get bearing(): Bearing {
        const { settings, language } = this.circumstances;
        return { settings, language, declared: this.names };
    }

    batchOf(part: readonly GlimpsedFile[]): Batch {
        return { ...this.bearing, files: this.together(part), declared: this.declared };
    }

    /** A part with the files that are lent to it, in the order in which they were found. */
    together(part: readonly GlimpsedFile[]): BatchedFile[] {
        const own = new Set(part);
        const used = [this.circumstances.settings.taxonomy, ...part.flatMap(({ names }) => names.taxonomiesUsed)];
        const lenders = used.flatMap((name) => this.declarers.get(name) ?? []);
        const files = [...new Set([...part, ...lenders])].sort((one, other) => this.places.get(one)! - this.places.get(other)!);
        return files.map((file) => ({ name: file.name, path: file.path, lent: !own.has(file), digest: file.digest }));
    }

    /** As a workspace in which all files are open would have it. Made when asked for: what is built in takes its time to be read. */
    private get declared(): DeclaredNames {
        this.builtin ??= new Workspace().names.taxonomyNames;
        const { departments, taxonomies } = this.names;
        return { departments, taxonomies: [...new Set([...this.builtin, ...taxonomies])] };
    }
}
