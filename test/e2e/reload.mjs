// A window that is loaded anew brings its previews back. No suite inside VS Code can see that: it would end with the window.
import { cp, mkdtemp, rm } from 'node:fs/promises';
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
try {
    await bringsThePreviewBack();
    console.log('  ✓ a reload brings the preview back: its form and its place\n1 passed, 0 failed');
} catch (error) {
    console.error(`  ✗ a reload brings the preview back\n${error.stack}\n0 passed, 1 failed`);
    process.exitCode = 1;
} finally {
    await cleanUp();
}

async function bringsThePreviewBack() {
    const workspace = path.join(scratch, 'examples');
    await cp(path.join(projectRoot, 'examples'), workspace, { recursive: true });
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
        await window.wait({ selector: '.codelens-decoration', timeout: 60_000 });
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
        await Promise.all([page.waitForEvent('load', { timeout: 60_000 }), reloadWindow(window)]);
        await preview('#tab-core[aria-selected=true]');
        // To the row: the editor, brought back to its own place, may have the last word.
        await until(async () => Math.abs((await scrolled()) - 300) < 120, 'it is scrolled as before');
    } catch (error) {
        await page.screenshot({ path: path.join(failuresFolder, 'reload.png') }).catch(() => undefined);
        throw error;
    }
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
