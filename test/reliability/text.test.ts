import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { rangeOf } from '../../language-server/domain/origin.js';
import { formsFor, planOfFile, tablesOf } from '../../language-server/index.js';
import { cutPiece, FILE_START } from '../../language-server/syntax/cut-declarations.js';
import { syntaxServices } from '../../language-server/syntax/parse-declaration.js';
import { decodeText } from '../../language-server/workspace/decoding.js';
import { TargetDocument } from '../../language-server/workspace/target-document.js';
import { Workspace } from '../../language-server/workspace/workspace.js';
import { damagedTexts } from './damaged-texts.js';
import { inTime, patience, RUNS } from './runs.js';

const URI = 'file:///a.ptarget';
const EXAMPLES = ['nansha-2024', 'baiyun-2023'].map((name) => [name, readFileSync(`examples/${name}.ptarget`, 'utf8')] as const);

/** A rule that throws is caught and said on the console; here it is a failure. */
let complaints: MockInstance;
beforeEach(() => {
    complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
    expect(complaints.mock.calls).toEqual([]);
    vi.restoreAllMocks();
});

/** Everything that is made of a text without anybody's asking. */
function expectServed(text: string): void {
    const workspace = new Workspace();
    const document = workspace.open(URI, text);
    expect(document.text).toBe(text);
    // The end of a range may lie between the two characters of a line end, which editors take for the end of the line.
    const lines = text.split(/\n|\r(?!\n)/);
    for (const { origin, message } of workspace.problemsOf(URI)) {
        const { start, end } = rangeOf(origin);
        expect(message.zh).not.toBe('');
        expect(start.line < end.line || (start.line === end.line && start.character <= end.character)).toBe(true);
        expect(end.character).toBeLessThanOrEqual(lines[end.line]!.length);
    }
    const plan = planOfFile(workspace, URI)!;
    for (const form of formsFor(plan).available) tablesOf(form, plan);
    if (complaints.mock.calls.length > 0) throw new Error(String(complaints.mock.calls[0]![1]));
}

describe('any text', () => {
    it('damaged in any way is read, checked and printed without an exception', () => {
        fc.assert(fc.property(damagedTexts, expectServed), { numRuns: 2_000 * RUNS });
    }, patience(120_000));

    it('of arbitrary characters too', () => {
        fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectServed), { numRuns: 500 * RUNS });
    }, patience(60_000));

    const FAILED_BEFORE = join(import.meta.dirname, 'failed-before');
    it.each(readdirSync(FAILED_BEFORE))('that has failed before: %s', (name) => {
        expectServed(readFileSync(join(FAILED_BEFORE, name), 'utf8'));
    });

    it('in any bytes becomes a text or a refusal that says where', () => {
        fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
            const decoded = decodeText(bytes);
            if ('refused' in decoded) expect(decoded.refused.zh).toMatch(/第 \d+ 行|不是 \.ptarget 文本/);
            else expect(decoded.text).not.toMatch(/\0/);
        }), { numRuns: 2_000 * RUNS });
    });

    it('that is UTF-8, with a mark or without, is read as it is', () => {
        fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.boolean(), (text, marked) => {
            fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF') && !/^(PK|%PDF-|Rar!)/.test(text));
            expect(decodeText(new TextEncoder().encode((marked ? '\uFEFF' : '') + text))).toEqual({ text, encoding: 'utf-8' });
        }), { numRuns: 500 * RUNS });
    });
});

describe.each(EXAMPLES)('%s, while it is being written', (_, text) => {
    // From the last character to the first, as if somebody deleted it: the state is that of a fresh text (incremental.test.ts).
    it('is served at every character', () => {
        const workspace = new Workspace();
        const document = workspace.open(URI, text);
        const step = RUNS > 1 ? 1 : 5;
        for (let length = text.length; length > 0; length = Math.max(0, length - step)) {
            const [start, end] = [Math.max(0, length - step), length].map((offset) => document.positionAt(offset));
            workspace.update(URI, [{ range: { start: start!, end: end! }, text: '' }], 1);
            workspace.problemsOf(URI);
        }
        expect(document.text).toBe('');
        expect(workspace.problemsOf(URI)).toEqual([]);
    }, patience(120_000));
});

describe('a flood of errors', () => {
    const LEVELS: Record<string, (stray: string) => string> = {
        file: (stray) => `${stray}项目 "一" { }`,
        department: (stray) => `部门 "甲" {\n${stray}}\n`,
        project: (stray) => `项目 "一" {\n${stray}}\n`,
        budget: (stray) => `部门 "甲" {\n收入来源 {\n${stray}}\n}\n`,
        task: (stray) => `部门 "甲" {\n重点任务 "乙" {\n${stray}}\n}\n`,
        section: (stray) => `项目 "一" {\n绩效指标 {\n${stray}}\n}\n`,
        group: (stray) => `项目 "一" {\n绩效指标 {\n产出指标 {\n${stray}}\n}\n}\n`,
        taxonomy: (stray) => `指标体系 "一" {\n${stray}}\n`,
    };
    const STRAYS = ['】', '"x"\n', '年度 2024 "x"\n', '}\n', '{\n', '{ }\n', '≥ 9\n', '数量指标 "x" 9次 ≥\n', '项目 "x" { ！ }\n', '属于\n', '/*\n', '"""\n'];

    it.each(Object.keys(LEVELS).map((level, index) => [level, index] as const))('at the level of a %s is answered, a hundred kilobytes of it in two seconds', (level, index) => {
        // Each stray text at one level; with more runs, at all of them.
        for (const stray of STRAYS.filter((_, place) => RUNS > 1 || place % Object.keys(LEVELS).length === index)) {
            for (const times of [1_000, ...(RUNS > 1 ? [10_000, 100_000] : [])]) expectServed(LEVELS[level]!(stray.repeat(times)));
            const large = LEVELS[level]!(stray.repeat(Math.ceil(100 * 1024 / Buffer.byteLength(stray))));
            const from = performance.now();
            expectServed(large);
            expect(performance.now() - from, JSON.stringify(stray)).toBeLessThan(inTime(2_000));
        }
    }, patience(60_000));

    it('of nesting does not exhaust the stack', () => {
        for (const text of ['{'.repeat(100_000), '}'.repeat(100_000), '部门 "甲" {'.repeat(10_000), '项目 "一" { 绩效指标 {'.repeat(10_000), '（'.repeat(100_000), '/*'.repeat(50_000)]) expectServed(text);
    });
});

describe('a slip of one token', () => {
    const [, nansha] = EXAMPLES[0]!;
    const [, baiyun] = EXAMPLES[1]!;
    const TOKEN = /"""[\s\S]*?"""|"[^"\n]*"|[{}]|[^\s{}"]+/g;

    /** Departments, projects, tasks and indicators by their names. */
    function declared(document: TargetDocument): string[] {
        return document.blocks.flatMap((block) => block.declarations.flatMap((declaration) => {
            const groups = declaration.kind === 'department' || declaration.kind === 'project' ? declaration.indicators?.groups ?? [] : [];
            const tasks = declaration.kind === 'department' ? declaration.tasks : [];
            return [declaration.name, ...tasks.map(({ name }) => name), ...groups.flatMap((group) => group.indicators.map(({ name }) => name))];
        })).flatMap((name) => name?.value ?? []);
    }

    function kept(all: readonly string[], found: readonly string[]): number {
        const left = [...found];
        const lost = all.filter((name) => {
            const at = left.indexOf(name);
            if (at >= 0) left.splice(at, 1);
            return at < 0;
        });
        return 1 - lost.length / all.length;
    }

    // All of nansha is one department: a brace too many or too few still costs most of what is behind it.
    it.each([
        { name: 'a file of several projects', text: baiyun.split(/^(?=项目 )/m).slice(0, 9).join(''), average: 0.97, worst: 0.7 },
        { name: 'a file of one department', text: nansha, average: 0.75, worst: 0 },
    ])('in $name leaves $average of what is declared on average, and $worst at worst', ({ text, average, worst }) => {
        const document = new TargetDocument(URI, text);
        const all = declared(document);
        expect(all.length).toBeGreaterThan(20);
        const shares: number[] = [];
        const tried = (start: number, end: number, inserted: string) => {
            const before = text.slice(start, end);
            const range = { start: document.positionAt(start), end: document.positionAt(end) };
            document.update([{ range, text: inserted }], 1);
            shares.push(kept(all, declared(document)));
            document.update([{ range: { start: range.start, end: document.positionAt(start + inserted.length) }, text: before }], 1);
        };
        for (const { index, 0: token } of text.matchAll(TOKEN)) {
            tried(index, index + token.length, '');
            for (const intruder of ['{ ', '} ', '" ', '年度 ', '95% ']) tried(index, index, intruder);
        }
        expect(declared(document)).toEqual(all);
        expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThanOrEqual(average);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(worst);
    }, 120_000);
});

describe('the cost of reading', () => {
    const GROWS: Record<string, string> = {
        words: '指标 ', 'one word': '指', letters: 'a', numbers: '9 ', 'one number': '9', thousands: '9,', decimals: '0.', units: '9次/', strings: '"一" ', 'opening quotes': '“', 'plain quotes': '"', 'text blocks': '"""一""" ',
        'full-width': '｛', comments: '/* */ ', 'opening comments': '/*', slashes: '/', 'line comments': '//\n', blanks: ' ', 'ideographic blanks': '\u3000', 'line ends': '\r\n', stray: '】', controls: '\u0001', astral: '\u{1F600}',
    };
    /** In milliseconds of the processor: other programs run too. The best of some. */
    function cost(text: string): number {
        return Math.min(...Array.from({ length: 4 }, () => {
            const from = process.cpuUsage();
            const cut = cutPiece(text, 0, FILE_START, true);
            syntaxServices().parser.Lexer.tokenize(cut === 'more text needed' ? text : cut.normalized);
            return process.cpuUsage(from).user / 1000;
        }));
    }

    it.each(Object.entries(GROWS))('grows as the text does: %s', (_, part) => {
        const ofKilobytes = (kilobytes: number) => part.repeat(Math.ceil(kilobytes * 1024 / part.length));
        const [small, large] = [cost(ofKilobytes(64)), cost(ofKilobytes(256))];
        // Four times the text in at most 1.2 in the exponent; below half a second for a megabyte the clock decides.
        expect(large).toBeLessThan(Math.max(125, small * 4 ** 1.2 * 1.5));
    });
});
