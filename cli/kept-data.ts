import { SEVERITIES, type NamesInFile, type Range, type Wording } from '../language-server/index.js';
import type { Checked } from './batch.js';
import type { Finding, RelatedFinding, Silenced, Subject } from './report.js';

/** What a file of kept results holds. */
export interface KeptData {
    /** The program that found it. */
    readonly program: string;
    readonly groups: readonly KeptGroup[];
}

/** Files that were checked together, known by all that decided over what was found in them. */
export interface KeptGroup {
    readonly key: string;
    readonly files: readonly KeptFile[];
}

/** What there is to say about a file. What it is called is left to whoever asks. */
export interface KeptFile extends Pick<Checked, 'remarks' | 'names'>, Omit<Checked['checked'], 'file' | 'path'> {
    readonly digest: string;
}

/** Anybody may have written it: what has another shape is refused, and what more it has left behind. */
export function readKeptData(json: string): KeptData {
    return data(JSON.parse(json));
}

/** Takes a value over, or throws. */
type Read<T> = (value: unknown) => T;

const text: Read<string> = (value) => expected(typeof value === 'string', value as string);
const flag: Read<boolean> = (value) => expected(typeof value === 'boolean', value as boolean);
const count: Read<number> = (value) => expected(Number.isSafeInteger(value) && (value as number) >= 0, value as number);

function expected<T>(is: boolean, value: T): T {
    if (!is) throw new TypeError('unexpected');
    return value;
}

function oneOf<T extends string>(...choices: readonly T[]): Read<T> {
    return (value) => expected(choices.includes(value as T), value as T);
}

function listOf<T>(read: Read<T>): Read<T[]> {
    return (value) => expected(Array.isArray(value), value as unknown[]).map(read);
}

function record<T extends object>(fields: { readonly [Field in keyof T]-?: Read<T[Field]> }): Read<T> {
    const reads = Object.entries(fields) as [string, Read<unknown>][];
    return (value) => {
        const given = expected(typeof value === 'object' && value !== null, value as Record<string, unknown>);
        return Object.fromEntries(reads.map(([field, read]) => [field, read(given[field])])) as T;
    };
}

const wording = record<Wording>({ zh: text, en: text });
const position = record<Range['start']>({ line: count, character: count });
const range = record<Range>({ start: position, end: position });
const related = record<RelatedFinding>({ file: text, path: text, range, message: text });
const silenced = record<Silenced>({ range, what: text, reason: text });
const subject = record<Subject>({ kind: oneOf('department', 'project'), name: text });

const finding = record<Finding>({
    range,
    severity: oneOf(...SEVERITIES),
    code: text,
    message: text,
    related: listOf(related),
    subject: (value) => (value === undefined ? undefined : subject(value)),
});

const names = record<NamesInFile>({ families: listOf(text), departments: listOf(text), taxonomies: listOf(text), taxonomiesUsed: listOf(text) });

const file = record<KeptFile>({ digest: text, names, remarks: listOf(wording), findings: listOf(finding), silenced: listOf(silenced), foreign: flag });

const data = record<KeptData>({ program: text, groups: listOf(record<KeptGroup>({ key: text, files: listOf(file) })) });
