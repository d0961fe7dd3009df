/** Builds everything that runs: the extension for desktop and web, the servers, the preview's script, the command line. */
import * as esbuild from 'esbuild';
import { existsSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
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
    // The tables of pinyin and the texts are Chinese: escaped they would be three times as large.
    charset: 'utf8',
    logLevel: 'warning',
    legalComments: 'none',
    metafile: true,
};

/** VS Code loads extensions and their servers as CommonJS. */
const node = { ...shared, platform: 'node', format: 'cjs' };
const web = { ...shared, platform: 'browser', format: 'cjs' };

const outputs = [
    { ...node, entryPoints: { extension: 'extension/extension.ts' }, outExtension: { '.js': '.cjs' }, outdir: 'dist', external: ['vscode'] },
    // The web worker refuses ESM, which a .js file is in this package.
    { ...web, entryPoints: { 'extension.browser': 'extension/extension.browser.ts' }, outExtension: { '.js': '.cjs' }, outdir: 'dist', external: ['vscode'] },
    { ...node, entryPoints: { server: 'language-server/main.ts' }, outExtension: { '.js': '.cjs' }, outdir: 'dist' },
    { ...shared, platform: 'browser', format: 'iife', entryPoints: { 'server.browser': 'language-server/main.browser.ts' }, outdir: 'dist' },
    { ...shared, platform: 'browser', format: 'iife', entryPoints: { preview: 'extension/webview/preview.ts' }, outdir: 'dist' },
    {
        ...shared,
        platform: 'node',
        format: 'esm',
        splitting: true,
        entryPoints: { cli: 'cli/main.ts', 'check-in-thread': 'cli/check-in-thread.ts' },
        outdir: 'dist/cli',
        // Libraries of the CommonJS kind expect these two.
        banner: { js: `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);` },
    },
];

/** What loads when it is needed lies in files named after their content; those of earlier builds would pile up. */
function removeLeftovers({ outdir }, { metafile }) {
    const written = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
    for (const name of readdirSync(join(root, outdir))) {
        if (!written.has(name)) rmSync(join(root, outdir, name), { force: true });
    }
}

/**
 * Puts the command among the project's programs. npx links a project's own command when it is first called and never
 * again: called before the first build, it finds nothing to link, and from then on only what lies here.
 */
function linkCommand() {
    const programs = join(root, 'node_modules', '.bin');
    if (process.platform === 'win32') {
        writeFileSync(join(programs, 'ptarget.cmd'), '@node "%~dp0..\\..\\dist\\cli\\cli.js" %*\r\n');
        return;
    }
    try {
        symlinkSync('../../dist/cli/cli.js', join(programs, 'ptarget'));
    } catch (error) {
        if (error.code !== 'EEXIST') throw error;
    }
}

/** The libraries that are in what was built, for their licences and the bill of materials (test/release). */
function noteLibraries(results) {
    const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
    const folders = inputs.map((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter((folder) => folder !== undefined);
    writeFileSync(join(root, 'dist', 'libraries.json'), JSON.stringify([...new Set(folders)].sort()));
}

noteLibraries(await Promise.all(outputs
    .filter(({ entryPoints }) => Object.values(entryPoints).every((entry) => existsSync(join(root, entry))))
    .map(async (output) => {
        const result = await esbuild.build(output);
        if (output.splitting) removeLeftovers(output, result);
        return result;
    })));
linkCommand();
