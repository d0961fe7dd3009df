import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { departmentName, planText } from '../../bench/corpus.js';
import { REPORT_FORMATS } from '../../cli/reporters/index.js';
import { CLI, ptarget, scratchFolder } from './ptarget.js';
import { DEPARTMENT, PROJECT, UNBALANCED } from './sample-files.js';

const folder = scratchFolder();
mkdirSync(join(folder, 'plans'));
for (const [name, content] of Object.entries({
    'a.ptarget': DEPARTMENT,
    'b.ptarget': PROJECT,
    'c.ptarget': UNBALANCED.replace('甲区', '乙区'),
    'd.ptarget': PROJECT.replace('甲区', '丁区'),
    'e.ptarget': 'PK\u0003\u0004',
    'f.ptarget': PROJECT.replace('教师培训', '校长培训').replace('项目', '// ptarget-ignore missing-satisfaction：没有服务对象\n项目'),
    'g.ptarget': '// 只有注释\n',
})) writeFileSync(join(folder, 'plans', name), content);

/** What runs in each thread before its own script, or where it begins with the thread. */
function inThreads(code: string): NodeJS.ProcessEnv {
    const script = join(folder, 'in-threads.cjs');
    writeFileSync(script, `if (!require('node:worker_threads').isMainThread) { ${code} }`);
    return { NODE_OPTIONS: `--require ${script.replaceAll('\\', '/')}` };
}

function check(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
    return ptarget(['check', ...args], { cwd: folder, environment });
}

describe('several threads', () => {
    it.each(REPORT_FORMATS)('end in the same report as one: %s', (format) => {
        const alone = check(['plans', '--format', format, '--verbose']);
        expect(alone.out).not.toBe('');
        expect(alone.code).toBe(2);
        expect(check(['plans', '--format', format, '--verbose', '--jobs', '3'])).toEqual(alone);
    });

    /** How many threads a check begins. */
    const threads = (...args: string[]) => check(args, inThreads(`require('node:fs').writeSync(2, '+');`)).errors.split('+').length - 1;

    it('are as many as asked for, but not more than files', () => {
        expect(threads('plans')).toBe(0);
        expect(threads('plans', '--jobs', '1')).toBe(0);
        expect(threads('plans', '--jobs', '2')).toBe(2);
        expect(threads('plans', '--jobs', '99')).toBe(7);
    });

    it('begin by themselves where there is much to check', { timeout: 180_000 }, () => {
        mkdirSync(join(folder, 'much'));
        const plan = planText(40);
        for (let index = 0; index < 60; index++) writeFileSync(join(folder, 'much', `${index}.ptarget`), plan.replaceAll(departmentName(0), departmentName(index)));
        const [cores, megabytes] = [availableParallelism(), 3];
        expect(threads('much')).toBe(cores === 1 ? 0 : Math.min(cores, megabytes));
        expect(check(['much', '--format', 'json'])).toEqual(check(['much', '--format', 'json', '--jobs', '1']));
    });
});

describe('a thread that ends too early', () => {
    it('breaks the check off, without a result', () => {
        const outcome = check(['plans', '--jobs', '2', '--format', 'json'], inThreads('process.exit(7)'));
        expect(outcome).toEqual({ code: 2, out: '', errors: '检查中断，没有结果：一个线程意外结束（退出码 7）；可以用 --jobs 1 再试\n' });
    });

    it('says in English how', () => {
        const { errors } = check(['plans', '--jobs', '2', '--lang', 'en'], inThreads('process.exit(7)'));
        expect(errors).toBe('The check broke off without a result: a thread ended (exit code 7); try again with --jobs 1\n');
    });

    it('by an error shows it', () => {
        const outcome = check(['plans', '--jobs', '2'], inThreads(`throw new Error('the thread is broken')`));
        expect(outcome).toMatchObject({ code: 2, out: '' });
        expect(outcome.errors).toContain('the thread is broken');
    });

    it('for want of memory says so', () => {
        // In small steps: what grows by much at once gives Node no time to end the thread, and V8 ends the process.
        const { NODE_OPTIONS } = inThreads('let kept; for (;;) kept = { kept };');
        const outcome = check(['plans', '--jobs', '2'], { NODE_OPTIONS: `${NODE_OPTIONS} --max-old-space-size=64 --max-semi-space-size=1` });
        expect(outcome).toEqual({ code: 2, out: '', errors: '检查中断，没有结果：一个线程意外结束（内存不足）；可以用 --jobs 1 再试\n' });
    });
});

it.skipIf(process.platform === 'win32')('Ctrl-C stops all threads', async () => {
    const busy = inThreads(`require('node:fs').writeSync(2, 'busy'); for (;;);`);
    const command = spawn(process.execPath, [CLI, 'check', 'plans', '--jobs', '2'], { cwd: folder, env: { ...process.env, ...busy } });
    await once(command.stderr, 'data');
    command.kill('SIGINT');
    expect(await once(command, 'exit')).toEqual([null, 'SIGINT']);
});

it('--jobs takes a number of threads', () => {
    for (const wrong of ['0', '-1', 'x', '1.5']) {
        expect(check(['plans', '--jobs', wrong])).toEqual({ code: 2, out: '', errors: `--jobs 后面要写一个数，不能是“${wrong}”\n用法见 ptarget --help\n` });
    }
    expect(check(['--help']).out).toContain('--jobs <N>');
});
