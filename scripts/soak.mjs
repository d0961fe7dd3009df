// `npm run soak -- --minutes 20`: the suites of reliability again and again with more and more random runs, each time with
// other seeds, until the time is over; then its figures are written to docs/soak.json and into RELIABILITY.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { values: { minutes: wanted } } = parseArgs({ options: { minutes: { type: 'string', default: '20' } } });
const minutes = Number(wanted);
if (!(minutes > 0)) {
    console.error('Usage: npm run soak -- --minutes 20');
    process.exit(2);
}
/** Those that do more with more runs, and those that must hold on a quiet machine. */
const SUITES = ['test/reliability', 'test/syntax', 'test/extension/hostile-messages.test.ts', 'test/renderers/same-cells.test.ts', 'test/formatting/properties.test.ts', 'test/workspace/incremental.test.ts', 'test/features/rename.test.ts', 'test/domain/money.test.ts'];
const scratch = mkdtempSync(path.join(os.tmpdir(), 'ptarget-soak-'));
const started = Date.now();
const memory = await measureMemory();
const rounds = [];
for (let runs = 2, left = minutes * 60; left > 0; left = minutes * 60 - (Date.now() - started) / 1000) {
    const { seconds } = rounds[rounds.push(round(runs)) - 1];
    // Twice as many each time, or what there is time for.
    runs = Math.max(1, Math.min(2 * runs, Math.floor(((left - seconds) / seconds) * runs)));
}
rmSync(scratch, { recursive: true, force: true });

const figures = {
    date: new Date(started).toISOString().slice(0, 10),
    minutes: Math.round((Date.now() - started) / 6_000) / 10,
    machine: `${os.cpus().length} × ${os.cpus()[0]?.model ?? os.arch()}, Node ${process.versions.node}`,
    rounds, memory,
};
writeFileSync(path.join(root, 'docs', 'soak.json'), `${JSON.stringify(figures, null, 2)}\n`);
putIntoPage(figures);
const failed = rounds.reduce((sum, round) => sum + round.failed, 0) + (memory.growthPercent > 10 ? 1 : 0);
console.log(`${rounds.reduce((sum, round) => sum + round.passed, 0)} passed, ${failed} failed, in ${figures.minutes} minutes`);
process.exitCode = failed === 0 ? 0 : 1;

function round(runs) {
    console.log(`== RUNS=${runs}`);
    const report = path.join(scratch, 'report.json');
    const from = Date.now();
    // One file after the other: the times that are promised hold on a machine that does nothing else.
    spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...SUITES, '--no-file-parallelism', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
        cwd: root, stdio: 'inherit', env: { ...process.env, RUNS: String(runs), QUIET: '1' },
    });
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    return { runs, passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites), seconds: Math.round((Date.now() - from) / 1000) };
}

async function measureMemory() {
    const script = path.join(scratch, 'memory.cjs');
    await build({ absWorkingDir: root, entryPoints: ['test/reliability/memory.ts'], bundle: true, platform: 'node', format: 'cjs', outfile: script, logLevel: 'error' });
    const { stdout } = spawnSync(process.execPath, ['--expose-gc', script], { cwd: root, encoding: 'utf8' });
    console.log(`memory: ${stdout.trim()}`);
    return JSON.parse(stdout);
}

function putIntoPage({ date, minutes: took, machine, rounds: done, memory: { edits, previews, heapMb, growthPercent } }) {
    const page = path.join(root, 'RELIABILITY.md');
    const lines = [
        `${date}, ${took} minutes on ${machine}: ${done.reduce((sum, { passed }) => sum + passed, 0)} tests passed, ${done.reduce((sum, { failed: some }) => sum + some, 0)} failed.`,
        '',
        '| runs | passed | failed | seconds |', '|---|---|---|---|',
        ...done.map(({ runs, passed, failed: some, seconds }) => `| ${runs}× | ${passed} | ${some} | ${seconds} |`),
        '',
        `The heap after ${edits.toLocaleString('en')} edits and ${previews} previews: ${heapMb} MB before, ${growthPercent} % more afterwards.`,
    ];
    const text = readFileSync(page, 'utf8').replace(/(<!-- soak -->\n)[\s\S]*?(<!-- \/soak -->)/, (_, open, close) => `${open}${lines.join('\n')}\n${close}`);
    writeFileSync(page, text);
}
