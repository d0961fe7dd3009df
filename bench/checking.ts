import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Results } from './results.js';

/** A program that checks a folder and ends. */
export interface Checker {
    readonly name: string;
    readonly command: readonly string[];
    /** Whether it has kept what it found the last time. */
    readonly again?: boolean;
}

/** Runs a program over a folder of so many projects. */
export async function measureCheck({ name, command, again }: Checker, projects: number, results: Results): Promise<void> {
    const { ms, megabytes } = await run(command);
    results.add(again ? 'checkAgain' : 'check', name, projects, ms);
    results.add(again ? 'checkAgainPeak' : 'checkPeak', name, projects, megabytes);
}

/** Whatever a program finds, it has to come to its end. */
export async function run(command: readonly string[]): Promise<{ ms: number; megabytes: number }> {
    const from = performance.now();
    const child = spawn(command[0]!, command.slice(1), { stdio: 'ignore' });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const peak = peakOf(child.pid!, ended);
    const code = await ended;
    const ms = performance.now() - from;
    // 1 means findings.
    if (code !== 0 && code !== 1) throw new Error(`${command.join(' ')} ended with ${code}`);
    return { ms, megabytes: await peak };
}

/** The most memory that a process had when it was last looked at, in MB. */
async function peakOf(pid: number, ended: Promise<unknown>): Promise<number> {
    let goesOn = true;
    void ended.then(() => (goesOn = false));
    let peak = NaN;
    while (goesOn) {
        const kilobytes = /VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''))?.[1];
        if (kilobytes) peak = Number(kilobytes) / 1024;
        await wait(20);
    }
    return peak;
}
