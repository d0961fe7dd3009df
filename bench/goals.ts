import { exportName, libraryName } from './exports.js';
import { MEASURED_FORMS } from './preview.js';
import { type Measure, MEASURES, type Results } from './results.js';
import { AJV, BARE_READING, DEPARTMENT_LAST, JSON_SERVER, NULL_SERVER, PTARGET, STOCK_LANGIUM, YAML_SERVER } from './subjects.js';

/** What was promised, and how it is told from what was measured. */
interface Goal {
    readonly promise: string;
    readonly unit: '×' | 'ms' | 'MB' | 'lists' | '(exponent)';
    readonly limit: { readonly most: number } | { readonly least: number };
    measured(results: Results): number | undefined;
}

/** In place of a size: whatever the folder held, 1,000 files unless it was asked otherwise. */
const FOLDER = 'folder';
type Size = number | typeof FOLDER;

const FRAME_MS = 1000 / 60;

export const GOALS: readonly Goal[] = [
    ratio('keystroke', NULL_SERVER, 40, 2),
    ratio('keystroke', NULL_SERVER, 1000, 2),
    ratio('keystroke', STOCK_LANGIUM, 10_000, 1 / 150),
    ratio('keystroke', YAML_SERVER, 1000, 1 / 300),
    { promise: 'of 20 keys at 60 ms all are answered, 1,000 projects', unit: 'lists', limit: { least: 20 }, measured: (results) => median(results, 'burstPublished', PTARGET, 1000) },
    { promise: 'the last of them within 3× of a single one, 1,000 projects', unit: '×', limit: { most: 3 }, measured: (results) => quotient(median(results, 'burst', PTARGET, 1000), median(results, 'keystroke', PTARGET, 1000)) },
    ...(['open', 'openWhole', 'keystroke', 'completion', 'hover', 'codeAction', 'outline', 'memory'] as const).map((measure) => growth(measure, PTARGET)),
    ...(['openWhole', 'keystroke', 'completion'] as const).map((measure) => growth(measure, DEPARTMENT_LAST)),
    ratio('completion', NULL_SERVER, 1000, 3),
    ratio('hover', NULL_SERVER, 1000, 3),
    ratio('codeAction', NULL_SERVER, 1000, 3),
    ratio('outline', NULL_SERVER, 1000, 4),
    ratio('open', JSON_SERVER, 1000, 1 / 3),
    ratio('openWhole', JSON_SERVER, 1000, 1 / 3),
    ratio('open', STOCK_LANGIUM, 10_000, 1 / 4),
    ratio('openWhole', STOCK_LANGIUM, 10_000, 1 / 4),
    absolute('blocked', 10_000, 'ms', 50),
    ...[40, 1000].flatMap((size) => MEASURED_FORMS.map((form): Goal => ({
        promise: `key → problems → update of the preview (${form}) at most 2× key → problems, plus a frame, ${counted(size)}`,
        unit: '×',
        limit: { most: 2 },
        measured: (results) => {
            const [problems, update] = [median(results, 'previewProblems', form, size), median(results, 'previewUpdate', form, size)];
            return problems === undefined || update === undefined ? undefined : Math.max(problems, problems + update - FRAME_MS) / problems;
        },
    }))),
    { promise: 'a file of the folder opened at once after the start: at most 2× alone', unit: '×', limit: { most: 2 }, measured: (results) => quotient(median(results, 'workspaceOpen', PTARGET, FOLDER), median(results, 'workspaceOpenAlone', PTARGET, FOLDER)) },
    besideReading('workspaceGlimpsed', 4),
    besideReading('workspaceIndexed', 4),
    besideReading('workspaceGlimpsedAgain', 1),
    besideReading('workspaceIndexedAgain', 1),
    absolute('workspaceMemory', FOLDER, 'MB', 200),
    ratio('workspaceDepartmentKey', STOCK_LANGIUM, FOLDER, 1 / 50),
    ratio('check', AJV, FOLDER, 3),
    { promise: `${MEASURES.checkAgain}: at most 3× of ${AJV}, the folder`, unit: '×', limit: { most: 3 }, measured: (results) => quotient(median(results, 'checkAgain', PTARGET, FOLDER), median(results, 'check', AJV, FOLDER)) },
    ratio('start', NULL_SERVER, 0, 2),
    ...MEASURED_FORMS.flatMap((form) => (['xlsx', 'docx'] as const).flatMap((format): Goal[] => {
        const name = exportName(form, format);
        return [
            { promise: `export of ${name}, 40 projects`, unit: 'ms', limit: { most: 300 }, measured: (results) => median(results, 'export', name, 40) },
            growth('export', name),
            { promise: `export of ${name}: at most 2× what the library costs for the cells, 1,000 projects`, unit: '×', limit: { most: 2 }, measured: (results) => results.ratio('export', name, libraryName(form, format), 1000) },
        ];
    })),
];

/** Goals that this bench does not look at. */
export const ELSEWHERE = ['activation of the extension under 50 ms, .vsix under 3 MB'];

export function verdict({ limit, measured }: Goal, results: Results): 'met' | 'not met' | 'not measured' {
    const value = measured(results);
    if (value === undefined) return 'not measured';
    return ('most' in limit ? value <= limit.most : value >= limit.least) ? 'met' : 'not met';
}

function ratio(measure: Measure, other: string, size: Size, most: number): Goal {
    const times = most < 1 ? `1/${Math.round(1 / most)}` : `${most}×`;
    return {
        promise: `${MEASURES[measure]}: at most ${times} of ${other}${sizeOf(size)}`,
        unit: '×',
        limit: { most },
        measured: (results) => quotient(median(results, measure, PTARGET, size), median(results, measure, other, size)),
    };
}

/** An index of names, references and sums was promised; we know names and references first, and sums once all is read and judged. */
function besideReading(measure: Measure, most: number): Goal {
    return {
        promise: `${MEASURES[measure]}: at most ${most}× reading and scanning its bytes`,
        unit: '×',
        limit: { most },
        measured: (results) => quotient(median(results, measure, PTARGET, FOLDER), median(results, 'workspaceRead', BARE_READING, FOLDER)),
    };
}

function absolute(measure: Measure, size: Size, unit: 'ms' | 'MB', most: number): Goal {
    return { promise: `${MEASURES[measure]}${sizeOf(size)}`, unit, limit: { most }, measured: (results) => median(results, measure, PTARGET, size) };
}

function growth(measure: Measure, subject: string): Goal {
    const whose = subject === PTARGET ? '' : ` (${subject})`;
    return { promise: `growth of ${MEASURES[measure]}${whose}, 1,000 to 10,000 projects`, unit: '(exponent)', limit: { most: 1.1 }, measured: (results) => results.growth(measure, subject, 1000, 10_000) };
}

function sizeOf(size: Size): string {
    if (size === FOLDER) return ', the folder';
    return size === 0 ? '' : `, ${counted(size)}`;
}

function counted(projects: number): string {
    return `${projects.toLocaleString('en')} projects`;
}

function median(results: Results, measure: Measure, subject: string, size: Size): number | undefined {
    return results.of(measure, subject, size === FOLDER ? results.sizesOf(measure)[0] ?? 0 : size)?.median;
}

function quotient(one: number | undefined, other: number | undefined): number | undefined {
    return one === undefined || other === undefined ? undefined : one / other;
}
