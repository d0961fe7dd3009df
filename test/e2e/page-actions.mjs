// What the page bridge can do. Selectors are Playwright's: CSS, and its own `text=…`, `role=…` and so on.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const patience = 15_000;
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** @param {{ page: import('playwright-core').Page, pictures: string, failures: string }} stage */
export function pageActions({ page, pictures, failures }) {
    page.setDefaultTimeout(patience);
    const picture = (folder, name, rest) => {
        const file = path.join(folder, `${name.replace(/[\\/:*?"<>|\s]+/g, '-')}.png`);
        return rest(file).then(() => file);
    };
    return {
        type: ({ text }) => page.keyboard.type(text),
        press: ({ key }) => page.keyboard.press(key),
        async click({ frame, selector, text, ...how }) {
            const found = await firstVisible(page, { frame, selector, text });
            await found.click(how);
        },
        async hover({ frame, selector, text }) {
            await (await firstVisible(page, { frame, selector, text })).hover();
        },
        query: ({ frame, selector, text }) => describeAll(page, { frame, selector, text }),
        async wait({ frame, selector, text, timeout }) {
            await firstVisible(page, { frame, selector, text }, timeout);
            return describeAll(page, { frame, selector, text });
        },
        async evaluate({ frame, expression }) {
            const [first] = await framesOf(page, frame);
            if (first === undefined) throw new Error('No webview is open in the page.');
            return first.evaluate(expression);
        },
        async accessibility({ frame }) {
            const [first] = await framesOf(page, frame);
            // Not a script of the page: its policy lets none in but its own.
            await first.evaluate(await readFile(axe, 'utf8'));
            return first.evaluate(violations);
        },
        copy: ({ text, html }) => page.evaluate(writeClipboard, { 'text/plain': text, 'text/html': html }),
        copied: () => page.evaluate('navigator.clipboard.readText()'),
        screenshot: ({ name, frame, selector }) =>
            picture(pictures, name, async (file) => {
                if (selector === undefined) return page.screenshot({ path: file });
                return (await firstVisible(page, { frame, selector })).screenshot({ path: file });
            }),
        failure: ({ name }) => picture(failures, name, (file) => page.screenshot({ path: file })),
        resize: ({ width, height }) => page.setViewportSize({ width, height }),
        media: (features) => page.emulateMedia(features),
    };
}

/**
 * The window's own frame, or those in which webviews show their content. A webview is a frame of VS Code's around the frame
 * with the extension's HTML; while it loads new HTML, that is prepared in a second, pending one.
 */
async function framesOf(page, place = 'main') {
    if (place === 'main') return [page.mainFrame()];
    const shown = [];
    for (const frame of page.frames()) {
        if (frame.parentFrame() === null || !isWebviewShell(frame.parentFrame())) continue;
        if (await isActive(frame)) shown.push(frame);
    }
    return shown;
}

function isWebviewShell(frame) {
    return /\/webview\/browser\/pre\//.test(frame.url());
}

async function isActive(frame) {
    try {
        const element = await frame.frameElement();
        return (await element.getAttribute('id')) === 'active-frame' && (await element.isVisible());
    } catch {
        return false; // gone in the meantime
    }
}

function locate(frame, { selector, text }) {
    if (selector !== undefined) return frame.locator(selector, text === undefined ? {} : { hasText: text });
    if (text !== undefined) return frame.getByText(text);
    throw new Error('An element is named by selector, text, or both.');
}

/** Webviews come and go, and with them their frames, so Playwright's own waiting inside one frame is not enough. */
async function firstVisible(page, sought, timeout = patience) {
    const deadline = Date.now() + timeout;
    do {
        for (const frame of await framesOf(page, sought.frame)) {
            const visible = locate(frame, sought).filter({ visible: true });
            if ((await visible.count().catch(() => 0)) > 0) return visible.first();
        }
        await pause(50);
    } while (Date.now() < deadline);
    throw new Error(`Not to be seen within ${timeout / 1000} seconds: ${JSON.stringify(sought)}`);
}

async function describeAll(page, sought) {
    const found = [];
    for (const frame of await framesOf(page, sought.frame)) {
        found.push(...(await locate(frame, sought).evaluateAll(describeElements)));
    }
    return found;
}

/** Runs in the page: what axe finds wrong, a line each. */
async function violations() {
    const { violations } = await globalThis.axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`));
}

/** Runs in the page. */
async function writeClipboard(kinds) {
    const given = Object.entries(kinds).filter(([, content]) => content !== undefined);
    const blobs = given.map(([type, content]) => [type, new Blob([content], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

/** Runs in the page. */
function describeElements(elements) {
    return elements.map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return {
            tag: element.localName,
            text: element.innerText ?? element.textContent ?? '',
            attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
            visible: element.checkVisibility({ visibilityProperty: true }),
            box: { x, y, width, height },
        };
    });
}
