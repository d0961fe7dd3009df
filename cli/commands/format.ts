import { pathToFileURL } from 'node:url';
import { applyTextEdits, formatDocument, Workspace, type Formatted, type Wording } from '../../language-server/index.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { EXTENSION, findFiles, type FoundFile } from '../finding-files.js';
import { Progress } from '../progress.js';
import { readTextAndMark } from '../reading-files.js';
import { Refusal } from '../refusal.js';
import type { Terminal } from '../terminal.js';
import { writeWhole } from '../writing-files.js';

/** As typed. */
export interface FormatOptions {
    readonly check?: boolean;
}

/** Lays files out anew, or says which would change. A file that cannot be read or written does not stop the others. */
export async function format(paths: readonly string[], { check = false }: FormatOptions, terminal: Terminal): Promise<ExitCode> {
    const { files, unread } = await findFiles(paths);
    const work = new Work(check, terminal);
    for (const { name, why } of unread) work.fail(name, why);
    if (files.length === 0 && unread.length === 0) {
        throw new Refusal({ zh: `${paths.join('、')} 下没有 ${EXTENSION} 文件`, en: `There are no ${EXTENSION} files under ${paths.join(', ')}` });
    }
    await work.on(files);
    if (work.failed) return EXIT.unusable;
    return check && work.changed > 0 ? EXIT.found : EXIT.fine;
}

class Work {
    failed = false;
    changed = 0;
    private readonly workspace = new Workspace();
    private readonly progress: Progress;

    constructor(private readonly onlyCheck: boolean, private readonly terminal: Terminal) {
        this.progress = new Progress(terminal);
    }

    async on(files: readonly FoundFile[]): Promise<void> {
        for (const [index, file] of files.entries()) {
            this.progress.tell({ zh: `整理 ${index + 1}/${files.length} ${file.name}`, en: `Formatting ${index + 1}/${files.length} ${file.name}` });
            await this.onFile(file);
        }
        this.progress.end();
        const [many, all] = [this.changed, files.length];
        if (this.onlyCheck) this.terminal.note({ zh: `${all} 个文件中有 ${many} 个需要整理`, en: `${many} of ${all} files would change` });
        else this.terminal.note({ zh: `${all} 个文件中整理了 ${many} 个`, en: `${many} of ${all} files changed` });
    }

    fail(file: string, why: Wording): void {
        this.progress.end();
        this.failed = true;
        this.terminal.noteOn(file, why);
    }

    private async onFile({ name, path }: FoundFile): Promise<void> {
        try {
            const { text, encoding, marked } = await readTextAndMark(path);
            if (encoding !== 'utf-8') throw notUtf8(encoding);
            const { result, leftAlone } = this.format(path, text);
            for (const { line, why } of leftAlone) {
                this.progress.end();
                this.terminal.noteOn(`${name}:${line + 1}`, why);
            }
            if (result === text) return;
            if (!this.onlyCheck) await writeWhole(path, marked ? `\uFEFF${result}` : result);
            this.changed++;
            this.progress.end();
            this.terminal.print(`${name}\n`);
        } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            this.fail(name, error.wording);
        }
    }

    private format(path: string, text: string): { result: string; leftAlone: Formatted['leftAlone'] } {
        const uri = pathToFileURL(path).href;
        const document = this.workspace.open(uri, text);
        const { edits, leftAlone } = formatDocument(document);
        const result = applyTextEdits(text, edits, (position) => document.offsetAt(position));
        this.workspace.close(uri);
        return { result, leftAlone };
    }
}

/** Writing UTF-8 in the place of another encoding is more than was asked for. */
function notUtf8(encoding: string): Refusal {
    const name = encoding.toUpperCase();
    return new Refusal({ zh: `编码是 ${name}，未整理；请先用编辑器另存为 UTF-8`, en: `left as it is, since it is ${name}; save it as UTF-8 in an editor first` });
}
