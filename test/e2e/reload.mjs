// A window that is loaded anew brings its previews back, and what closed files say. No suite inside VS Code can see that: it would end with the window.
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launchChromium } from '../../scripts/chromium.mjs';
import { onInterrupt } from '../../scripts/process-tree.mjs';
import { projectRoot } from '../../scripts/project.mjs';
import { startVsCode } from '../../scripts/vscode-server.mjs';
import { pageActions } from './page-actions.mjs';
import { failuresFolder } from './remains.mjs';

const scratch = await mkdtemp(path.join(os.tmpdir(), 'ptarget-reload-'));
const cleanUps = [() => rm(scratch, { recursive: true, force: true, maxRetries: 5 })];
const cleanUp = async () => {
    for (const step of cleanUps.splice(0).reverse()) await step();
};
onInterrupt(cleanUp);
let passed = 0;
try {
    await bringsBack();
    console.log('2 passed, 0 failed');
} catch (error) {
    console.error(`  ✗ ${error.stack}\n${passed} passed, ${2 - passed} failed`);
    process.exitCode = 1;
} finally {
    await cleanUp();
}

async function bringsBack() {
    const workspace = path.join(scratch, 'examples');
    await cp(path.join(projectRoot, 'examples'), workspace, { recursive: true });
    await writeFile(path.join(workspace, 'closed.ptarget'), '项目 "一" {\n    绩效指标 { 产出指标 { 数量指标 "次数" 》9次 } }\n}\n');
    const browser = await launchChromium();
    cleanUps.push(() => browser.close());
    const server = await startVsCode({ dataDir: path.join(scratch, 'server'), workspace, extensionDevelopmentPath: projectRoot });
    cleanUps.push(() => server.stop());
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const window = pageActions({ page, pictures: failuresFolder, failures: failuresFolder });
    const preview = (selector, text) => window.wait({ frame: 'preview', selector, text, timeout: 60_000 });
    const scrolled = () => window.evaluate({ frame: 'preview', expression: 'scrollY' });
    const firstLine = async () => Math.min(...(await window.query({ selector: '.margin-view-overlays .line-numbers' })).map(({ text }) => Number(text)));
    try {
        await page.goto(server.url);
        await window.wait({ selector: '.explorer-folders-view .monaco-list-row', text: 'nansha', timeout: 60_000 });
        await window.click({ selector: '.explorer-folders-view .monaco-list-row', text: 'nansha', clickCount: 2 });
        await window.wait({ selector: '.squiggly-warning', timeout: 60_000 });
        await window.press({ key: 'Control+k' });
        await window.press({ key: 'v' });
        await preview('td', '3,287.27');
        await window.click({ frame: 'preview', selector: '#tab-core' });
        await preview('#tab-core[aria-selected=true]');
        const before = await firstLine();
        await window.evaluate({ frame: 'preview', expression: 'scrollTo(0, 300)' });
        await until(async () => (await scrolled()) === 300, 'it is scrolled');
        // The page has its place kept before it tells the editor, and what it says is heard in order.
        await until(async () => (await firstLine()) > before, 'the editor follows');
        await until(async () => (await keptFiles()) !== undefined, 'what closed files say is kept');
        await retell(await keptFiles(), 'is a title mark', 'is told again');
        await Promise.all([page.waitForEvent('load', { timeout: 60_000 }), reloadWindow(window)]);
        await preview('#tab-core[aria-selected=true]');
        // To the row: the editor, brought back to its own place, may have the last word.
        await until(async () => Math.abs((await scrolled()) - 300) < 120, 'it is scrolled as before');
        passes('a reload brings the preview back: its form and its place');
        await window.press({ key: 'Control+Shift+m' });
        await window.wait({ selector: '.markers-panel .monaco-list-row', text: 'is told again', timeout: 60_000 });
        passes('a reload brings back what closed files say, without reading them');
    } catch (error) {
        await page.screenshot({ path: path.join(failuresFolder, 'reload.png') }).catch(() => undefined);
        throw error;
    }
}

function passes(what) {
    passed++;
    console.log(`  ✓ ${what}`);
}

/** The file that the server keeps for the workspace among what VS Code stores; undefined before it is there. */
async function keptFiles() {
    const files = await readdir(path.join(scratch, 'server'), { recursive: true });
    const found = files.find((file) => path.basename(file) === 'kept-files');
    return found && path.join(scratch, 'server', found);
}

/** Has it say something that no text says, so that what is shown can come from nowhere else. */
async function retell(file, said, told) {
    const digestOf = (bytes) => createHash('sha256').update(bytes).digest('base64');
    const [program, ...files] = splitFiles(await readFile(file));
    const retold = files.map(({ name, names, blocks }) => {
        const changed = Buffer.from(blocks.toString().replaceAll(said, told));
        return Buffer.concat([Buffer.from(`${[name, digestOf(names), names.length, digestOf(changed), changed.length].join(' ')}\n`), names, changed]);
    });
    await writeFile(file, Buffer.concat([program, ...retold]));
}

/** The line of the program, and behind it of each file its name, the names in it and its blocks. */
function splitFiles(bytes) {
    const line = () => bytes.subarray(at, (at = bytes.indexOf('\n', at) + 1));
    const part = (length) => bytes.subarray(at, (at += Number(length)));
    let at = 0;
    const parts = [line()];
    while (at < bytes.length) {
        const [name, , lengthOfNames, , lengthOfBlocks] = line().toString().trimEnd().split(' ');
        parts.push({ name, names: part(lengthOfNames), blocks: part(lengthOfBlocks) });
    }
    return parts;
}

/** By VS Code's own command, which writes down first what the window holds. */
async function reloadWindow(window) {
    await window.press({ key: 'F1' });
    await window.wait({ selector: '.quick-input-widget .quick-input-box input' });
    await window.type({ text: 'Developer: Reload Window' });
    await window.wait({ selector: '.quick-input-list-entry', text: 'Developer: Reload Window' });
    await window.press({ key: 'Enter' });
}

async function until(isSo, what) {
    const deadline = Date.now() + 30_000;
    while (!(await isSo())) {
        if (Date.now() > deadline) throw new Error(`expected that ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
    }
}
