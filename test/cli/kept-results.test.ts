import fc from 'fast-check';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { checkBatch, type Outcome } from '../../cli/batch.js';
import { Crew, type Hand } from '../../cli/crew.js';
import { findFiles } from '../../cli/finding-files.js';
import { KeptResults } from '../../cli/kept-results.js';
import { checkManyFiles } from '../../cli/many-files.js';
import { reporterFor, REPORT_FORMATS } from '../../cli/reporters/index.js';
import { DEFAULT_SETTINGS, type Language } from '../../language-server/index.js';
import { madeUpFiles } from './made-up-files.js';
import { scratchFolder } from './ptarget.js';
import { DEPARTMENT, PROJECT } from './sample-files.js';

// The command knows its version from the package it is built into.
vi.mock('../../cli/version.js', () => ({ ownVersion: () => '1.0.0' }));

const folder = scratchFolder();
const plans = join(folder, 'plans');
const cache = join(folder, 'cache');
const MARK = 'ptarget check --cache\n';

/** Begins anew with these files; undefined is one that is not there. */
function begin(texts: Readonly<Record<string, string | undefined>>): void {
    rmSync(plans, { recursive: true, force: true });
    rmSync(cache, { force: true });
    mkdirSync(plans);
    for (const [name, text] of Object.entries(texts)) put(name, text);
}

function put(name: string, text: string | undefined): void {
    if (text === undefined) rmSync(join(plans, name), { force: true });
    else writeFileSync(join(plans, name), text);
}

function change(name: string, from: string, to: string): void {
    const text = readFileSync(join(plans, name), 'utf8');
    expect(text).toContain(from);
    put(name, text.replaceAll(from, to));
}

interface Asked {
    readonly settings?: typeof DEFAULT_SETTINGS;
    readonly language?: Language;
    readonly program?: string;
    readonly hand?: Hand;
    /** Files in place of those that are there. */
    readonly names?: readonly string[];
}

/** Checks a batch as a thread would. */
const asThread: Hand = { check: async (batch, tell) => structuredClone(await checkBatch(structuredClone(batch), tell)) };

/** Checks with what is kept and without; both must come to the same. Of the first it says which files it checked. */
async function check({ settings = DEFAULT_SETTINGS, language = 'zh', program = 'this', hand = asThread, names }: Asked = {}) {
    const files = names?.map((name) => ({ name, path: join(plans, name) })) ?? (await findFiles([plans])).files.map(({ path }) => ({ path, name: path.slice(plans.length + 1) }));
    const checked = new Set<string>();
    const kept = await KeptResults.from(cache, program);
    const outcomes = await checkManyFiles(files, { settings, language, jobs: 2, kept }, (step, file) => step === 'check' && checked.add(file.name), new Crew(() => [hand, hand]));
    await kept.write();
    const anew = await checkBatch({ files, settings, language }, () => undefined);
    return { checked: [...checked].sort(), outcomes: outcomes.map(reported), anew: anew.map(reported) };
}

/** All that is said of a file. */
function reported(outcome: Outcome) {
    return 'refused' in outcome ? outcome : { path: outcome.path, checked: outcome.checked, remarks: outcome.remarks };
}

/** Which files were checked, where the report is right. */
async function checkedAgain(asked?: Asked): Promise<string[]> {
    const { checked, outcomes, anew } = await check(asked);
    expect(outcomes).toEqual(anew);
    return checked;
}

/** What it holds, as data. */
function contentOf(path: string) {
    const bytes = readFileSync(path);
    expect(bytes.subarray(0, MARK.length).toString()).toBe(MARK);
    return JSON.parse(gunzipSync(bytes.subarray(MARK.length)).toString()) as Record<string, unknown>;
}

/** A file that holds this. */
function packed(json: string): Buffer {
    return Buffer.concat([Buffer.from(MARK), gzipSync(json)]);
}

const TAXONOMY = '指标体系 "甲市体系" {\n产出指标 代码 1 {\n特色指标 代码 11\n}\n}\n';
const OTHER = DEPARTMENT.replace('甲区教育局', '乙区水务局');
const OTHER_PROJECT = PROJECT.replace('甲区教育局', '乙区水务局');
const FILES = { 'a.ptarget': DEPARTMENT, 'b.ptarget': PROJECT, 'c.ptarget': OTHER, 'd.ptarget': OTHER_PROJECT, 'e.ptarget': TAXONOMY };
const ALL = Object.keys(FILES);
const [FIRST, SECOND] = [['a.ptarget', 'b.ptarget'], ['c.ptarget', 'd.ptarget']];

describe('results that are kept', () => {
    it('are those of a check of everything, whatever has changed since', { timeout: 180_000 }, async () => {
        const two = fc.tuple(madeUpFiles, madeUpFiles, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }));
        await fc.assert(fc.asyncProperty(two, async ([texts, others, stays]) => {
            const name = (index: number) => `${index}.ptarget`;
            const names = Array.from({ length: Math.max(texts.length, others.length) }, (_, index) => name(index));
            const readable = (them: readonly (string | undefined)[]) => names.filter((_, index) => them[index] !== undefined && !them[index]!.startsWith('PK'));
            const unreadable = (them: readonly (string | undefined)[]) => names.filter((other) => !readable(them).includes(other));
            begin(Object.fromEntries(names.map((other, index) => [other, texts[index]])));
            await checkedAgain({ names });
            // What cannot be read is tried each time.
            expect(await checkedAgain({ names })).toEqual(unreadable(texts).sort());
            const mixed = names.map((_, index) => (stays[index] ? texts[index] : others[index]));
            for (const [index, text] of mixed.entries()) put(name(index), text);
            await checkedAgain({ names });
            expect(await checkedAgain({ names })).toEqual(unreadable(mixed).sort());
        }), { numRuns: 60 });
    });

    it('spare everything where nothing has changed, and the file is not written again', async () => {
        begin(FILES);
        expect(await checkedAgain()).toEqual(ALL);
        utimesSync(cache, 1, 1);
        expect(await checkedAgain()).toEqual([]);
        expect(statSync(cache).mtimeMs).toBe(1000);
    });

    it.each<[string, () => unknown, readonly string[]]>([
        ['a text', () => change('b.ptarget', '≥3000人', '效果明显'), FIRST],
        ['a text to what it was', () => change('b.ptarget', '≥3000人', '≥3000人'), []],
        ['a file that comes', () => put('f.ptarget', PROJECT.replace('教师培训', '校长培训')), [...FIRST, 'f.ptarget']],
        ['a file of nobody else that comes', () => put('f.ptarget', '// 只有注释\n'), ['f.ptarget']],
        ['a file that goes', () => put('d.ptarget', undefined), ['c.ptarget']],
        ['a file that is called otherwise', () => renameSync(join(plans, 'd.ptarget'), join(plans, 'z.ptarget')), ['c.ptarget', 'z.ptarget']],
        ['two files that change places', () => [put('b.ptarget', OTHER_PROJECT), put('d.ptarget', PROJECT)], [...FIRST, ...SECOND]],
        ['the department of a project', () => change('d.ptarget', '乙区水务局', '甲区教育局'), [...FIRST, ...SECOND]],
        // Which departments there are bears on what is offered for one that is not there.
        ['the name of a department', () => change('c.ptarget', '乙区水务局', '丙区水务局'), ALL],
        ['a taxonomy that nobody names', () => change('e.ptarget', '代码 11', '代码 12'), ['e.ptarget']],
        ['a taxonomy that comes', () => put('f.ptarget', TAXONOMY.replace('甲市', '乙市')), [...ALL, 'f.ptarget']],
    ])('of what is concerned are not used after a change of %s', async (_, edit, concerned) => {
        begin(FILES);
        await checkedAgain();
        edit();
        expect(await checkedAgain()).toEqual([...concerned].sort());
        expect(await checkedAgain()).toEqual([]);
    });

    it('of files that name a taxonomy depend on the file that declares it', async () => {
        begin({ ...FILES, 'a.ptarget': DEPARTMENT.replace('年度 2024', '年度 2024\n指标体系 "甲市体系"') });
        await checkedAgain();
        change('e.ptarget', '特色指标', '数量指标');
        expect(await checkedAgain()).toEqual([...FIRST, 'e.ptarget']);
        // Of two of one name the first is in force. At a glimpse a declaration speaks of its own name, too.
        put('_.ptarget', TAXONOMY);
        expect(await checkedAgain()).toEqual(['_.ptarget', ...FIRST, 'e.ptarget']);
    });

    it('depend on the settings, the language and the program', async () => {
        begin(FILES);
        await checkedAgain();
        const settings = { ...DEFAULT_SETTINGS, severity: { 'missing-satisfaction': 'error' as const } };
        expect(await checkedAgain({ settings })).toEqual(ALL);
        expect(await checkedAgain({ settings })).toEqual([]);
        expect(await checkedAgain({ language: 'en' })).toEqual(ALL);
        expect(await checkedAgain({ language: 'en' })).toEqual([]);
        expect(await checkedAgain({ language: 'en', program: 'other' })).toEqual(ALL);
    });

    it('are only those of the last check', async () => {
        begin(FILES);
        await checkedAgain();
        const { size } = statSync(cache);
        for (const name of [...SECOND, 'e.ptarget']) put(name, undefined);
        await checkedAgain();
        expect(statSync(cache).size).toBeLessThan(size);
        for (const [name, text] of Object.entries(FILES)) put(name, text);
        expect(await checkedAgain()).toEqual(ALL);
    });

    it('are of what was read, where a glimpse was mistaken', async () => {
        // At a glimpse the project on the department's own line is not seen.
        begin({ 'f.ptarget': '部门 "丁区教育局" { 项目 "教师培训" 属于 "乙区水务局" { } }\n' });
        await checkedAgain();
        expect(await checkedAgain()).toEqual([]);
        put('d.ptarget', OTHER_PROJECT);
        expect(await checkedAgain()).toEqual(['d.ptarget', 'f.ptarget']);
        rmSync(cache);
        await checkedAgain();
        // Not also those of each by itself, as they were before the mistake was noticed.
        expect(contentOf(cache).groups).toHaveLength(1);
    });

    it.each([['of its own', 'b.ptarget'], ['that is lent', 'e.ptarget']])('are not those of a file %s that was written to meanwhile', async (_, name) => {
        begin({ ...FILES, 'a.ptarget': DEPARTMENT.replace('年度 2024', '年度 2024\n指标体系 "甲市体系"') });
        const before = readFileSync(join(plans, name), 'utf8');
        const hand: Hand = {
            async check(batch, tell) {
                // Nothing about names: these would be noticed anyway.
                put(name, `${before}// 又写了一行\n`);
                return checkBatch(batch, tell);
            },
        };
        await checkedAgain({ hand });
        put(name, before);
        expect(await checkedAgain()).toEqual(expect.arrayContaining(FIRST));
        expect(await checkedAgain()).toEqual([]);
    });
});

describe('a file of kept results', () => {
    it('holds nothing but data of this shape, compressed', async () => {
        begin(FILES);
        await checkedAgain();
        expect(contentOf(cache)).toMatchObject({ program: 'this', groups: [{}, {}, {}] });
    });

    it.each<[string, (bytes: Buffer) => Buffer]>([
        ['cut off', (bytes) => bytes.subarray(0, bytes.length - 9)],
        ['with nothing but its mark', (bytes) => bytes.subarray(0, MARK.length)],
        ['with a bit turned', (bytes) => Buffer.concat([bytes.subarray(0, -20), Buffer.from([bytes.at(-20)! ^ 4]), bytes.subarray(-19)])],
        ['with no JSON', () => packed('{"program":')],
        ['with other JSON', () => packed('[]')],
        ['with null', () => packed('null')],
        ['of an older program', (bytes) => packed(gunzipSync(bytes.subarray(MARK.length)).toString().replace('"this"', '"that"'))],
    ])('is replaced where it is %s', async (_, damage) => {
        begin(FILES);
        await checkedAgain();
        const whole = readFileSync(cache);
        const damaged = damage(whole);
        expect(damaged.equals(whole)).toBe(false);
        writeFileSync(cache, damaged);
        expect(await checkedAgain()).toEqual(ALL);
        expect(contentOf(cache)).toMatchObject({ program: 'this' });
        expect(await checkedAgain()).toEqual([]);
    });

    it('that is tampered with may show what is wrong, but does nothing', { timeout: 180_000 }, async () => {
        begin({ 'a.ptarget': `// ptarget-ignore missing-satisfaction：没有服务对象\n${PROJECT}${PROJECT}` });
        await checkedAgain();
        const content = contentOf(cache);
        const said = new Set<string>();
        for (const place of placesIn(content)) {
            for (const nonsense of [null, -1, '\ud800', '__proto__', [], {}]) {
                writeFileSync(cache, packed(replaced(content, place, nonsense)));
                const { outcomes } = await check();
                for (const format of REPORT_FORMATS) {
                    const reporter = await reporterFor(format);
                    said.add(reporter({ language: 'zh', files: outcomes.flatMap((outcome) => ('checked' in outcome ? [outcome.checked] : [])), unread: [] }, { coloured: true, verbose: true }));
                }
            }
        }
        // It did show what is wrong, or nothing would have been tried.
        expect(said.size).toBeGreaterThan(20);
        expect(Object.keys(Object.prototype)).toEqual([]);
    });

    it('cannot give objects what was never theirs', async () => {
        begin(FILES);
        await checkedAgain();
        const text = gunzipSync(readFileSync(cache).subarray(MARK.length)).toString();
        writeFileSync(cache, packed(text.replaceAll('"findings":', '"__proto__":{"foreign":true},"constructor":{"prototype":{"x":1}},"findings":')));
        expect(await checkedAgain()).toEqual([]);
        expect(({} as Record<string, unknown>).x).toBeUndefined();
    });

    it('has its limit, in reading as in writing', async () => {
        begin(FILES);
        await checkedAgain();
        const bytes = readFileSync(cache);
        const small = await KeptResults.from(cache, 'this', 100);
        const names = (await readdir(plans)).map((name) => ({ name, path: join(plans, name) }));
        const checked = new Set<string>();
        await checkManyFiles(names, { settings: DEFAULT_SETTINGS, language: 'zh', jobs: 1, kept: small }, (step, { name }) => step === 'check' && checked.add(name));
        expect([...checked].sort()).toEqual(ALL);
        await expect(small.write()).rejects.toThrow('too many results');
        expect(readFileSync(cache).equals(bytes)).toBe(true);
    });

    it.each(['', 'a'])('is not made of a file with %j in it', async (content) => {
        writeFileSync(cache, content);
        await expect(KeptResults.from(cache, 'this')).rejects.toThrow('is no file of --cache');
        expect(readFileSync(cache, 'utf8')).toBe(content);
    });

    it('is not there where nothing was checked', async () => {
        begin({});
        expect(await checkedAgain()).toEqual([]);
        expect(existsSync(cache)).toBe(false);
    });
});

type Place = readonly (string | number)[];

/** The ways to all values within a value. */
function placesIn(value: unknown, to: Place = []): Place[] {
    if (typeof value !== 'object' || value === null) return [to];
    return [to, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...to, key]))];
}

function replaced(content: unknown, place: Place, value: unknown): string {
    const copy = { all: structuredClone(content) } as Record<string | number, unknown>;
    const way = ['all', ...place];
    const holder = way.slice(0, -1).reduce<Record<string | number, unknown>>((inner, key) => inner[key] as Record<string | number, unknown>, copy);
    holder[way.at(-1)!] = value;
    return JSON.stringify(copy.all);
}
