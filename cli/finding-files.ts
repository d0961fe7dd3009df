import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import type { Wording } from '../language-server/index.js';
import { explain, isMissing } from './system-errors.js';

export interface FoundFile {
    /** As the user would write it: under the path given, with forward slashes. */
    readonly name: string;
    readonly path: string;
}

export interface FoundFiles {
    readonly files: readonly FoundFile[];
    /** Paths that lead nowhere. */
    readonly unread: readonly UnreadFile[];
}

export interface UnreadFile {
    readonly name: string;
    readonly why: Wording;
}

export const EXTENSION = '.ptarget';
const LEFT_OUT = new Set(['node_modules', '.git']);

/**
 * The .ptarget files under the given paths, in an order that does not depend on the disk. A file that is named itself is
 * taken whatever its name ends with. Each real file comes once, however many paths or links lead to it.
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
    const search = new Search();
    for (const path of paths) await search.begin(path);
    return search;
}

/** How a path is shown. */
export function nameOf(path: string): string {
    return normalize(path).replaceAll(sep, '/').replace(/(?<=.)\/$/, '');
}

class Search implements FoundFiles {
    readonly files: FoundFile[] = [];
    readonly unread: UnreadFile[] = [];
    private readonly seen = new Set<string>();

    async begin(path: string): Promise<void> {
        const kind = await this.kindOf(path);
        if (!kind) return;
        if (kind.isFile()) {
            await this.take(path);
        } else if (kind.isDirectory()) {
            await this.searchUnder(path);
        } else {
            this.refuse(path, { zh: '不是普通文件', en: 'not a regular file' });
        }
    }

    /** Links wait until the folder's own files are found, so that these keep their own names. */
    private async searchUnder(folder: string): Promise<void> {
        const before = this.files.length;
        const links: string[] = [];
        await this.search(folder, links);
        for (let link = links.shift(); link !== undefined; link = links.shift()) await this.follow(link, links);
        const found = this.files.splice(before).sort((one, other) => (one.name < other.name ? -1 : 1));
        this.files.push(...found);
    }

    private async search(folder: string, links: string[]): Promise<void> {
        for (const entry of await this.entriesOf(folder)) {
            const path = join(folder, entry.name);
            if (entry.isSymbolicLink()) links.push(path);
            else if (entry.isDirectory()) await this.search(path, links);
            else if (entry.isFile() && entry.name.endsWith(EXTENSION)) await this.take(path);
        }
    }

    private async entriesOf(folder: string): Promise<Dirent[]> {
        try {
            if (!(await this.isNew(folder))) return [];
            const entries = await readdir(folder, { withFileTypes: true });
            return entries.filter(({ name }) => !LEFT_OUT.has(name));
        } catch (error) {
            this.refuse(folder, explain(error));
            return [];
        }
    }

    private async follow(link: string, links: string[]): Promise<void> {
        const concerns = link.endsWith(EXTENSION);
        const kind = concerns ? await this.kindOf(link) : await stat(link).catch(() => undefined);
        if (kind?.isDirectory()) await this.search(link, links);
        else if (kind?.isFile() && concerns) await this.take(link);
    }

    private async take(path: string): Promise<void> {
        try {
            if (await this.isNew(path)) this.files.push({ name: nameOf(path), path });
        } catch (error) {
            this.refuse(path, explain(error));
        }
    }

    private async isNew(path: string): Promise<boolean> {
        const real = await realpath(path);
        return !this.seen.has(real) && this.seen.add(real) !== undefined;
    }

    private async kindOf(path: string): Promise<Stats | undefined> {
        try {
            return await stat(path);
        } catch (error) {
            const dangling = isMissing(error) && (await lstat(path).catch(() => undefined)) !== undefined;
            this.refuse(path, dangling ? { zh: '符号链接指向的文件不存在', en: 'the file that the symbolic link names does not exist' } : explain(error));
            return undefined;
        }
    }

    private refuse(path: string, why: Wording): void {
        this.unread.push({ name: nameOf(path), why });
    }
}
