import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The server as scripts/build.mjs bundles it, made anew from the sources that are tested; or another one.
 * @returns the path of the script, and what takes it away again
 */
export async function buildServer(entry = 'language-server/main.ts'): Promise<{ script: string; remove: () => void }> {
    const folder = mkdtempSync(join(tmpdir(), 'ptarget-server-'));
    const script = join(folder, 'server.cjs');
    await build({ entryPoints: [entry], outfile: script, bundle: true, platform: 'node', format: 'cjs', target: 'es2022', sourcemap: 'inline', logLevel: 'error' });
    return { script, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
