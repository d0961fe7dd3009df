import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';

export const ROOT = resolve(import.meta.dirname, '..', '..');
export const CLI = join(ROOT, 'dist', 'cli', 'cli.js');
if (!existsSync(CLI)) throw new Error('These tests run the built command: npm run build first');

export interface Outcome {
    readonly code: number | null;
    readonly out: string;
    readonly errors: string;
}

export interface Circumstances {
    readonly cwd?: string;
    readonly environment?: NodeJS.ProcessEnv;
    /** Runs as another user. */
    readonly uid?: number;
}

/** Runs the built command as a shell would, without a terminal. */
export function ptarget(args: readonly string[], { cwd = ROOT, environment = {}, uid }: Circumstances = {}): Outcome {
    const { status, stdout, stderr, error } = spawnSync(process.execPath, [CLI, ...args], {
        cwd, env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8', ...environment }, uid, gid: uid, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024,
    });
    if (error) throw error;
    return { code: status, out: stdout, errors: stderr };
}

/** A folder for one test file, gone when its tests are done. */
export function scratchFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'ptarget-cli-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
}

/** What `check --format json` prints for each finding. */
export interface JsonFinding {
    readonly file: string;
    readonly range: { readonly start: JsonPosition; readonly end: JsonPosition };
    readonly severity: string;
    readonly code: string;
    readonly message: string;
}

interface JsonPosition {
    readonly line: number;
    readonly character: number;
}

export function findingsIn({ out }: Outcome): JsonFinding[] {
    return JSON.parse(out) as JsonFinding[];
}
