// The suite in the VS Code from npm: its server here, its window a page in Chromium.
import { appendFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launchChromium } from '../../scripts/chromium.mjs';
import { projectRoot } from '../../scripts/project.mjs';
import { installExtension, startVsCode } from '../../scripts/vscode-server.mjs';
import { startPageBridge } from './page-bridge.mjs';
import { failuresFolder, logFile } from './remains.mjs';
import { suitePrinter } from './suite-lines.mjs';
import { within } from './within.mjs';

const emptyExtension = path.join(projectRoot, 'test', 'e2e', 'host');

/** @param {(step: () => unknown) => void} atEnd takes what is to be undone, last first */
export async function runInPage(run, atEnd) {
    const log = (text) => appendFileSync(logFile, text);
    const browser = await launchChromium({ headless: !run.headed });
    atEnd(() => browser.close());
    const server = await startVsCode({ ...(await profileWithExtension(run)), log });
    atEnd(() => server.stop());
    const page = await openWindow(browser, run.locale);
    const bridge = await startPageBridge({ page, pictures: run.pictures, failures: failuresFolder });
    atEnd(() => bridge.stop());
    await tellSuite(run.workspaceCopy, { bridge: bridge.url });

    const output = [];
    const printSuiteLines = suitePrinter(run.testsPath);
    await page.exposeFunction('codeAutomationLog', (type, args) => {
        const text = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
        log(`[console] ${type} ${text}\n`);
        output.push(...printSuiteLines(text));
    });
    const ended = new Promise((resolve, reject) => {
        page.exposeFunction('codeAutomationExit', (code) => resolve(code)).catch(reject);
        page.on('crash', () => reject(new Error('The page crashed.')));
        server.exited.then((code) => reject(new Error(`VS Code's server ended (exit code ${code}).`)));
    });
    ended.catch(() => undefined); // heard below, unless the page does not even open
    try {
        await page.goto(server.url);
        const code = await within(run.timeout, ended);
        if (code !== 0) await pictureOf(page, 'end');
        return { code, output };
    } catch (error) {
        await pictureOf(page, 'end');
        throw error;
    }
}

/** What the server needs to know to have the extension in the window: from its folder, or installed from a package. */
async function profileWithExtension({ scratch, extension, vsix, web, workspaceCopy, testsPath }) {
    const userSettings = {
        'files.simpleDialog.enable': true, // save dialogs as quick input, so that a test can answer them
        'files.exclude': { '**/.vscode': true },
        'files.autoSave': 'off', // on in a browser by itself; while it is at work, VS Code turns down what a test wants saved
        // The page's payload has a key for this, extensionDevelopmentKind, to which VS Code's web client does not listen.
        ...(web ? { 'remote.extensionKind': { [await extensionId(extension)]: ['web'] } } : {}),
    };
    const profile = {
        dataDir: path.join(scratch, 'server'),
        extensionsDir: path.join(scratch, 'extensions'),
        workspace: workspaceCopy,
        testsPath,
        userSettings,
    };
    if (vsix === undefined) return { ...profile, extensionDevelopmentPath: extension };
    await installExtension(vsix, profile);
    // VS Code runs tests only beside an extension under development: here one that does nothing.
    return { ...profile, extensionDevelopmentPath: emptyExtension };
}

async function extensionId(folder) {
    const { publisher, name } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    return `${publisher}.${name}`;
}

async function openWindow(browser, locale) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    // What the page of a VS Code with that language pack sets: the extension then sees that display language.
    if (locale !== 'en') await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(locale)}`);
    return context.newPage();
}

async function tellSuite(workspaceCopy, more) {
    const file = path.join(workspaceCopy, '.vscode', 'e2e-session.json');
    await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), ...more }));
}

/** Of a page that may have crashed: no picture is then no further failure. */
async function pictureOf(page, name) {
    await page.screenshot({ path: path.join(failuresFolder, `${name}.png`), timeout: 10_000 }).catch(() => undefined);
}
