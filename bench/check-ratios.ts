/** Fails where the engine has clearly become slower beside a loop that never changes: `npm run bench:check`; `-- --write` renews what is stored. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { completionsAt } from '../language-server/features/completion/index.js';
import { abilitiesOf } from '../language-server/features/completion/to-item.js';
import { planOfFile, render, tablesOf, Workspace } from '../language-server/index.js';
import { planText, samplePlan, TYPED_IN } from './corpus.js';
import { planJson } from './equivalents.js';
import { Series } from './statistics.js';

type Work = () => unknown;
/** Is asked for a work only when its turn comes, so that none meets what the others keep in memory. */
type Preparation = () => Work;
/** By the name of the work: how many calibrations it costs. */
type Ratios = Record<string, number>;

const [, , root = '.', ...flags] = process.argv;
const STORED = join(root, 'bench', 'stored-ratios.json');
const URI = 'file:///bench/plan.ptarget';
const TODAY = new Date('2024-03-01');

/** Less may be noise. */
const CLEAR_LOSS = 1.6;
const ROUNDS = 30;
/** A loss counts when it shows each of so many times. */
const MEASURED_TIMES = 3;

/** What an engine does too: looks at many characters, makes many small objects. */
const JSON_TEXT = planJson(samplePlan(1000));
const CALIBRATION: Work = () => {
    let sum = 0;
    for (let at = 0; at < JSON_TEXT.length; at++) sum = (sum * 31 + JSON_TEXT.charCodeAt(at)) | 0;
    return [sum, JSON.parse(JSON_TEXT)];
};

const WORKS: Readonly<Record<string, Preparation>> = {
    '20 keys, 40 projects': () => typing(40),
    '20 keys, 1,000 projects': () => typing(1000),
    'open and check 100 projects': () => () => opened(100).problemsOf(URI),
    '5 completions, 1,000 projects': () => completing(1000),
    '20 keys with their tables, 1,000 projects': () => typing(1000, (workspace) => tablesOf('projects', planOfFile(workspace, URI)!)),
    'xlsx of 40 projects': () => exporting(40),
};

function opened(projects: number): Workspace {
    const workspace = new Workspace();
    workspace.open(URI, planText(projects));
    return workspace;
}

/** Types a character in the middle and takes it back, ten times. */
function typing(projects: number, afterKey: (workspace: Workspace) => unknown = () => undefined): Work {
    const workspace = opened(projects);
    const start = placeOfTyping(projects);
    let version = 1;
    const type = (length: number, text: string) => {
        workspace.update(URI, [{ range: { start, end: { ...start, character: start.character + length } }, text }], ++version);
        for (const uri of workspace.takeAffected()) workspace.problemsOf(uri);
        afterKey(workspace);
    };
    return () => {
        for (let time = 0; time < 10; time++) {
            type(0, '数');
            type(1, '');
        }
    };
}

function completing(projects: number): Work {
    const workspace = opened(projects);
    const place = placeOfTyping(projects);
    return () => {
        for (let time = 0; time < 5; time++) {
            completionsAt({ workspace, document: workspace.document(URI)!, language: 'zh', today: TODAY }, place, abilitiesOf({}));
        }
    };
}

function exporting(projects: number): Work {
    const tables = tablesOf('projects', planOfFile(opened(projects), URI)!);
    return () => render('xlsx', tables);
}

function placeOfTyping(projects: number): { line: number; character: number } {
    const lines = planText(projects).split('\n');
    const line = lines.findIndex((text, index) => index > lines.length / 2 && text.includes(TYPED_IN));
    return { line, character: lines[line]!.indexOf(TYPED_IN) };
}

async function measure(): Promise<Ratios> {
    const ratios: Ratios = {};
    for (const [name, prepare] of Object.entries(WORKS)) ratios[name] = Number((await costInCalibrations(prepare())).toFixed(2));
    return ratios;
}

/**
 * Before each round a calibration, so that both meet the same machine. Of each the quickest counts: a collection of garbage or a processor
 * that slows down falls on some of the rounds, never on all, and medians of two such series were twice as high in one run as in another.
 */
async function costInCalibrations(work: Work): Promise<number> {
    const [units, costs] = [new Series(), new Series()];
    for (let round = 0; round < ROUNDS; round++) {
        units.add(await processorTime(CALIBRATION));
        costs.add(await processorTime(work));
    }
    return costs.least / units.least;
}

/** Time that passes while others have the processor is not ours. */
async function processorTime(work: Work): Promise<number> {
    const from = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(from);
    return user + system;
}

/** @returns the works that cost clearly more than what is stored */
function losses(stored: Ratios, measured: Ratios): string[] {
    for (const [name, ratio] of Object.entries(measured)) {
        const before = stored[name];
        console.log(`${name.padEnd(42)} ${ratio.toFixed(2)} calibrations, ${before === undefined ? 'nothing stored' : `${(ratio / before).toFixed(2)}× the stored ${before.toFixed(2)}`}`);
    }
    return Object.keys(measured).filter((name) => stored[name] === undefined || measured[name]! > CLEAR_LOSS * stored[name]);
}

async function main(): Promise<void> {
    if (flags.includes('--write')) {
        writeFileSync(STORED, `${JSON.stringify(await measure(), undefined, 2)}\n`);
        return;
    }
    const stored = JSON.parse(readFileSync(STORED, 'utf8')) as Ratios;
    let lost = losses(stored, await measure());
    for (let time = 2; time <= MEASURED_TIMES && lost.length > 0; time++) {
        console.log('\nOnce more, for the machine may have been busy:');
        const again = losses(stored, await measure());
        lost = lost.filter((name) => again.includes(name));
    }
    for (const name of lost) console.error(`clearly slower than stored in bench/stored-ratios.json: ${name}`);
    process.exitCode = lost.length > 0 ? 1 : 0;
}

void main();
