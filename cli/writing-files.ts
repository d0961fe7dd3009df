import type { Stats } from 'node:fs';
import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from './refusal.js';
import { explain, isMissing } from './system-errors.js';

/**
 * Writes a file whole or not at all: into a temporary file beside it, which takes its name when every byte is on the disk.
 * Whatever fails, a file of that name stays as it was.
 */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
    try {
        const existing = await existingFile(path);
        // A link stays a link: what it leads to is replaced.
        const target = existing ? await realpath(path) : path;
        await writeBeside(target, content, existing?.mode);
    } catch (error) {
        if (error instanceof Refusal) throw error;
        const { zh, en } = explain(error);
        throw new Refusal({ zh: `无法写入 ${path}：${zh}`, en: `cannot write ${path}: ${en}` });
    }
}

async function existingFile(path: string): Promise<Stats | undefined> {
    let file: Stats;
    try {
        file = await stat(path);
    } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
    }
    if (file.isDirectory()) throw new Refusal({ zh: `${path} 是文件夹，请写明文件名`, en: `${path} is a folder; name a file` });
    if (!file.isFile()) throw new Refusal({ zh: `${path} 不是普通文件`, en: `${path} is not a regular file` });
    return file;
}

async function writeBeside(path: string, content: Uint8Array | string, mode?: number): Promise<void> {
    const temporary = join(dirname(path), `.${basename(path).slice(0, 60)}.${process.pid}.tmp`);
    try {
        const file = await open(temporary, 'wx');
        try {
            await file.writeFile(content);
            if (mode !== undefined) await file.chmod(mode & 0o777);
            await file.sync();
        } finally {
            await file.close();
        }
        await rename(temporary, path);
    } catch (error) {
        // A leftover of another run under the same number is not ours to delete.
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await unlink(temporary).catch(() => undefined);
        throw error;
    }
}
