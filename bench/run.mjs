/** Builds a bench with esbuild and runs it: `npm run bench`, `npm run bench:check`. */
import * as esbuild from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'dist', 'bench');
const [bench, ...args] = process.argv.slice(2);
/** What it starts as processes of their own. */
const processes = { main: ['null-server', 'stock-langium-server', 'json-server', 'check-json'], 'check-ratios': [] };

/** What V8 does in other threads would cost more or less of the processor's time with each run. */
const flags = { main: [], 'check-ratios': ['--single-threaded'] };

const shared = { absWorkingDir: root, outdir: out, bundle: true, platform: 'node', format: 'cjs', outExtension: { '.js': '.cjs' }, logLevel: 'warning' };

/** Ten thousand projects are more than the server reads of a file: there it is measured with a higher limit. */
const higherLimit = {
    name: 'higher-limit',
    setup({ onLoad }) {
        onLoad({ filter: /language-server[\\/]domain[\\/]limits\.ts$/ }, ({ path }) => {
            const text = readFileSync(path, 'utf8');
            const higher = text.replace('fileBytes: 5 * 1024 * 1024', 'fileBytes: 50 * 1024 * 1024');
            if (higher === text) throw new Error(`no limit found in ${path}`);
            return { contents: higher, loader: 'ts' };
        });
    },
};

mkdirSync(out, { recursive: true });
await esbuild.build({ ...shared, entryPoints: [bench, ...processes[bench]].map((name) => `bench/${name}.ts`) });
if (bench === 'main') await esbuild.build({ ...shared, entryPoints: { 'unlimited-server': 'language-server/main.ts' }, minify: true, plugins: [higherLimit] });
// In a process of its own, which esbuild has not been in: beside it, the same work measured up to twice as much.
process.exitCode = spawnSync(process.execPath, [...flags[bench], join(out, `${bench}.cjs`), root, ...args], { stdio: 'inherit' }).status ?? 1;
