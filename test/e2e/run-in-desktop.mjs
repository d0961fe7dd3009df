// The suite in the desktop program, where VS Code can be downloaded. On Linux without a screen: under xvfb-run.
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { startTree } from '../../scripts/process-tree.mjs';
import { cacheFolder, childEnvironment } from '../../scripts/project.mjs';
import { logFile } from './remains.mjs';
import { suitePrinter } from './suite-lines.mjs';
import { within } from './within.mjs';

// What @vscode/test-electron's own runTests passes. It is not called itself since it cannot end a window that hangs.
const quietWindow = [
    ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--skip-welcome', '--skip-release-notes'],
    ...['--no-cached-data', '--disable-workspace-trust'],
];

/** @param {(step: () => unknown) => void} atEnd takes what is to be undone, last first */
export async function runInDesktop({ extension, testsPath, workspaceCopy, scratch, locale, timeout }, atEnd) {
    const program = await downloadAndUnzipVSCode({ version: 'stable', cachePath: cacheFolder });
    const args = [
        workspaceCopy,
        ...['--user-data-dir', path.join(scratch, 'user'), '--extensions-dir', path.join(scratch, 'extensions')],
        ...['--locale', locale, ...quietWindow],
        ...[`--extensionDevelopmentPath=${extension}`, `--extensionTestsPath=${testsPath}`],
    ];
    const window = startTree(program, args, { env: childEnvironment() });
    atEnd(() => window.stop());
    const output = [];
    const printSuiteLines = suitePrinter(testsPath);
    const allRead = [window.child.stdout, window.child.stderr].map((input) => {
        const lines = createInterface({ input });
        lines.on('line', (line) => {
            appendFileSync(logFile, `${line}\n`);
            output.push(...printSuiteLines(line));
        });
        return once(lines, 'close');
    });
    const code = await within(timeout, window.exited);
    await window.stop(); // nothing may hold the output open
    await Promise.all(allRead);
    return { code, output };
}
