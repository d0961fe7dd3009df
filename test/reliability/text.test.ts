import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../language-server/workspace/block.js';
import { decodeText } from '../../language-server/workspace/decoding.js';
import { TargetDocument } from '../../language-server/workspace/target-document.js';
import { Workspace } from '../../language-server/workspace/workspace.js';
import { damagedLines, damagedTexts } from './damaged-texts.js';
import { patience, RUNS } from './runs.js';
import { expectChecked, expectServed, URI } from './served.js';

const EXAMPLES = ['nansha-2024', 'baiyun-2023'].map((name) => [name, readFileSync(`examples/${name}.ptarget`, 'utf8')] as const);

describe('any text', () => {
    it('damaged in any way is read, checked and printed without an exception', () => {
        fc.assert(fc.property(damagedTexts, expectServed), { numRuns: 2_000 * RUNS });
    }, patience(120_000));

    it('of a few lines, damaged in any way, is read and checked without an exception', () => {
        const workspace = new Workspace();
        fc.assert(fc.property(damagedLines, (text) => {
            workspace.open(URI, text);
            expectChecked(workspace, text);
        }), { numRuns: 200_000 });
    }, 900_000);

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

    const projects = baiyun.split(/^(?=项目 )/m);
    const inside = projects.slice(1, 7).map((project) => project.replace(/ 属于 "[^"]*"/, '').replace(/^(?=.)/gm, '    ')).join('');
    const TEXTS = [
        { name: 'a file of several projects', text: projects.slice(0, 9).join('') },
        { name: 'a file of one department', text: nansha },
        { name: 'a department with projects inside', text: nansha.replace(/(?=^ {4}绩效指标 \{)/m, () => inside) + projects[9]! },
    ];

    it.each(TEXTS)('in $name leaves 97 % of what is declared on average, and 70 % at worst', ({ text }) => {
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
        expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThanOrEqual(0.97);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.7);
    }, 120_000);

    // Only where braces do not match is the indentation asked.
    it.each(TEXTS)('is none where the lines of $name are indented anyhow', ({ text }) => {
        const original = new TargetDocument(URI, text);
        const depths = fc.array(fc.nat(12), { minLength: 7, maxLength: 7 });
        fc.assert(fc.property(depths, ([...depth]) => {
            let line = 0;
            const document = new TargetDocument(URI, text.replace(/^[ \t]*/gm, () => ' '.repeat(depth[line++ % depth.length]!)));
            expect(document.blocks.map(summary)).toEqual(original.blocks.map(summary));
            expect(declared(document)).toEqual(declared(original));
        }), { numRuns: 30 * RUNS });
    }, patience(60_000));

    function summary({ declarations, parent }: Block) {
        return { around: parent?.declaration?.name?.value, issues: declarations.flatMap(({ issues }) => issues.map(({ kind }) => kind)) };
    }
});
