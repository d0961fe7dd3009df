import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TargetDocument } from '../../language-server/workspace/target-document.js';
import { Workspace, rangeOf } from '../../language-server/index.js';
import { RUNS } from '../reliability/runs.js';
import { describePlan } from './describe-plan.js';

const BAIYUN = readFileSync('examples/baiyun-2023.ptarget', 'utf8');
const NANSHA = readFileSync('examples/nansha-2024.ptarget', 'utf8');

const NESTED = `// 嵌套的项目
部门 "甲" {
    年度 2024
    部门预算支出 { 基本支出 1.00
        项目支出 2.00 }
    项目 "一" {
        资金 { 财政拨款 1.00 }
        绩效目标 """
            项目 "不是声明" {
        """
    }

    /* 项目 "注释里的" { } */
    项目 "二" { 绩效目标 """目标""" }
    总体绩效目标 """目标"""
    项目 "三" { }
}

项目 "四" 属于 "甲" {
    绩效指标 { 产出指标 { 数量指标 "次数" ≥9次 } }
}
指标库 "库" { 产出指标 { 数量指标 "次数" ≥9次 } }
`;

/** What officers, input methods and accidents put into a text, weighted towards what moves the boundaries. */
const SNIPPETS = ['"', '"""', '“', '”', '{', '}', '/*', '*/', '//', '\n', '\r\n', '项目 "新" 属于 "甲" {\n', '    项目 "里" {\n', '部门 "乙" {', '}\n项目 "丙" {', '    }\n', '        }\n', '指标库', '｛', '＂', '\u3000', '绩效目标 """', 'x', '率', ' ', '1,234.50', '≥95％', ''];

const edit = fc.record({ at: fc.nat(), length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)), text: fc.constantFrom(...SNIPPETS) });

function positionAt(text: string, offset: number) {
    const before = text.slice(0, offset).split(/\r\n|[\n\r]/);
    // Between \r and \n there is no place of its own.
    return { line: before.length - 1, character: before.at(-1)!.length };
}

function avoidSplittingLineEnd(text: string, offset: number): number {
    return text[offset - 1] === '\r' && text[offset] === '\n' ? offset + 1 : offset;
}

describe.each([['nested', NESTED], ['baiyun', BAIYUN.slice(0, 6000)], ['nansha', NANSHA]])('any edits of %s', (_, original) => {
    it('lead to the state of a document freshly made from the same text', () => {
        fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
            let text = original;
            const document = new TargetDocument('file:///a.ptarget', text);
            for (const { at, length, text: inserted } of edits) {
                const start = avoidSplittingLineEnd(text, at % (text.length + 1));
                const end = avoidSplittingLineEnd(text, Math.min(text.length, start + length));
                document.update([{ range: { start: positionAt(text, start), end: positionAt(text, end) }, text: inserted }], 1);
                text = text.slice(0, start) + inserted + text.slice(end);
                expect(document.text).toBe(text);
            }
            expect(describePlan(document)).toEqual(describePlan(new TargetDocument('file:///a.ptarget', text)));
        }), { numRuns: 60 * RUNS });
    }, 60_000 * RUNS);
});

it.each(['at once', 'by and by'])('keeps the findings of a workspace, opened %s, equal to those of a fresh one', (how) => {
    const uris = ['file:///nested.ptarget', 'file:///nansha.ptarget'];
    fc.assert(fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean(), edit), { minLength: 1, maxLength: 80, size: 'max' }), (edits) => {
        const texts = [NESTED, NANSHA];
        const workspace = new Workspace();
        uris.forEach((uri, index) => (how === 'at once' ? workspace.open(uri, texts[index]!, 1) : workspace.begin(uri, texts[index]!, 1)));
        for (const [second, asked, { at, length, text: inserted }] of edits) {
            const index = second ? 1 : 0;
            const text = texts[index]!;
            const start = avoidSplittingLineEnd(text, at % (text.length + 1));
            const end = avoidSplittingLineEnd(text, Math.min(text.length, start + length));
            workspace.update(uris[index]!, [{ range: { start: positionAt(text, start), end: positionAt(text, end) }, text: inserted }], 1);
            texts[index] = text.slice(0, start) + inserted + text.slice(end);
            if (asked) workspace.problemsOf(uris[0]!);
            workspace.readOn(0);
        }
        workspace.readOn(Infinity);
        const fresh = new Workspace();
        uris.forEach((uri, index) => fresh.open(uri, texts[index]!));
        for (const uri of uris) expect(said(workspace, uri)).toEqual(said(fresh, uri));
    }), { numRuns: 250 * RUNS });
}, 240_000 * RUNS);

it('keeps what two declarations of one name decide whatever was edited last', () => {
    const taxonomy = (category: string) => `指标体系 "自己的" {\n    ${category} { 数量指标 }\n}\n`;
    const plan = '部门 "甲" {\n    指标体系 "自己的"\n    绩效指标 { 产出指标 { 数量指标 "次数" ≥9次 } }\n}\n项目 "一" 属于 "丙" { }\n';
    const texts: Record<string, string> = { 'file:///a.ptarget': `${taxonomy('产出指标')}部门 "乙" { }\n`, 'file:///b.ptarget': taxonomy('效益指标'), 'file:///c.ptarget': plan };
    const opened = (uris: readonly string[]) => {
        const workspace = new Workspace();
        for (const uri of uris) workspace.open(uri, texts[uri]!);
        return Object.keys(texts).map((uri) => said(workspace, uri));
    };
    const [a, b, c] = Object.keys(texts) as [string, string, string];
    for (const order of [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]]) expect(opened(order)).toEqual(opened([a, b, c]));
});

function said(workspace: Workspace, uri: string): string[] {
    return workspace.problemsOf(uri).map((problem) => JSON.stringify([problem.rule, problem.message.zh, rangeOf(problem.origin), problem.related?.map(({ origin }) => rangeOf(origin))])).sort();
}

it('reads one declaration again for an edit inside one', () => {
    const document = new TargetDocument('file:///a.ptarget', BAIYUN);
    const line = BAIYUN.split('\n').findIndex((text) => text.includes('每月考评达标率'));
    const { removed, added } = document.update([{ range: { start: { line, character: 40 }, end: { line, character: 40 } }, text: '9' }], 1);
    expect([removed.length, added.length]).toEqual([1, 1]);
});

it('reads one project again for an edit inside a department of many', () => {
    const projects = Array.from({ length: 50 }, (_, index) => `    项目 "项目${index}" {\n        资金 { 财政拨款 ${index} }\n    }\n`).join('');
    const document = new TargetDocument('file:///a.ptarget', `部门 "甲" {\n${projects}}\n`);
    expect(document.blocks).toHaveLength(51);
    const { removed, added } = document.update([{ range: { start: { line: 50, character: 20 }, end: { line: 50, character: 20 } }, text: '9' }], 1);
    expect([removed.length, added.length]).toEqual([1, 1]);
});
