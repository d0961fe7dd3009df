/** Builds a bench with esbuild and runs it: `npm run bench`, `npm run bench:check`. */
import * as esbuild from 'esbuild';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'dist', 'bench');
const [bench, ...args] = process.argv.slice(2);
/** What it starts as processes of their own. */
const processes = { main: ['null-server', 'stock-langium-server', 'json-server', 'check-json'], 'check-ratios': [] };

mkdirSync(out, { recursive: true });
await esbuild.build({
    absWorkingDir: root,
    entryPoints: [bench, ...processes[bench]].map((name) => `bench/${name}.ts`),
    outdir: out,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    logLevel: 'warning',
});
process.argv.splice(2, Infinity, root, ...args);
await import(pathToFileURL(join(out, `${bench}.cjs`)).href);
