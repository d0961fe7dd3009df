// The machine's own Chromium, driven through playwright-core, which brings no browser along.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const otherPlaces = {
    darwin: [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) => {
        const folder = process.env[name];
        if (folder === undefined) return [];
        return [
            path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ];
    }),
};

/** The path of a Chromium or one of its kin, undefined where there is none. CHROMIUM_PATH goes before all others. */
export function findChromium() {
    const named = process.env.CHROMIUM_PATH;
    if (named !== undefined && named !== '') return isProgram(named) ? named : undefined;
    const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
    const onPath = programNames.flatMap((name) => [...folders, '/usr/bin'].map((folder) => path.join(folder, name)));
    return [...onPath, ...(otherPlaces[process.platform] ?? [])].find(isProgram);
}

/** @returns {Promise<import('playwright-core').Browser>} */
export async function launchChromium({ headless = true } = {}) {
    const executablePath = findChromium();
    if (executablePath === undefined) {
        throw new Error(
            'No Chromium found. Install one (Debian and Ubuntu: apt-get install chromium) or set CHROMIUM_PATH to its program.',
        );
    }
    return chromium.launch({
        executablePath,
        headless,
        // A profile of its own, no calls home; the sandbox cannot run as root, and only our own page is ever opened.
        args: [
            ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
            ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
        ],
        // The scripts end it themselves, in the order that they need.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
    });
}

function isProgram(file) {
    try {
        accessSync(file, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}
