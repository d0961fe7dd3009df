// Where the project lies and which Node its programs run on.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute, whatever folder the script was called from. */
export const projectRoot = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Outside Git: downloads, profiles and what the end-to-end suite leaves behind. */
export const cacheFolder = path.join(projectRoot, '.vscode-test');

/** The Node of the devDependency `node`, since the machine's own may be too old for VS Code and for the parser. */
export function nodeProgram() {
    const own = path.join(projectRoot, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(own) ? own : process.execPath;
}

/** The environment for child processes: the project's programs first on PATH, nothing of a VS Code around us. */
export function childEnvironment(extra = {}) {
    const env = {};
    for (const [name, value] of Object.entries(process.env)) {
        // A terminal inside VS Code carries these; a second VS Code started with them talks to the first one.
        if (!/^(VSCODE_|ELECTRON_)/.test(name)) env[name] = value;
    }
    const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
    const folders = [path.dirname(nodeProgram()), path.join(projectRoot, 'node_modules', '.bin'), env[pathName]];
    env[pathName] = folders.filter(Boolean).join(path.delimiter);
    return { ...env, ...extra };
}
