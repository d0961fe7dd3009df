// A current VS Code from the npm registry alone, for machines that cannot download VS Code's own builds.
// The package `code-server` carries VS Code complete with its server. Its own install step compiles native modules that
// are not needed here and insists on one Node version, so it is no devDependency but comes into the cache folder.
import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rename } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { onInterrupt, runTree } from './process-tree.mjs';
import { cacheFolder, childEnvironment, nodeProgram } from './project.mjs';

const packageVersion = '4.139.1'; // carries VS Code 1.139.1
const installFolder = path.join(cacheFolder, `vscode-from-npm-${packageVersion}`);
const insidePackage = path.join('node_modules', 'code-server', 'lib', 'vscode');

/**
 * Installs VS Code unless it is there, and returns the folder that holds its `out/server-main.js`.
 * @param {(line: string) => void} report receives the progress, a line at a time
 */
export async function installVsCodeFromNpm(report = console.log) {
    const vscodeFolder = path.join(installFolder, insidePackage);
    if (existsSync(installFolder)) return vscodeFolder;
    const began = Date.now();
    report('取得 VS Code（npm，约 600 MB，只需一次） Getting VS Code from npm, about 600 MB, once only');
    await mkdir(cacheFolder, { recursive: true });
    // Installed beside its place and moved there when complete: an interrupted run leaves nothing that looks installed.
    const workFolder = await mkdtemp(`${installFolder}.`);
    const removeWorkFolder = () => rmSync(workFolder, { recursive: true, force: true });
    process.on('exit', removeWorkFolder);
    try {
        report(`  1/2 code-server@${packageVersion}`);
        await npmInstall(workFolder, [`code-server@${packageVersion}`]);
        report('  2/2 VS Code 所需的包 the packages that VS Code needs');
        await npmInstall(path.join(workFolder, insidePackage), ['--omit=dev']);
        await moveIntoPlace(workFolder);
    } finally {
        removeWorkFolder();
        process.off('exit', removeWorkFolder);
    }
    report(`  完成 done, ${Math.round((Date.now() - began) / 1000)} s`);
    return vscodeFolder;
}

async function npmInstall(folder, args) {
    const all = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args];
    // Under `npm start` and `npm test` npm says where its own program lies: on Windows `npm` alone would want a shell.
    const cli = process.env.npm_execpath;
    const [command, ...first] = cli?.endsWith('npm-cli.js') ? [nodeProgram(), cli] : ['npm'];
    const { code, output } = await runTree(command, [...first, ...all], { cwd: folder, env: childEnvironment() });
    if (code === 0) return;
    const lastLines = output.trimEnd().split('\n').slice(-15).join('\n');
    throw new Error(
        `npm 未能取得 VS Code，请检查网络与 npm 的 registry 设置。\n` +
            `npm could not get VS Code; check the network and npm's registry setting. It said:\n${lastLines}`,
    );
}

async function moveIntoPlace(workFolder) {
    try {
        await rename(workFolder, installFolder);
    } catch (error) {
        // Another run was faster: then its copy is as good as ours.
        if (!existsSync(installFolder)) throw error;
    }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
    onInterrupt(() => undefined);
    try {
        console.log(await installVsCodeFromNpm());
    } catch (error) {
        console.error(error.message);
        process.exitCode = 1;
    }
}
