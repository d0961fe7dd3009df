// Bundles the suite into the one file that both extension hosts load: Node's and the web worker's.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../../scripts/project.mjs';

const suiteFolder = 'test/e2e/suite';

export async function buildSuite() {
    const outfile = path.join(projectRoot, 'dist', 'test', 'e2e', 'index.cjs');
    const { metafile } = await build({
        absWorkingDir: projectRoot,
        metafile: true,
        entryPoints: [`${suiteFolder}/index.ts`],
        outfile,
        bundle: true,
        // Mocha's bundle assigns module.exports, being written for CommonJS; ours is assigned after it.
        format: 'iife',
        globalName: 'suite',
        footer: { js: 'module.exports = suite;' },
        platform: 'browser',
        target: 'es2022',
        sourcemap: true,
        external: ['vscode', 'node:*'],
        // Mocha's own bundle for browsers: it needs neither files nor a terminal and runs in Node as well.
        alias: { mocha: path.join(projectRoot, 'node_modules', 'mocha', 'mocha.mjs') },
        logLevel: 'warning',
    });
    const forgotten = readdirSync(path.join(projectRoot, suiteFolder)).filter(
        (name) => name.endsWith('.spec.ts') && !(`${suiteFolder}/${name}` in metafile.inputs),
    );
    if (forgotten.length > 0) throw new Error(`Not in the list in ${suiteFolder}/index.ts: ${forgotten.join(', ')}`);
    return outfile;
}
