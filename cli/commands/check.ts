import { pathToFileURL } from 'node:url';
import { Workspace, type Settings } from '../../language-server/index.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { EXTENSION, findFiles, type FoundFile } from '../finding-files.js';
import { Progress } from '../progress.js';
import { projectSettings } from '../project-settings.js';
import { readText } from '../reading-files.js';
import { oneOf, Refusal, WrongUsage } from '../refusal.js';
import { countBySeverity, type Report } from '../report.js';
import { reporterFor, REPORT_FORMATS } from '../reporters/index.js';
import type { Terminal } from '../terminal.js';
import { reportOn } from '../worded-findings.js';
import { noteEncoding, noteOddity } from '../remarks.js';

/** As typed. */
export interface CheckOptions {
    readonly format?: string;
    readonly maxWarnings?: string;
    readonly verbose?: boolean;
}

/** Checks all files together, since rules look across them, and reports what they find. */
export async function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
    const reporter = await reporterFor(oneOf('--format', options.format ?? 'pretty', REPORT_FORMATS));
    const maxWarnings = toMaxWarnings(options.maxWarnings);
    const { files, unread } = await findFiles(paths);
    const reading = new Reading(terminal, await projectSettings(terminal));
    for (const { name, why } of unread) reading.refuse(name, why);
    if (files.length === 0 && unread.length === 0) reading.nothingUnder(paths);
    await reading.readAll(files);
    const report = reading.report();
    terminal.print(reporter(report, { coloured: terminal.coloured, verbose: options.verbose ?? false }));
    return reading.failed ? EXIT.unusable : verdict(report, maxWarnings, terminal);
}

function toMaxWarnings(typed: string | undefined): number {
    if (typed === undefined) return Infinity;
    if (/^\d{1,9}$/.test(typed)) return Number(typed);
    throw new WrongUsage({ zh: `--max-warnings 后面要写一个数，不能是“${typed}”`, en: `--max-warnings takes a number, not “${typed}”` });
}

/** Files on their way from the disk into a report. */
class Reading {
    failed = false;
    private readonly workspace: Workspace;
    private readonly progress: Progress;
    private readonly opened: FoundFile[] = [];
    private readonly unread: { file: string; message: string }[] = [];

    constructor(private readonly terminal: Terminal, settings: Settings) {
        this.workspace = new Workspace(settings);
        this.progress = new Progress(terminal);
    }

    async readAll(files: readonly FoundFile[]): Promise<void> {
        for (const [index, file] of files.entries()) {
            this.progress.tell({ zh: `读取 ${index + 1}/${files.length} ${file.name}`, en: `Reading ${index + 1}/${files.length} ${file.name}` });
            await this.read(file);
        }
        this.progress.end();
    }

    report(): Report {
        const files = reportOn(this.workspace, this.opened, this.terminal.language, (done, file) => {
            this.progress.tell({ zh: `检查 ${done}/${this.opened.length} ${file}`, en: `Checking ${done}/${this.opened.length} ${file}` });
        });
        this.progress.end();
        return { language: this.terminal.language, files, unread: this.unread };
    }

    refuse(file: string, why: Refusal['wording']): void {
        this.progress.end();
        this.failed = true;
        this.unread.push({ file, message: this.terminal.say(why) });
        this.terminal.noteOn(file, why);
    }

    nothingUnder(paths: readonly string[]): void {
        this.failed = true;
        this.terminal.note({ zh: `${paths.join('、')} 下没有 ${EXTENSION} 文件`, en: `There are no ${EXTENSION} files under ${paths.join(', ')}` });
    }

    /** A file that cannot be read does not keep the others from being checked. */
    private async read(file: FoundFile): Promise<void> {
        try {
            const { text, encoding } = await readText(file.path);
            const document = this.workspace.open(pathToFileURL(file.path).href, text);
            this.opened.push(file);
            noteEncoding(file.name, encoding, this.terminal);
            noteOddity(file.name, text, document, this.terminal);
        } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            this.refuse(file.name, error.wording);
        }
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
