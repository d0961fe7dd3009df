/** Builds everything that runs: the extension for desktop and web, the servers, the preview's script, the command line. */
import * as esbuild from 'esbuild';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './generate.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const release = process.argv.includes('--release');

const shared = {
    absWorkingDir: root,
    bundle: true,
    minify: release,
    sourcemap: release ? false : 'linked',
    target: 'es2022',
    logLevel: 'warning',
    legalComments: 'none',
};

/** VS Code loads extensions and their servers as CommonJS. */
const node = { ...shared, platform: 'node', format: 'cjs' };
const web = { ...shared, platform: 'browser', format: 'cjs' };

const outputs = [
    { ...node, entryPoints: { extension: 'extension/extension.ts' }, outExtension: { '.js': '.cjs' }, outdir: 'dist', external: ['vscode'] },
    { ...web, entryPoints: { 'extension.browser': 'extension/extension.browser.ts' }, outdir: 'dist', external: ['vscode'] },
    { ...node, entryPoints: { server: 'language-server/main.ts' }, outExtension: { '.js': '.cjs' }, outdir: 'dist' },
    { ...shared, platform: 'browser', format: 'iife', entryPoints: { 'server.browser': 'language-server/main.browser.ts' }, outdir: 'dist' },
    { ...shared, platform: 'browser', format: 'iife', entryPoints: { preview: 'extension/webview/preview.ts' }, outdir: 'dist' },
    {
        ...shared,
        platform: 'node',
        format: 'esm',
        splitting: true,
        entryPoints: { cli: 'cli/main.ts' },
        outdir: 'dist/cli',
        // Libraries of the CommonJS kind expect these two.
        banner: { js: `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);` },
    },
];

await Promise.all(outputs
    .filter(({ entryPoints }) => Object.values(entryPoints).every((entry) => existsSync(join(root, entry))))
    .map((output) => esbuild.build(output)));
