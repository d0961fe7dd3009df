// The suite's entry: VS Code calls run() in the extension host, in the desktop program and in a page alike.
import Mocha from 'mocha';
import { PageBridge } from './bridge.js';
import { LineReporter } from './line-reporter.js';
import { say } from './say.js';
import { readSession } from './session.js';
import type { Specification } from './specification.js';
import { accessibility } from './accessibility.spec.js';
import { activation } from './activation.spec.js';
import { completion } from './completion.spec.js';
import { crashes } from './crashes.spec.js';
import { diagnostics } from './diagnostics.spec.js';
import { editorDefaults } from './editor-defaults.spec.js';
import { exporting } from './export.spec.js';
import { newFiles } from './new-files.spec.js';
import { pictures } from './pictures.spec.js';
import { preview } from './preview.spec.js';
import { speed } from './speed.spec.js';
import { typingAProject } from './typing-a-project.spec.js';

// Bundled, so nothing can look for the files: a new one is imported and added here. What ends the server comes before
// the editor holds many files: over which of them it ended can be told for certain only of the one that was typed in last.
const specifications: Specification[] = [activation, crashes, diagnostics, completion, typingAProject, newFiles, editorDefaults, preview, accessibility, exporting, speed, pictures];

export async function run(): Promise<void> {
    const failures = await runAll().catch((error: unknown) => {
        say(error instanceof Error ? (error.stack ?? error.message) : String(error));
        return 1;
    });
    if (failures > 0) throw new Error(`${failures} failed`); // VS Code makes its exit code of it
}

async function runAll(): Promise<number> {
    const session = await readSession();
    const page = session.bridge === undefined ? undefined : new PageBridge(session.bridge);
    const mocha = new Mocha({ ui: 'bdd', reporter: LineReporter, timeout: 60_000, forbidOnly: true, forbidPending: true });
    if (session.grep !== undefined) mocha.fgrep(session.grep);
    // Installs describe, it and the rest; loading files would do this otherwise.
    mocha.suite.emit('pre-require', globalThis, '', mocha);
    for (const register of specifications) register({ session, page });
    if (page !== undefined) {
        mocha.suite.afterEach('picture of a failure', async function () {
            const test = this.currentTest;
            if (test?.state === 'failed') await page.failure(test.fullTitle());
        });
    }
    return new Promise((resolve) => mocha.run(resolve));
}
