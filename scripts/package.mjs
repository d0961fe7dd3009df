// Makes ptarget.vsix: the same bytes from the same sources. `--twice` shows it, by making it again.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const vsix = path.join(root, 'ptarget.vsix');
/** Dates in the archive would differ from one time to the next; zip knows none before 1980. */
const FIXED_DATE = String(Date.UTC(2000, 0, 1) / 1000);

const first = make();
if (process.argv.includes('--twice')) {
    if (!make().equals(first)) {
        console.error('ptarget.vsix differs from one time to the next');
        process.exit(1);
    }
    console.log('ptarget.vsix is the same both times');
}

function make() {
    rmSync(path.join(root, 'dist'), { recursive: true, force: true });
    run(process.execPath, 'scripts/build.mjs', '--release');
    run(process.execPath, 'node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '-o', vsix);
    return readFileSync(vsix);
}

function run(command, ...args) {
    const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, SOURCE_DATE_EPOCH: FIXED_DATE } });
    if (status !== 0) process.exit(status ?? 1);
}
