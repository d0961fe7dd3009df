// Bundles the suite into the one file that both extension hosts load: Node's and the web worker's.
import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../../scripts/project.mjs';

export async function buildSuite() {
    const outfile = path.join(projectRoot, 'dist', 'test', 'e2e', 'index.cjs');
    await build({
        entryPoints: [path.join(projectRoot, 'test', 'e2e', 'suite', 'index.ts')],
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
    return outfile;
}
