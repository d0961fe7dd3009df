import { readdir, realpath } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FORMS, formsFor, planOfFile, render as renderTables, RENDERERS, tablesOf, Workspace, type Form, type PlanToPrint, type Renderer } from '../../language-server/index.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { EXTENSION, nameOf } from '../finding-files.js';
import { readText } from '../reading-files.js';
import { oneOf, Refusal, WrongUsage } from '../refusal.js';
import { remarksOnEncoding } from '../remarks.js';
import type { Terminal } from '../terminal.js';
import { writeWhole } from '../writing-files.js';

/** As typed. */
export interface RenderOptions {
    readonly form?: string;
    readonly format?: string;
    readonly output?: string;
}

/** Prints a file on an official form: on the screen, into another program, or into a file. */
export async function render(file: string, options: RenderOptions, terminal: Terminal): Promise<ExitCode> {
    const asked = options.form === undefined ? undefined : oneOf('--form', options.form, FORMS);
    const { format, binary } = rendererFor(options);
    if (binary && options.output === undefined && terminal.isScreen) {
        throw new WrongUsage({ zh: `${format} 不能显示在屏幕上，请用 -o 写明文件名`, en: `${format} cannot be shown on a screen; name a file with -o` });
    }
    if (options.output !== undefined) await refuseSource(file, options.output);
    const { workspace, uri } = await openFile(file, terminal);
    noteMissingLines(file, workspace, uri, terminal);
    const plan = planOfFile(workspace, uri)!;
    const form = asked ?? initialForm(file, plan);
    const tables = tablesOf(form, plan);
    if (tables.length === 0) throw nothingFor(file, form, plan);
    const content = await renderTables(format, tables, { columns: terminal.columns });
    if (options.output === undefined) {
        terminal.print(content);
    } else {
        await writeWhole(options.output, content);
        terminal.note({ zh: `已写入 ${options.output}`, en: `Wrote ${options.output}` });
    }
    return EXIT.fine;
}

/** The one asked for, else as the output file's name says; without a file, text that can be read at once. */
function rendererFor({ format, output }: RenderOptions): Renderer {
    const named = format === undefined ? undefined : oneOf('--format', format, RENDERERS.map((renderer) => renderer.format));
    const extension = output === undefined ? 'txt' : extname(output).slice(1).toLowerCase();
    return RENDERERS.find((renderer) => (named === undefined ? renderer.extension === extension : renderer.format === named))
        ?? RENDERERS.find((renderer) => renderer.format === 'html')!;
}

/** Tables never take the place of what they were made from. */
async function refuseSource(file: string, output: string): Promise<void> {
    const [source, target] = await Promise.all([file, output].map((path) => realpath(path).catch(() => undefined)));
    if (output.endsWith(EXTENSION) || (source !== undefined && source === target)) {
        throw new WrongUsage({ zh: `-o 不能是 ${EXTENSION} 文件 ${output}`, en: `-o cannot be the ${EXTENSION} file ${output}` });
    }
}

async function openFile(file: string, terminal: Terminal): Promise<{ workspace: Workspace; uri: string }> {
    const workspace = new Workspace();
    const uri = pathToFileURL(file).href;
    try {
        const { text, encoding } = await readText(file);
        for (const remark of remarksOnEncoding(encoding)) terminal.noteOn(nameOf(file), remark);
        workspace.open(uri, text);
    } catch (error) {
        if (error instanceof Refusal) throw new Refusal({ zh: `${file}：${error.wording.zh}`, en: `${file}: ${error.wording.en}` });
        throw error;
    }
    if (refersElsewhere(workspace, uri)) await openNeighbours(file, workspace);
    return { workspace, uri };
}

/** Whether the file names a department or a taxonomy that it does not declare itself. */
function refersElsewhere(workspace: Workspace, uri: string): boolean {
    return workspace.problemsOf(uri).some(({ rule }) => rule === 'unknown-department' || rule === 'unknown-taxonomy');
}

/**
 * Opens what lies in the same folder: the names decide over units and categories in the table. Neighbours that cannot be
 * read are left out.
 */
async function openNeighbours(file: string, workspace: Workspace): Promise<void> {
    const folder = dirname(file);
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((candidate) => candidate.endsWith(EXTENSION) && candidate !== basename(file)).sort()) {
        const path = join(folder, name);
        const read = await readText(path).catch(() => undefined);
        if (read) workspace.open(pathToFileURL(path).href, read.text);
    }
}

function noteMissingLines(file: string, workspace: Workspace, uri: string, terminal: Terminal): void {
    const unreadable = workspace.problemsOf(uri).filter(({ rule }) => rule === 'syntax').length;
    if (unreadable === 0) return;
    terminal.noteOn(file, {
        zh: `有 ${unreadable} 处写法错误，表中可能缺少内容；用 ptarget check 查看`,
        en: `${unreadable} places cannot be read, so the table may lack something; see ptarget check`,
    });
}

function initialForm(file: string, plan: PlanToPrint): Form {
    const { initial } = formsFor(plan);
    if (initial !== undefined) return initial;
    throw new Refusal({ zh: `${file}：没有部门或项目，无表可出`, en: `${file}: there is no 部门 or 项目 to print` });
}

function nothingFor(file: string, form: Form, plan: PlanToPrint): Refusal {
    const { available } = formsFor(plan);
    if (available.length === 0) return new Refusal({ zh: `${file}：没有部门或项目，无表可出`, en: `${file}: there is no 部门 or 项目 to print` });
    return new Refusal({
        zh: `${file}：没有能填入 ${form} 表的内容，可以用 --form ${available.join('、')}`,
        en: `${file}: there is nothing for the form ${form}; --form can be ${available.join(', ')}`,
    });
}
