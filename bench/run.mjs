/** Builds the benches with esbuild and runs the one asked for: `npm run bench`, `npm run bench -- --quick`. */
import * as esbuild from 'esbuild';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'dist', 'bench');
mkdirSync(out, { recursive: true });
await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['bench/main.ts', 'bench/null-server.ts', 'bench/stock-langium-server.ts'],
    outdir: out,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    logLevel: 'warning',
});
process.argv.splice(2, 0, root);
await import(pathToFileURL(join(out, 'main.cjs')).href);
