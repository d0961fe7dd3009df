import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { tooLarge } from './left-out.js';
import type { WorkspaceFiles } from './workspace-files.js';

const LEFT_OUT = new Set(['node_modules', '.git']);

/** The files of this machine. Links are followed, each real folder once. */
export const diskFiles: WorkspaceFiles = {
    async *list(folder) {
        yield* under(fileURLToPath(folder), new Set());
    },
    async read(uri) {
        const path = fileURLToPath(uri);
        // Looked at first: a file of some hundred megabytes must not get into memory.
        const refused = tooLarge((await stat(path)).size);
        return refused ? { refused } : readFile(path);
    },
};

async function* under(folder: string, seen: Set<string>): AsyncGenerator<string> {
    const real = await realpath(folder).catch(() => undefined);
    if (real === undefined || seen.has(real)) return;
    seen.add(real);
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
        const { name } = entry;
        if (LEFT_OUT.has(name)) continue;
        const path = join(folder, name);
        const kind = entry.isFile() || entry.isDirectory() ? entry : await stat(path).catch(() => undefined);
        if (kind?.isDirectory()) yield* under(path, seen);
        else if (kind?.isFile() && name.endsWith('.ptarget')) yield pathToFileURL(path).href;
    }
}
