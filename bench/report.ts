import { cpus } from 'node:os';
import type { Peers } from './peers.js';
import { ELSEWHERE, GOALS, verdict } from './goals.js';
import { COUNTS, type Measure, MEASURES, type Results } from './results.js';
import type { Repeated } from './statistics.js';
import { BARE_NODE, NULL_SERVER } from './subjects.js';

/**
 * The tables of a run, as Markdown that can be read in a terminal too.
 * @param isWhole whether everything was to be measured: then goals that were not are named
 */
export function report(results: Results, isWhole: boolean): string {
    const tables = (Object.keys(MEASURES) as Measure[]).filter((measure) => results.subjectsOf(measure).length > 0).map((measure) => tableOf(measure, results));
    return [...tables, goalsTable(results, isWhole), missingList(results)].filter((part) => part !== '').join('\n\n');
}

/** On what it was measured. */
export function circumstances(peers: Peers | undefined, own: string): string {
    const cores = cpus();
    const versions = [`ptarget ${own}`, `Node ${process.version}`, ...Object.values(peers ?? {}).map(({ name, version, ...peer }) => `${name} ${version}${'missing' in peer ? ' (not installed)' : ''}`)];
    return `${new Date().toISOString().slice(0, 10)}, ${cores.length} cores, ${cores[0]?.model ?? 'unknown processor'}. ${versions.join(', ')}.`;
}

function tableOf(measure: Measure, results: Results): string {
    const sizes = results.sizesOf(measure);
    const grows = sizes.length > 1 && !COUNTS.has(measure);
    const rows = results.subjectsOf(measure).map((subject) => [
        subject,
        ...sizes.map((size) => cell(results.of(measure, subject, size), ratioToFloor(measure, subject, size, results))),
        ...(grows ? [growthOf(measure, subject, sizes, results)] : []),
    ]);
    const heads = ['', ...sizes.map((size) => (size === 0 ? '' : `${size.toLocaleString('en')} projects`)), ...(grows ? ['growth'] : [])];
    return `### ${MEASURES[measure]}\n\n${table(heads, rows)}`;
}

function ratioToFloor(measure: Measure, subject: string, size: number, results: Results): number | undefined {
    return subject === NULL_SERVER || subject === BARE_NODE || COUNTS.has(measure) ? undefined : results.ratio(measure, subject, NULL_SERVER, size);
}

/** The median, between which medians it lies, and what the slowest keys take. */
function cell(measured: Repeated | undefined, ratio: number | undefined): string {
    if (!measured) return '—';
    const { count, median, lowest, highest, p95 } = measured;
    const spread = count > 1 ? ` (${figure(lowest)}–${figure(highest)})` : ' (once)';
    const slowest = p95 > median * 1.02 ? ` p95 ${figure(p95)}` : '';
    return `${figure(median)}${spread}${slowest}${ratio === undefined ? '' : ` ${figure(ratio)}×`}`;
}

function growthOf(measure: Measure, subject: string, sizes: readonly number[], results: Results): string {
    return sizes.slice(1).map((size, index) => results.growth(measure, subject, sizes[index]!, size)?.toFixed(2) ?? '—').join(', ');
}

function goalsTable(results: Results, isWhole: boolean): string {
    const rows = GOALS.map((goal) => {
        const value = goal.measured(results);
        const limit = 'most' in goal.limit ? `≤ ${share(goal.limit.most)}` : `≥ ${share(goal.limit.least)}`;
        return [goal.promise, `${limit} ${goal.unit}`, value === undefined ? '—' : share(value), verdict(goal, results)];
    });
    const shown = isWhole ? [...rows, ...ELSEWHERE.map((promise) => [promise, '', '—', 'not measured here'])] : rows.filter(([, , value]) => value !== '—');
    return shown.length === 0 ? '' : `## Goals\n\n${table(['', 'goal', 'measured', ''], shown)}`;
}

/** As the goals say it: 1/150 rather than 0.0067. */
function share(value: number): string {
    return value > 0 && value < 0.5 ? `1/${figure(1 / value)}` : figure(value);
}

function missingList(results: Results): string {
    if (results.missing.size === 0) return '';
    return `## Not measured\n\n${[...results.missing].map(([what, why]) => `- ${what}: ${why}`).join('\n')}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
    const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]!.length)));
    const line = (cells: readonly string[]) => `| ${cells.map((text, column) => text.padEnd(widths[column]!)).join(' | ')} |`;
    return [line(heads), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}

/** Three digits that count. */
function figure(value: number): string {
    if (value === 0) return '0';
    const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
    return value.toLocaleString('en', { minimumFractionDigits: 0, maximumFractionDigits: Math.min(digits, 4) });
}
