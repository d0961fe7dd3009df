// Runs the end-to-end suite in a real VS Code; `--help` says how.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onInterrupt } from '../../scripts/process-tree.mjs';
import { buildSuite } from './build-suite.mjs';
import { readOptions, usage } from './options.mjs';
import { clearRemains, whereToLook } from './remains.mjs';
import { runInDesktop } from './run-in-desktop.mjs';
import { runInPage } from './run-in-page.mjs';
import { resultIn } from './suite-lines.mjs';

process.exitCode = await main();

async function main() {
    let options;
    try {
        options = readOptions(process.argv.slice(2));
    } catch (error) {
        console.error(`${error.message}\n\n${usage}`);
        return 2;
    }
    if (options.help) {
        console.log(usage);
        return 0;
    }
    const scratch = await realpath(await mkdtemp(path.join(os.tmpdir(), 'ptarget-e2e-')));
    const cleanUps = [() => rm(scratch, { recursive: true, force: true, maxRetries: 5 })];
    const cleanUp = async () => {
        for (const step of cleanUps.splice(0).reverse()) await step();
    };
    let interrupted = false;
    onInterrupt(() => {
        interrupted = true;
        return cleanUp();
    });
    try {
        await clearRemains();
        const run = { ...options, scratch, testsPath: await buildSuite(), workspaceCopy: await copyWorkspace(options, scratch) };
        const { code, output } = await (options.electron ? runInDesktop : runInPage)(run, (step) => cleanUps.push(step));
        return verdict(code, output);
    } catch (error) {
        if (!interrupted) console.error([error.message, whereToLook()].join('\n').trimEnd());
        return 1;
    } finally {
        await cleanUp();
    }
}

/** Tests write into the files that they open: never into the originals. */
async function copyWorkspace({ workspace, electron, grep, vsix, web, locale }, scratch) {
    if (!existsSync(workspace)) throw new Error(`There is no workspace to open: ${workspace}`);
    const copy = path.join(scratch, path.basename(workspace));
    await cp(workspace, copy, { recursive: true });
    // Read by suite/session.ts; the page bridge adds its address. A file, since a web worker has no environment variables.
    const session = { host: electron ? 'desktop' : 'page', extension: vsix ? 'installed' : web ? 'web' : 'folder', locale, grep };
    await mkdir(path.join(copy, '.vscode'), { recursive: true });
    await writeFile(path.join(copy, '.vscode', 'e2e-session.json'), JSON.stringify(session));
    return copy;
}

/** VS Code's exit code alone would also be 0 for a suite in which no test was found. */
function verdict(code, output) {
    const result = resultIn(output);
    const good = code === 0 && result !== undefined && result.passed > 0 && result.failed === 0;
    if (!good) console.error(whereToLook());
    console.log(result?.line ?? `The suite ended (exit code ${code}) without its result.`);
    return good ? 0 : 1;
}
