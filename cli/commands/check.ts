import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Settings, Wording } from '../../language-server/index.js';
import { checkBatch, type Outcome } from '../batch.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { EXTENSION, findFiles, type FoundFile } from '../finding-files.js';
import type { KeptResults } from '../kept-results.js';
import { Progress } from '../progress.js';
import { projectSettings } from '../project-settings.js';
import { oneOf, Refusal, WrongUsage } from '../refusal.js';
import { countBySeverity, type CheckedFile, type Report } from '../report.js';
import { reporterFor, REPORT_FORMATS } from '../reporters/index.js';
import type { Terminal } from '../terminal.js';

/** In bytes. Less is checked before threads would have begun with it, and takes little memory. */
const WORTH_DIVIDING = 2 * 1024 * 1024;
const WORTH_A_THREAD = 1024 * 1024;

/** As typed. */
export interface CheckOptions {
    readonly format?: string;
    readonly maxWarnings?: string;
    readonly jobs?: string;
    readonly cache?: string;
    readonly verbose?: boolean;
}

/** Checks all files together, since rules look across them, and reports what they find. */
export async function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
    const reporter = await reporterFor(oneOf('--format', options.format ?? 'pretty', REPORT_FORMATS));
    const maxWarnings = numberIn('--max-warnings', options.maxWarnings, 0) ?? Infinity;
    const jobs = numberIn('--jobs', options.jobs, 1);
    const kept = await keptResults(options.cache);
    const { files, unread } = await findFiles(paths);
    const settings = await projectSettings(terminal);
    const gathered = new Gathered(terminal);
    for (const { name, why } of unread) gathered.refuse(name, why);
    if (files.length === 0 && unread.length === 0) gathered.nothingUnder(paths);
    const outcomes = await outcomesOf(files, settings, jobs, kept, terminal);
    if (kept) await keepResults(kept, terminal);
    for (const [index, outcome] of outcomes.entries()) gathered.add(files[index]!.name, outcome);
    const { report } = gathered;
    terminal.print(reporter(report, { coloured: terminal.coloured, verbose: options.verbose ?? false }));
    return gathered.failed ? EXIT.unusable : verdict(report, maxWarnings, terminal);
}

function numberIn(option: string, typed: string | undefined, least: number): number | undefined {
    if (typed === undefined) return undefined;
    if (/^\d{1,9}$/.test(typed) && Number(typed) >= least) return Number(typed);
    throw new WrongUsage({ zh: `${option} 后面要写一个数，不能是“${typed}”`, en: `${option} takes a number, not “${typed}”` });
}

/** Loads only for who keeps results. */
async function keptResults(file: string | undefined): Promise<KeptResults | undefined> {
    if (file === undefined) return undefined;
    const [{ KeptResults }, { ownFingerprint }] = await Promise.all([import('../kept-results.js'), import('../version.js')]);
    return KeptResults.from(file, ownFingerprint());
}

async function outcomesOf(files: readonly FoundFile[], settings: Settings, asked: number | undefined, kept: KeptResults | undefined, terminal: Terminal): Promise<Outcome[]> {
    const { language } = terminal;
    const progress = new CheckProgress(files.length, terminal);
    const tell = progress.tell.bind(progress);
    try {
        const bytes = await bytesOf(files);
        const isLittle = bytes < WORTH_DIVIDING;
        if (isLittle && !kept && (asked ?? 1) === 1) return await checkBatch({ files, settings, language }, tell);
        const jobs = Math.min(asked ?? (isLittle ? 1 : Math.min(availableParallelism(), Math.ceil(bytes / WORTH_A_THREAD))), files.length);
        const { checkManyFiles } = await import('../many-files.js');
        return await checkManyFiles(files, { settings, language, jobs, kept }, tell);
    } finally {
        progress.end();
    }
}

/** The findings are there, with or without. */
async function keepResults(kept: KeptResults, terminal: Terminal): Promise<void> {
    try {
        await kept.write();
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        terminal.note(error.wording);
    }
}

/** Whoever cannot be asked for its size is refused when it is read. */
async function bytesOf(files: readonly FoundFile[]): Promise<number> {
    const sizes = await Promise.all(files.map(({ path }) => stat(path).then(({ size }) => size, () => 0)));
    return sizes.reduce((sum, size) => sum + size, 0);
}

/** Files as they are counted while they are read and checked. */
class CheckProgress {
    private readonly progress: Progress;
    private readonly seen = { read: new Set<string>(), check: new Set<string>() };

    constructor(private readonly count: number, terminal: Terminal) {
        this.progress = new Progress(terminal);
    }

    tell(step: 'read' | 'check', { name, path }: FoundFile): void {
        const place = `${this.seen[step].add(path).size}/${this.count} ${name}`;
        this.progress.tell(step === 'read' ? { zh: `读取 ${place}`, en: `Reading ${place}` } : { zh: `检查 ${place}`, en: `Checking ${place}` });
    }

    end(): void {
        this.progress.end();
    }
}

/** What there is to report, file by file. */
class Gathered {
    failed = false;
    private readonly files: CheckedFile[] = [];
    private readonly unread: { file: string; message: string }[] = [];

    constructor(private readonly terminal: Terminal) {}

    get report(): Report {
        return { language: this.terminal.language, files: this.files, unread: this.unread };
    }

    add(name: string, outcome: Outcome): void {
        if ('refused' in outcome) {
            this.refuse(name, outcome.refused);
        } else {
            for (const remark of outcome.remarks) this.terminal.noteOn(name, remark);
            this.files.push(outcome.checked);
        }
    }

    refuse(file: string, why: Wording): void {
        this.failed = true;
        this.unread.push({ file, message: this.terminal.say(why) });
        this.terminal.noteOn(file, why);
    }

    nothingUnder(paths: readonly string[]): void {
        this.failed = true;
        this.terminal.note({ zh: `${paths.join('、')} 下没有 ${EXTENSION} 文件`, en: `There are no ${EXTENSION} files under ${paths.join(', ')}` });
    }
}

function verdict(report: Report, maxWarnings: number, terminal: Terminal): ExitCode {
    const { error, warning } = countBySeverity(report);
    if (warning > maxWarnings) {
        terminal.note({
            zh: `警告有 ${warning} 条，超过了 --max-warnings ${maxWarnings}`,
            en: `${warning} warnings are more than --max-warnings ${maxWarnings}`,
        });
    }
    return error > 0 || warning > maxWarnings ? EXIT.found : EXIT.fine;
}
