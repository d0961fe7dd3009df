/** Measures ours and the peers in one run, prints the tables and the goals, and keeps them if asked to: `npm run bench -- --help`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Checker, measureCheck, run } from './checking.js';
import { planSchema } from './equivalents.js';
import { measureExports } from './exports.js';
import { folderOnDisk, PROJECTS_IN_A_FILE, readAndScan } from './folder-on-disk.js';
import { measureOpening, measureStart } from './opening.js';
import { installPeers, type Peers } from './peers.js';
import { measurePreview } from './preview.js';
import { circumstances, report } from './report.js';
import { Results } from './results.js';
import { AJV, BARE_NODE, BARE_READING, departmentLast, nodeScript, OURS, ourSubjects, peerSubjects, PTARGET, readingInFull, stockLangium, type Subject } from './subjects.js';
import { measureTyping } from './typing.js';
import { measureDepartment, measureOpenedAgain, measureWorkspace } from './workspace.js';

const [, , root = '.', ...args] = process.argv;
const PARTS = ['start', 'typing', 'opening', 'workspace', 'check', 'preview', 'exports'] as const;
const HELP = `npm run bench -- [options]

  --quick            ours and the null server only, up to 1,000 projects, no folder: a minute
  --only PART        one of ${PARTS.join(', ')}; may be repeated
  --repetitions N    5 unless said otherwise; a slow peer is repeated as often as ten seconds allow, ours as forty
  --sizes 40,1000    projects in a file; 40,1000,10000 unless said otherwise
  --files N          files of ${PROJECTS_IN_A_FILE} projects in the folder; 1,000 unless said otherwise
  --write            keeps the report in bench/RESULTS.md
`;
/** Of fewer projects than this nobody notices that a file is being opened. */
const LARGE = 1000;
const KEYS = 60;
/** Of the folder that is checked from the command line: as many as a city has. Files of one are checked together. */
const DEPARTMENTS = 40;
/** What has been measured for so long is not measured again; of the peers one good look is enough. */
const PATIENCE_MS = { ours: 40_000, peers: 10_000 };

const { values: options } = parseArgs({
    args,
    options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [...PARTS] },
        repetitions: { type: 'string' },
        sizes: { type: 'string' },
        files: { type: 'string', default: '1000' },
        write: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
    },
});
const repetitions = Number(options.repetitions ?? (options.quick ? 1 : 5));
const sizes = (options.sizes ?? (options.quick ? '40,1000' : '40,1000,10000')).split(',').map(Number);
const cache = join(root, '.cache', 'bench');
const schemaFile = join(cache, 'plan-schema.json');
const results = new Results();

async function main(): Promise<void> {
    if (options.help) return console.log(HELP);
    mkdirSync(cache, { recursive: true });
    writeFileSync(schemaFile, JSON.stringify(planSchema()));
    const peers = options.quick ? undefined : await installPeers(cache);
    for (const peer of Object.values(peers ?? {})) {
        if ('missing' in peer) results.fail(`${peer.name} ${peer.version}`, peer.missing);
    }
    const servers = peers ? [...ourSubjects(root), stockLangium(root), ...peerSubjects(root, peers, schemaFile)] : ourSubjects(root);
    if (isAsked('start')) await interleaved('start', [{ name: BARE_NODE }, ...servers], (subject) => ('command' in subject ? measureStart(subject, results) : measureBareNode()));
    for (const size of sizes) await measureSize(size, servers);
    if (peers && (isAsked('workspace') || isAsked('check'))) await measureFolder(peers);
    publish(peers);
}

function isAsked(part: typeof PARTS[number]): boolean {
    return options.only.includes(part);
}

/** All that is done with one file of so many projects. */
async function measureSize(size: number, servers: readonly Subject[]): Promise<void> {
    const what = (part: string) => `${part}, ${size} projects`;
    const ours = [{ name: PTARGET }];
    const inFull = (subjects: readonly Subject[]) => subjects.map((subject) => readingInFull(subject, size, root));
    if (isAsked('typing')) await interleaved(what('typing'), inFull(options.quick ? servers : [...servers, departmentLast(root)]), (subject) => measureTyping(subject, size, KEYS, results));
    if (isAsked('opening') && size >= LARGE) await interleaved(what('opening'), inFull(servers), (subject) => measureOpening(subject, size, results));
    if (isAsked('preview')) await interleaved(what('preview'), ours, async () => measurePreview(size, results));
    if (isAsked('exports')) await interleaved(what('exports'), ours, () => measureExports(size, results));
}

async function measureFolder({ ajv }: Peers): Promise<void> {
    const folder = await folderOnDisk(cache, Number(options.files), 1);
    const departments = await folderOnDisk(cache, Number(options.files), DEPARTMENTS);
    const projects = folder.files * PROJECTS_IN_A_FILE;
    if (isAsked('workspace')) {
        const ours = ourSubjects(root).filter(({ name }) => name === PTARGET);
        await interleaved('workspace', [{ name: BARE_READING }, ...ours, stockLangium(root)], async (subject) => {
            if ('command' in subject) {
                await measureWorkspace(subject, folder, results);
                await measureDepartment(subject, departments, results);
                if (subject.name === PTARGET) await measureOpenedAgain(subject, folder, results);
            } else {
                results.add('workspaceRead', BARE_READING, projects, await readAndScan(folder.ptarget));
            }
        });
    }
    if (isAsked('check')) {
        const ours: Checker = { name: PTARGET, command: nodeScript(join(root, 'dist/cli/cli.js'), 'check', departments.ptarget) };
        const again: Checker = { name: PTARGET, command: [...ours.command, '--cache', join(cache, 'kept-results')], again: true };
        const checkers = [ours, again];
        if ('folder' in ajv) checkers.push({ name: AJV, command: nodeScript(join(root, 'dist/bench/check-json.cjs'), ajv.folder, schemaFile, departments.json) });
        await run(again.command);
        await interleaved('check', checkers, (checker) => measureCheck(checker, projects, results));
    }
}

function publish(peers: Peers | undefined): void {
    const isWhole = !options.quick && options.sizes === undefined && options.only.length === PARTS.length;
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const text = `# What the benches measured

Milliseconds unless it says otherwise: the median of the repetitions, in parentheses the least and the greatest of their medians; p95
within a repetition; how many times as long as the null server. Repetitions: ${repetitions}, of slow peers fewer. How: [README.md](README.md).

${circumstances(peers, version)}

${report(results, isWhole)}
`;
    console.log(text);
    if (options.write) writeFileSync(join(root, 'bench', 'RESULTS.md'), text);
}

/** One repetition of each after the other, so that whatever else the machine does meets all of them alike. */
async function interleaved<Measured extends { name: string }>(what: string, subjects: readonly Measured[], measure: (subject: Measured) => Promise<void>): Promise<void> {
    const spent = new Map<string, number>();
    for (let repetition = 1; repetition <= repetitions; repetition++) {
        for (const subject of subjects) {
            const before = spent.get(subject.name) ?? 0;
            if (before > (OURS.has(subject.name) ? PATIENCE_MS.ours : PATIENCE_MS.peers)) continue;
            console.error(`${what}: ${subject.name}, ${repetition} of ${repetitions}`);
            const from = performance.now();
            await measure(subject).catch((error: unknown) => {
                results.fail(`${what}: ${subject.name}`, error instanceof Error ? error.message : String(error));
                spent.set(subject.name, Infinity);
            });
            spent.set(subject.name, (spent.get(subject.name) ?? 0) + performance.now() - from);
        }
    }
}

async function measureBareNode(): Promise<void> {
    const from = performance.now();
    await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
    results.add('start', BARE_NODE, 0, performance.now() - from);
}

void main();
