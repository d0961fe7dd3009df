import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { departmentText, projectText, samplePlan } from './corpus.js';
import { planJson } from './equivalents.js';

export const PROJECTS_IN_A_FILE = 40;

/** Files with the departments, and many with the projects that name them. The same as JSON beside it. */
export interface FolderOnDisk {
    readonly ptarget: string;
    readonly json: string;
    readonly files: number;
}

/** The first department's. */
export const DEPARTMENT_FILE = departmentFile(0);

function departmentFile(index: number): string {
    return `部门${String(index + 1).padStart(2, '0')}.ptarget`;
}

export function projectsFile(index: number): string {
    return `项目${String(index + 1).padStart(4, '0')}.ptarget`;
}

/** Written once: a folder is named by what is in it. */
export async function folderOnDisk(cache: string, files: number, departments: number): Promise<FolderOnDisk> {
    const contents = [...contentsOf(files, departments)];
    const digest = createHash('sha256');
    for (const { name, text } of contents) digest.update(name).update(text);
    const home = join(cache, `folder-${files}-${digest.digest('hex').slice(0, 12)}`);
    const folder = { ptarget: join(home, 'ptarget'), json: join(home, 'json'), files };
    if (existsSync(home)) return folder;
    const unfinished = `${home}.part`;
    await rm(unfinished, { recursive: true, force: true });
    for (const { name, text } of contents) {
        const path = join(unfinished, name);
        await mkdir(join(path, '..'), { recursive: true });
        await writeFile(path, text);
    }
    await rename(unfinished, home);
    return folder;
}

/** Each department has as many files as the next, one behind the other. */
function* contentsOf(files: number, departments: number): Generator<{ name: string; text: string }> {
    const filesOfEach = Math.ceil(files / departments);
    for (let department = 0; department < departments; department++) {
        const plan = samplePlan(filesOfEach * PROJECTS_IN_A_FILE, department * filesOfEach * PROJECTS_IN_A_FILE, department);
        yield { name: `ptarget/${departmentFile(department)}`, text: departmentText(plan.department) };
    }
    for (let file = 0; file < files; file++) {
        const plan = samplePlan(PROJECTS_IN_A_FILE, file * PROJECTS_IN_A_FILE, Math.floor(file / filesOfEach));
        yield { name: `ptarget/${projectsFile(file)}`, text: plan.projects.map(projectText).join('\n') };
        yield { name: `json/${projectsFile(file).replace('.ptarget', '.json')}`, text: planJson(plan) };
    }
}

/** What nobody can do without: the bytes into the memory, and one look at every character. Resolves with the milliseconds. */
export async function readAndScan(folder: string): Promise<number> {
    const from = performance.now();
    let lines = 0;
    for (const name of await readdir(folder)) {
        const text = await readFile(join(folder, name), 'utf8');
        for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === 10) lines++;
    }
    const took = performance.now() - from;
    if (lines === 0) throw new Error(`nothing in ${folder}`);
    return took;
}
