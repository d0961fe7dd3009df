import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { generatedDocuments } from '../formatting/generated-documents.js';

/** What gets into files by accident, by input methods, by broken programs and by people who try what happens. */
const INTRUDERS = [
    '"', '"""', '“', '”', '＂', "'", '{', '}', '｛', '｝', '/*', '*/', '//', '／／', '/', '\n', '\r', '\r\n', '\t', '\u3000', '\u00A0', '\u2028', '\u0085',
    '\0', '\u0001', '\u001B[31m', '\u007F', '\uFEFF', '\uFFFE', '\uFFFD', '\u200B', '\u202E', '\u2066', '\uD800', '\uDC00', '\u{1F600}', '\u{20000}', 'e\u0301',
    '≥', '≤', '》', '％', '～', '：', '，', '9'.repeat(400), '0.'.repeat(50), '1,,,2', '-', '--', '=', '权重', '年度', '不适用', '属于', '部门', '项目', '指标体系', '指标库', '绩效指标 {', '绩效目标 """',
    '__proto__', 'constructor', 'toString', '产出指标', '// ptarget-ignore syntax：', '// ptarget-ignore-file missing-goal',
];

const FIXTURES = join(import.meta.dirname, '../rules/fixtures');
const seeds = readdirSync(FIXTURES).map((name) => readFileSync(join(FIXTURES, name), 'utf8').replace(/[»«]/g, ''));

type Damage = { readonly kind: 'insert' | 'cut' | 'repeat' | 'swap'; readonly at: number; readonly length: number; readonly text: string };

const damage: fc.Arbitrary<Damage> = fc.record({
    kind: fc.constantFrom('insert', 'insert', 'cut', 'repeat', 'swap'),
    at: fc.nat(),
    length: fc.oneof(fc.constantFrom(1, 1, 2, 3), fc.nat(200)),
    text: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...INTRUDERS) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) }),
});

export function damaged(text: string, accidents: readonly Damage[]): string {
    return accidents.reduce((before, { kind, at, length, text: intruder }) => {
        const start = at % (before.length + 1);
        const stretch = before.slice(start, start + length);
        const [head, tail] = [before.slice(0, start), before.slice(start + length)];
        switch (kind) {
            case 'insert': return head + intruder + before.slice(start);
            case 'cut': return head + tail;
            case 'repeat': return head + stretch.repeat(3) + tail;
            case 'swap': return tail.slice(0, length) + head + stretch + tail.slice(length);
        }
    }, text);
}

/** Texts that were right, or had something wrong on purpose, after some accidents. */
export const damagedTexts: fc.Arbitrary<string> = fc.tuple(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...seeds) }, { weight: 1, arbitrary: generatedDocuments() }),
    fc.array(damage, { minLength: 1, maxLength: 6 }),
).map(([text, accidents]) => damaged(text, accidents));

const HEADS = ['', '部门 "甲" {\n', '项目 "一" 属于 "甲" {\n', '项目 "一" {\n绩效指标 {\n', '项目 "一" {\n绩效指标 {\n产出指标 {\n', '指标体系 "自己的" {\n'];
const lines = seeds.map((text) => text.split(/(?<=\n)/));

/** A few lines out of such a text, behind the beginning of what they may stand in: so many can be tried in little time. */
export const damagedLines: fc.Arbitrary<string> = fc.tuple(
    fc.constantFrom(...HEADS), fc.constantFrom(...lines), fc.nat(), fc.integer({ min: 1, max: 5 }), fc.array(damage, { minLength: 1, maxLength: 3 }),
).map(([head, seed, at, count, accidents]) => damaged(head + seed.slice(at % seed.length).slice(0, count).join(''), accidents));
