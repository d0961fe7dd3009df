// Programs that start programs of their own (VS Code's server does), ended without leaving any of them behind.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { nodeProgram, projectRoot } from './project.mjs';

const running = new Set();
// For a script that ends without calling stop(); nothing asynchronous is possible here.
process.on('exit', () => running.forEach((child) => signalTree(child, 'SIGKILL')));

/**
 * Starts a program, without stdin, in a process group of its own.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, output?: 'pipe' | 'inherit' }} options
 * @returns {{ child: import('node:child_process').ChildProcess, exited: Promise<number>, stop: () => Promise<void> }}
 *   `exited` is the exit code; 127 when there is no such program
 */
export function startTree(command, args, { cwd, env, output = 'pipe' } = {}) {
    const child = spawn(nodeProgram(), [path.join(projectRoot, 'scripts', 'leash.mjs'), command, ...args], {
        cwd,
        env,
        stdio: ['pipe', output, output],
        detached: process.platform !== 'win32',
    });
    running.add(child);
    const exited = new Promise((resolve) => {
        child.once('error', () => resolve(127));
        child.once('exit', (code) => resolve(code ?? 1));
    });
    return { child, exited, stop: () => stopTree(child, exited) };
}

/**
 * Runs a program to its end.
 * @returns {Promise<{ code: number, output: string }>} output is empty when it is inherited
 */
export async function runTree(command, args, options) {
    const { child, exited, stop } = startTree(command, args, options);
    const pieces = [];
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => pieces.push(text));
    const closed = new Promise((resolve) => child.once('close', resolve)); // only now all of its output is here
    const code = await exited;
    await stop();
    await closed;
    return { code, output: pieces.join('') };
}

/**
 * Has `end` run when the script is told to stop (Ctrl+C, kill, a closed terminal), and then ends the script.
 * A second signal does not wait for `end`.
 * @param {() => unknown} end
 * @param {(signalNumber: number) => number} exitCode by default the one that shells expect of an interrupted program
 */
export function onInterrupt(end, exitCode = (signalNumber) => 128 + signalNumber) {
    let ending = false;
    for (const [signal, number] of [['SIGHUP', 1], ['SIGINT', 2], ['SIGTERM', 15]]) {
        process.on(signal, async () => {
            if (ending) process.exit(128 + number);
            ending = true;
            try {
                await end();
            } finally {
                process.exit(exitCode(number));
            }
        });
    }
}

async function stopTree(child, exited, patience = 5000) {
    if (!running.has(child)) return;
    signalTree(child, 'SIGTERM');
    let timer;
    const patienceEnded = new Promise((resolve) => {
        timer = setTimeout(resolve, patience);
    });
    await Promise.race([exited, patienceEnded]);
    clearTimeout(timer);
    // Also after an orderly end: its children may outlive it.
    signalTree(child, 'SIGKILL');
    await exited;
    running.delete(child);
}

function signalTree(child, signal) {
    if (child.pid === undefined) return;
    if (process.platform === 'win32') {
        spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
        return;
    }
    try {
        process.kill(-child.pid, signal);
    } catch (error) {
        if (error.code !== 'ESRCH') throw error; // the whole group has gone already
    }
}
