// Programs that start programs of their own (VS Code's server does), ended without leaving any of them behind.
import { spawn, spawnSync } from 'node:child_process';

const running = new Set();
// For a script that ends without calling stop(); nothing asynchronous is possible here.
process.on('exit', () => running.forEach((child) => signalTree(child, 'SIGKILL')));

/**
 * Starts a program at the head of a process group of its own.
 * @returns {{ child: import('node:child_process').ChildProcess,
 *   exited: Promise<{ code: number | null, signal: string | null }>, stop: () => Promise<void> }}
 */
export function startTree(command, args, options = {}) {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  running.add(child);
  const exited = new Promise((resolve, reject) => {
    child.once('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  exited.catch(() => undefined); // whoever awaits it hears of it; nobody has to
  return { child, exited, stop: () => stopTree(child, exited) };
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
  await Promise.race([exited.catch(() => undefined), patienceEnded]);
  clearTimeout(timer);
  // Also after an orderly end: its children may outlive it.
  signalTree(child, 'SIGKILL');
  await exited.catch(() => undefined);
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
