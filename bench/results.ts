import { growthExponent, Repeated, Series } from './statistics.js';

/** What is measured, in the order of the report; milliseconds unless it says otherwise. */
export const MEASURES = {
    start: 'process start → initialized',
    open: 'open → first diagnostics',
    openWhole: 'open → all diagnostics',
    blocked: 'longest wait of a hover elsewhere while a file is opened',
    keystroke: 'keystroke → diagnostics',
    burst: '20 keys at 60 ms: last key → last diagnostics',
    burstPublished: '20 keys at 60 ms: lists published',
    completion: 'edit → completion',
    hover: 'edit → hover',
    codeAction: 'edit → code actions',
    outline: 'edit → outline',
    memory: 'memory after typing (MB)',
    peak: 'memory at its peak (MB)',
    findings: 'findings shown',
    workspaceOpenAlone: 'one file of the workspace opened alone → first diagnostics',
    workspaceOpen: 'the same at once after the start on the folder → first diagnostics',
    workspaceBlocked: 'longest wait of a hover while the folder is read',
    workspaceRead: 'reading and scanning the bytes of the folder',
    workspaceGlimpsed: 'initialized → names and references in all files of the folder known',
    workspaceIndexed: 'initialized → all of the folder read and judged',
    workspaceRest: 'initialized → the process rests',
    workspaceMemory: 'memory once it rests (MB)',
    workspacePeak: 'memory at its peak (MB)',
    workspaceGlimpsedAgain: 'the folder opened again: initialized → names and references known',
    workspaceIndexedAgain: 'the folder opened again: initialized → all of it read and judged',
    workspaceMemoryAgain: 'the folder opened again: memory once it rests (MB)',
    workspaceDepartmentOpen: 'a department of forty opened at once after the start → all that its files say together',
    workspaceKey: 'keystroke → diagnostics in a file of the folder',
    workspaceDepartmentKey: 'keystroke → diagnostics in the department that all projects refer to',
    workspaceRename: 'keystroke in the name of that department → diagnostics of another file',
    check: 'command line: the whole folder checked',
    checkPeak: 'command line: memory at its peak (MB)',
    checkAgain: 'command line: the whole folder checked once more, with --cache',
    checkAgainPeak: 'command line: memory at its peak, with --cache (MB)',
    previewFirst: 'in the process: tables of a form printed for the first time',
    previewProblems: 'in the process: key → problems',
    previewUpdate: 'in the process: problems → update for the panel',
    export: 'in the process: export',
} as const;

export type Measure = keyof typeof MEASURES;

/** Of which more is not worse: no times, no memory. */
export const COUNTS: ReadonlySet<Measure> = new Set(['burstPublished', 'findings']);

/** Everything measured in one run. */
export class Results {
    private readonly cells = new Map<string, Repeated>();
    private readonly failures = new Map<string, string>();
    private readonly measured = new Map<Measure, { subjects: Set<string>; sizes: Set<number> }>();

    /** @param size in projects */
    add(measure: Measure, subject: string, size: number, measured: number | Series): void {
        const series = typeof measured === 'number' ? new Series([measured]) : measured;
        // What the system does not tell, or nobody could be asked, is no result.
        if (Number.isNaN(series.median)) return;
        if (!this.measured.has(measure)) this.measured.set(measure, { subjects: new Set(), sizes: new Set() });
        const { subjects, sizes } = this.measured.get(measure)!;
        subjects.add(subject);
        sizes.add(size);
        const key = keyOf(measure, subject, size);
        if (!this.cells.has(key)) this.cells.set(key, new Repeated());
        this.cells.get(key)!.add(series);
    }

    of(measure: Measure, subject: string, size: number): Repeated | undefined {
        return this.cells.get(keyOf(measure, subject, size));
    }

    /** In the order of their first results. */
    subjectsOf(measure: Measure): string[] {
        return [...this.measured.get(measure)?.subjects ?? []];
    }

    sizesOf(measure: Measure): number[] {
        return [...this.measured.get(measure)?.sizes ?? []].sort((one, other) => one - other);
    }

    /** How many times as long one takes as the other. */
    ratio(measure: Measure, subject: string, other: string, size: number): number | undefined {
        const [one, two] = [this.of(measure, subject, size), this.of(measure, other, size)];
        return one && two && two.median > 0 ? one.median / two.median : undefined;
    }

    /** The growth from one size to the other; below 1 where something does not grow at all. */
    growth(measure: Measure, subject: string, smaller: number, larger: number): number | undefined {
        const [one, two] = [this.of(measure, subject, smaller), this.of(measure, subject, larger)];
        return one && two && growthExponent({ size: smaller, cost: one.median }, { size: larger, cost: two.median });
    }

    fail(what: string, why: string): void {
        this.failures.set(what, why);
    }

    /** What could not be measured, and why. */
    get missing(): ReadonlyMap<string, string> {
        return this.failures;
    }
}

function keyOf(measure: Measure, subject: string, size: number): string {
    return `${measure} ${subject} ${size}`;
}
