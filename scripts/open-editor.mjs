// A VS Code window on a folder, with the extension in it: the user's own VS Code, a downloaded one, or the one from npm.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, ProgressReportStage } from '@vscode/test-electron';
import { runTree, startTree } from './process-tree.mjs';
import { cacheFolder, childEnvironment, nodeProgram, projectRoot } from './project.mjs';
import { installExtension, startVsCode } from './vscode-server.mjs';

const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const developmentArgument = `--extensionDevelopmentPath=${projectRoot}`;

/**
 * Resolves when the window is open and needs nothing of us any more, or has been closed.
 * @param {{ workspace: string, file: string, editor: { stop?: () => Promise<void>, ending?: boolean }, browserOnly?: boolean }} options
 *   `editor.stop` is set while something runs that has to be ended with the script, `editor.ending` when it is being ended
 */
export async function openEditor({ workspace, file, editor, browserOnly = false }) {
    console.log('\n打开 VS Code Opening VS Code');
    if (!browserOnly && hasScreen) {
        if (await openInstalled(workspace, file)) return;
        if (await openDownloaded(workspace, file, editor)) return;
    }
    await openInBrowser(workspace, file, editor);
}

/** `code` on PATH: the user's own VS Code, with their settings and extensions. */
async function openInstalled(workspace, file) {
    // Inside a remote window's terminal `code` only opens files in that window.
    if (process.env.VSCODE_IPC_HOOK_CLI !== undefined) return false;
    const { code, output } = await runCode(['--version']);
    if (code !== 0) return false;
    const version = output.split('\n', 1)[0].trim();
    if (!isNewEnough(version)) {
        console.log(`  已安装的 VS Code ${version} 太旧 The VS Code ${version} installed here is too old.`);
        return false;
    }
    if ((await runCode(['--new-window', developmentArgument, workspace, file])).code !== 0) return false;
    console.log(`  已在 VS Code ${version} 中打开 Opened in the VS Code ${version} installed here.`);
    return true;
}

/** Not by startTree: the window lives on without us. */
function runCode(args) {
    const [command, ...first] = process.platform === 'win32' ? ['cmd.exe', '/d', '/c', 'code'] : ['code'];
    return new Promise((resolve) => {
        const child = spawn(command, [...first, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
        let output = '';
        child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
        child.once('error', () => resolve({ code: 127, output }));
        child.once('exit', (code) => resolve({ code: code ?? 1, output }));
    });
}

function isNewEnough(version) {
    const wanted = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')).engines.vscode;
    const [major, minor] = version.split('.').map(Number);
    const [wantedMajor, wantedMinor] = wanted.replace(/^\D*/, '').split('.').map(Number);
    return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** VS Code's own build, in a profile of its own. */
async function openDownloaded(workspace, file, editor) {
    let program;
    try {
        console.log('  下载 VS Code Downloading VS Code');
        program = await downloadAndUnzipVSCode({ version: 'stable', cachePath: cacheFolder, timeout: 10_000, reporter: downloadReporter() });
    } catch (error) {
        console.log(`  无法下载 It cannot be downloaded: ${error.message}`);
        return false;
    }
    const profile = path.join(cacheFolder, 'desktop-profile');
    const args = [
        ...[workspace, file, developmentArgument],
        ...['--user-data-dir', path.join(profile, 'user'), '--extensions-dir', path.join(profile, 'extensions')],
        ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ];
    const window = startTree(program, args, { env: childEnvironment() });
    editor.stop = window.stop;
    console.log('  已打开，关闭窗口或按 Ctrl+C 结束 Open; close the window or press Ctrl+C to end.');
    const code = await window.exited;
    if (editor.ending) return true;
    editor.stop = undefined;
    await window.stop();
    if (code !== 0) console.log(`  VS Code 未能运行 VS Code could not run (exit code ${code}).`);
    return code === 0;
}

function downloadReporter() {
    let shown = 0;
    return {
        report(progress) {
            if (progress.stage !== ProgressReportStage.Downloading || progress.totalBytes === 0) return;
            const quarters = Math.floor((4 * progress.bytesSoFar) / progress.totalBytes);
            if (quarters > shown) console.log(`  ${quarters * 25} %`);
            shown = Math.max(shown, quarters);
        },
        error: () => undefined, // thrown as well
    };
}

/** The VS Code from npm, with the extension installed as a user installs it. */
async function openInBrowser(workspace, file, editor) {
    const dataDir = path.join(cacheFolder, 'browser-profile');
    const extensionsDir = path.join(dataDir, 'extensions');
    await installExtension(await packExtension(), { dataDir, extensionsDir });
    const server = await startVsCode({ dataDir, extensionsDir, workspace, file });
    editor.stop = server.stop;
    console.log(`  在浏览器中打开 Open this address in a browser:\n\n  ${server.url}\n\n  按 Ctrl+C 结束 Press Ctrl+C to end.`);
    showInBrowser(server.url);
    const code = await server.exited;
    if (editor.ending) return;
    throw new Error(`VS Code 的服务已停止 VS Code's server has ended (exit code ${code}).`);
}

async function packExtension() {
    const vsix = path.join(cacheFolder, 'ptarget.vsix');
    const vsce = path.join(projectRoot, 'node_modules', '@vscode', 'vsce', 'vsce');
    const args = [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix];
    const { code, output } = await runTree(nodeProgram(), args, { cwd: projectRoot, env: childEnvironment() });
    if (code !== 0) throw new Error(`vsce package failed (exit code ${code}):\n${output}`);
    return vsix;
}

/** Where there is a screen; the address has been printed in any case. */
function showInBrowser(url) {
    if (!hasScreen) return;
    const opener = { darwin: 'open', win32: 'explorer.exe' }[process.platform] ?? 'xdg-open';
    spawn(opener, [url], { stdio: 'ignore', detached: true })
        .on('error', () => undefined)
        .unref();
}
