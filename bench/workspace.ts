import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { DEPARTMENT_FILE, type FolderOnDisk, PROJECTS_IN_A_FILE, projectsFile } from './folder-on-disk.js';
import { LspClient } from './lsp-client.js';
import { longestHoverUntil } from './opening.js';
import type { Measure, Results } from './results.js';
import type { Series } from './statistics.js';
import type { Subject } from './subjects.js';
import { repeat, Typist } from './typing.js';

/** Starts a server on a folder and opens one of its files at once; then edits that file, and the department that all refer to. */
export async function measureWorkspace(subject: Subject, { ptarget: folder, files }: FolderOnDisk, results: Results): Promise<void> {
    const add = (measure: Measure, measured: number | Series) => results.add(measure, subject.name, files * PROJECTS_IN_A_FILE, measured);
    const typistIn = (client: LspClient, name: string) => {
        const path = join(folder, name);
        return new Typist(client, pathToFileURL(path).href, readFileSync(path, 'utf8'));
    };
    const fileInTheMiddle = projectsFile(Math.floor(files / 2));
    const { href } = pathToFileURL(folder);

    await withServer(subject, undefined, async (client) => add('workspaceOpenAlone', await typistIn(client, fileInTheMiddle).open(subject.languageId)));

    let readMs = 0;
    await withServer(subject, href, async (client) => {
        const initialized = performance.now();
        const projects = typistIn(client, fileInTheMiddle);
        add('workspaceOpen', await projects.open(subject.languageId));
        const rested = await client.rest();
        const [glimpsed] = client.tasksEndedAt;
        if (glimpsed !== undefined) add('workspaceGlimpsed', glimpsed - initialized);
        readMs = (client.tasksEndedAt.at(-1) ?? rested) - initialized;
        add('workspaceIndexed', readMs);
        add('workspaceRest', rested - initialized);
        add('workspaceMemory', (await client.memory()).now);
        add('workspacePeak', (await client.memory()).peak);

        await repeat(20, 1, () => projects.type());
        add('workspaceKey', await repeat(40, 2, () => projects.type()));
        const department = typistIn(client, DEPARTMENT_FILE);
        await department.open(subject.languageId);
        await client.rest();
        department.moveTo('监督抽查批次');
        add('workspaceDepartmentKey', await repeat(20, 2, () => department.type()));
        department.moveTo('市场监督管理');
        add('workspaceRename', await repeat(4, 1, async () => {
            const took = await client.untilShown(projects.uri, 0, () => department.send());
            // It changes what is said of every project in the folder.
            await client.rest();
            return took;
        }));
    });

    await withServer(subject, href, async (client) => {
        const projects = typistIn(client, fileInTheMiddle);
        add('workspaceBlocked', await longestHoverUntil(client, projects, Promise.all([projects.open(subject.languageId), wait(readMs)])));
    });
}

/** So often is it opened again, for that takes no time. */
const TIMES_AGAIN = 5;

/** Starts a server on a folder that one before it has read; what that has found out is kept in between. */
export async function measureOpenedAgain(subject: Subject, { ptarget: folder, files }: FolderOnDisk, results: Results): Promise<void> {
    const add = (measure: Measure, measured: number) => results.add(measure, subject.name, files * PROJECTS_IN_A_FILE, measured);
    const storage = await mkdtemp(join(tmpdir(), 'ptarget-bench-'));
    const inFolder = (measure: (client: LspClient) => Promise<void>) => withServer(subject, pathToFileURL(folder).href, measure, pathToFileURL(storage).href);
    try {
        await inFolder(async (client) => void (await client.rest()));
        for (let time = 0; time < TIMES_AGAIN; time++) {
            await inFolder(async (client) => {
                const initialized = performance.now();
                await client.rest();
                const [glimpsed = NaN, read = NaN] = client.tasksEndedAt;
                add('workspaceGlimpsedAgain', glimpsed - initialized);
                add('workspaceIndexedAgain', read - initialized);
                add('workspaceMemoryAgain', (await client.memory()).now);
            });
        }
    } finally {
        await rm(storage, { recursive: true, force: true });
    }
}

/** Opens a department of a folder with many at once after the start; it has a sum that its projects do not make up. */
export async function measureDepartment(subject: Subject, { ptarget: folder, files }: FolderOnDisk, results: Results): Promise<void> {
    await withServer(subject, pathToFileURL(folder).href, async (client) => {
        const path = join(folder, DEPARTMENT_FILE);
        const uri = pathToFileURL(path).href;
        const from = performance.now();
        await client.open(uri, subject.languageId, readFileSync(path, 'utf8').replace(/(项目支出 +)/, '$11'));
        await client.rest();
        results.add('workspaceDepartmentOpen', subject.name, files * PROJECTS_IN_A_FILE, client.shown.get(uri)!.at - from);
    });
}

async function withServer(subject: Subject, folder: string | undefined, measure: (client: LspClient) => Promise<void>, storage?: string): Promise<void> {
    const { client } = await LspClient.start(subject, folder, storage);
    try {
        await measure(client);
    } finally {
        await client.stop();
    }
}
