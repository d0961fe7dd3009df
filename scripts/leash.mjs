// Runs a program for as long as the script lives that wants it, even if that is killed and can no longer stop anything:
// the script holds the other end of our stdin. See process-tree.mjs.
import { spawn, spawnSync } from 'node:child_process';

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

child.once('error', (error) => {
    console.error(error.message);
    process.exit(127);
});
child.once('exit', (code) => process.exit(code ?? 1));

// Signals go to the whole process group: the program ends as it sees fit, and we after it.
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) process.on(signal, () => undefined);

process.stdin.on('error', endAll).on('close', endAll).resume();

function endAll() {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(process.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(0, 'SIGKILL'); // the group that process-tree.mjs made for us
}
