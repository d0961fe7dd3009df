import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../../cli/refusal.js';
import { writeWhole } from '../../cli/writing-files.js';

/** Counts the operations on files and has one of them fail. */
const disk = vi.hoisted(() => ({ done: 0, failsAt: Infinity, code: '' }));

vi.mock('node:fs/promises', async (importOriginal) => {
    const original = await importOriginal<typeof files>();
    const counted = <F extends (...args: never[]) => Promise<unknown>>(operation: F): F => (async (...args: never[]) => {
        if (++disk.done === disk.failsAt) throw Object.assign(new Error(disk.code), { code: disk.code });
        return operation(...args);
    }) as F;
    return {
        ...original,
        stat: counted(original.stat as never), realpath: counted(original.realpath as never), rename: counted(original.rename), unlink: original.unlink,
        open: counted(async (...args: Parameters<typeof original.open>) => {
            const file = await original.open(...args);
            return new Proxy(file, {
                get(target, name) {
                    const value = Reflect.get(target, name) as unknown;
                    if (typeof value !== 'function') return value;
                    const bound = value.bind(target) as (...rest: never[]) => Promise<unknown>;
                    // A descriptor is closed even where closing it fails.
                    if (name === 'close') return async () => (await bound(), counted(async () => undefined)());
                    return ['writeFile', 'chmod', 'sync'].includes(String(name)) ? counted(bound) : bound;
                },
            });
        }),
    };
});

let folder: string;
beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ptarget-writing-'));
    Object.assign(disk, { done: 0, failsAt: Infinity, code: '' });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['a file that is there', 'a new file'])('%s', (kind) => {
    const isThere = kind === 'a file that is there';

    it.each(['ENOSPC', 'EACCES', 'EBUSY', 'EIO'])('is as it was, or written whole, whichever operation fails with %s', async (code) => {
        const path = join(folder, 'table.html');
        if (isThere) writeFileSync(path, 'before');
        await writeWhole(path, 'after');
        const operations = disk.done;
        expect(operations).toBeGreaterThanOrEqual(6);
        for (let failsAt = 1; failsAt <= operations; failsAt++) {
            rmSync(path, { force: true });
            if (isThere) writeFileSync(path, 'before');
            Object.assign(disk, { done: 0, failsAt, code });
            const outcome = await writeWhole(path, 'after').then(() => 'written', (error: unknown) => error);
            disk.failsAt = Infinity;
            expect(outcome, `operation ${failsAt}`).toBeInstanceOf(Refusal);
            expect((outcome as Refusal).wording.zh).toMatch(/^无法写入 .*：\p{Script=Han}+/u);
            expect(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]), `operation ${failsAt}`).toEqual(isThere ? [['table.html', 'before']] : []);
        }
    });
});
