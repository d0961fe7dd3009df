// Starts VS Code's own server and says under which address a browser finds it.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runTree, startTree } from './process-tree.mjs';
import { childEnvironment, nodeProgram } from './project.mjs';
import { installVsCodeFromNpm } from './vscode-from-npm.mjs';

const quietSettings = {
    'security.workspace.trust.enabled': false,
    'chat.disableAIFeatures': true,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
    'extensions.autoCheckUpdates': false,
    'extensions.autoUpdate': false,
    'extensions.ignoreRecommendations': true,
    'telemetry.telemetryLevel': 'off',
    'update.mode': 'none',
};

/**
 * Starts the server and resolves once it listens.
 * @param {object} options
 * @param {string} options.dataDir where the server keeps profile and logs; made when missing
 * @param {string} [options.workspace] the folder to open
 * @param {string} [options.file] the file to show in it
 * @param {string} [options.extensionDevelopmentPath] the extension to load from its folder
 * @param {string} [options.testsPath] the module whose run() VS Code calls in the extension host
 * @param {string} [options.extensionsDir] where installed extensions lie
 * @param {number} [options.port] a free one by default
 * @param {Record<string, unknown>} [options.userSettings] in addition to the quiet ones
 * @param {Record<string, string>} [options.env] in addition to our own; the extension host inherits it
 * @param {(text: string) => void} [options.log] receives what the server prints
 * @returns {Promise<{ url: string, exited: Promise<number>, stop: () => Promise<void> }>}
 */
export async function startVsCode(options) {
    const vscodeFolder = await installVsCodeFromNpm();
    await writeSettings(options.dataDir, options.userSettings);
    // Whoever can reach the port could otherwise open files and terminals as the user.
    const token = randomBytes(16).toString('hex');
    const tokenFile = path.join(options.dataDir, 'connection-token');
    await writeFile(tokenFile, token, { mode: 0o600 });
    const args = [
        ...serverArguments(vscodeFolder, options),
        ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--connection-token-file', tokenFile],
    ];
    // Only with this flag may a page name an extension under development. It silences VS Code's notifications, so a window for
    // people goes without: there the extension is installed.
    if (options.extensionDevelopmentPath !== undefined) args.push('--enable-smoke-test-driver');
    const server = startTree(nodeProgram(), args, { env: childEnvironment(options.env) });
    try {
        const port = await listeningPort(server, options.log);
        return { url: pageUrl(port, token, options), exited: server.exited, stop: server.stop };
    } catch (error) {
        await server.stop();
        throw error;
    }
}

/** Installs a packed extension the way that a user does, into `extensionsDir`. */
export async function installExtension(vsixFile, { dataDir, extensionsDir }) {
    const vscodeFolder = await installVsCodeFromNpm();
    const args = [...serverArguments(vscodeFolder, { dataDir, extensionsDir }), '--install-extension', vsixFile, '--force'];
    const { code, output } = await runTree(nodeProgram(), args, { env: childEnvironment() });
    if (code !== 0 || !output.includes('successfully installed')) {
        // What stands before are complaints about the native modules that are left out on purpose.
        const about = output.split(/^(?=Installing extensions)/m).at(-1);
        throw new Error(`VS Code did not install ${vsixFile} (exit code ${code}):\n${about}`);
    }
}

function serverArguments(vscodeFolder, { dataDir, extensionsDir }) {
    const args = [path.join(vscodeFolder, 'out', 'server-main.js'), '--accept-server-license-terms'];
    args.push('--server-data-dir', dataDir, '--telemetry-level', 'off');
    if (extensionsDir !== undefined) args.push('--extensions-dir', extensionsDir);
    return args;
}

async function writeSettings(dataDir, userSettings) {
    const settingsFile = path.join(dataDir, 'data', 'User', 'settings.json');
    await mkdir(path.dirname(settingsFile), { recursive: true });
    if (existsSync(settingsFile)) return; // a profile in use: its settings are the user's
    await writeFile(settingsFile, JSON.stringify({ ...quietSettings, ...userSettings }, null, 2));
}

function listeningPort(server, log) {
    return new Promise((resolve, reject) => {
        let said = '';
        let listening = null;
        for (const stream of [server.child.stdout, server.child.stderr]) {
            stream.setEncoding('utf8').on('data', (text) => {
                log?.(text);
                if (listening !== null) return;
                said += text;
                listening = /Extension host agent listening on (\d+)/.exec(said);
                if (listening !== null) resolve(Number(listening[1]));
            });
        }
        server.exited.then((code) => reject(new Error(`VS Code's server did not start (exit code ${code}):\n${said}`)));
    });
}

/** The address of the window: the payload tells the page what to show, to load and to run. */
function pageUrl(port, token, { workspace, file, extensionDevelopmentPath, testsPath }) {
    const remote = (place) => `vscode-remote://127.0.0.1:${port}${urlPath(place).split('/').map(encodeURIComponent).join('/')}`;
    const payload = [['skipWelcome', 'true']];
    if (file !== undefined) payload.push(['openFile', remote(file)]);
    if (extensionDevelopmentPath !== undefined) payload.push(['extensionDevelopmentPath', remote(extensionDevelopmentPath)]);
    if (testsPath !== undefined) payload.push(['extensionTestsPath', remote(testsPath)]);
    const query = new URLSearchParams({ tkn: token });
    if (workspace !== undefined) query.set('folder', urlPath(workspace));
    query.set('payload', JSON.stringify(payload));
    return `http://127.0.0.1:${port}/?${query}`;
}

function urlPath(file) {
    const slashes = path.resolve(file).split(path.sep).join('/');
    return slashes.startsWith('/') ? slashes : `/${slashes}`; // a Windows path begins with its drive
}
