import type { CodeLens } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { commandOf, lensesIn } from '../../language-server/features/code-lenses.js';
import { linksIn } from '../../language-server/features/document-links.js';
import { hintsIn } from '../../language-server/features/inlay-hints.js';
import { Colours } from '../../language-server/features/semantic-tokens.js';
import { glimpseNames } from '../../language-server/workspace/names-in-file.js';
import { BAIYUN, NANSHA, positionAt, sessionOf, textAt, uriOf } from './session-of.js';

const TEXT_DOCUMENT = { uri: uriOf('a') };
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

describe('inlay hints', () => {
    function hints(text: string, inlayHints?: 'off' | 'sums' | 'all', language: 'zh' | 'en' = 'zh', range = WHOLE): string[] {
        const session = sessionOf({ a: text });
        session.language = language;
        session.settings = { inlayHints };
        const lines = text.split('\n');
        return hintsIn(session, { textDocument: TEXT_DOCUMENT, range }).map(({ position, label }) => `${lines[position.line]!.slice(0, position.character).trim()} ⟨${label as string}⟩`);
    }

    it('are the sums at the heads of blocks', () => {
        expect(hints(NANSHA)).toEqual(['部门预算支出 { ⟨合计 9,764.88 万元⟩', '收入来源 { ⟨合计 9,764.88 万元⟩', '事业发展性支出 { ⟨合计 0.00 万元⟩', '按预算级次划分 { ⟨合计 9,764.88 万元⟩']);
        expect(hints(NANSHA, 'off')).toEqual([]);
        expect(hints(NANSHA, 'sums', 'en')[0]).toContain('sum 9,764.88 万元');
    });

    it('say how much is missing to the other side', () => {
        const unbalanced = NANSHA.replace('财政拨款  9,764.88', '财政拨款  9,700.00');
        expect(hints(unbalanced)).toContain('收入来源 { ⟨合计 9,700.00 万元，比部门预算支出少 64.88 万元⟩');
        expect(hints('项目 "甲" {\n    资金 {\n        财政拨款 1.00\n        总计 2.00\n    }\n}\n')).toEqual(['资金 { ⟨合计 1.00 万元，比总计少 1.00 万元⟩']);
    });

    it('are quiet about one line alone, and about sums that an unreadable line would spoil', () => {
        expect(hints(BAIYUN)).toEqual([]);
        expect(hints('项目 "甲" {\n    资金 {\n        财政拨款 1.00\n        其他资金 一元\n        财政专户拨款 1.00\n    }\n}\n')).toEqual([]);
    });

    it('stand behind a block that is written on one line', () => {
        expect(hints('项目 "甲" {\n    资金 { 财政拨款 1.00 其他资金 2.00 }\n}\n')).toEqual(['资金 { 财政拨款 1.00 其他资金 2.00 } ⟨合计 3.00 万元⟩']);
    });

    it('are on request the annual values that nobody wrote, ready to be written down', () => {
        const text = '项目 "甲" {\n    绩效指标 { 产出指标 {\n        数量指标 "次数" 》9次\n        数量指标 "人数" ≥9人 年度 ≥3人\n        质量指标 "空" ""\n    } }\n}\n';
        expect(hints(text, 'all')).toEqual(['数量指标 "次数" 》9次 ⟨年度 》9次⟩']);
        expect(hints(text)).toEqual([]);
    });

    it('are those of the lines in view', () => {
        expect(hints(NANSHA, 'sums', 'zh', { start: { line: 14, character: 0 }, end: { line: 16, character: 0 } })).toHaveLength(1);
    });
});

describe('code lenses', () => {
    function lenses(text: string, session = sessionOf({ a: text })): (string | undefined)[][] {
        const byPlace = new Map<string, CodeLens[]>();
        for (const lens of lensesIn(session, { textDocument: TEXT_DOCUMENT })) {
            const place = textAt(text, lens.range);
            byPlace.set(place, [...(byPlace.get(place) ?? []), lens]);
        }
        return [...byPlace].map(([place, list]) => [place, ...list.map((lens) => commandOf(lens, session)?.title)]);
    }

    it('show the table, the sum and what is missing, over departments and projects', () => {
        const all = lenses(BAIYUN);
        expect(all).toHaveLength(38);
        expect(all[0]).toEqual(['部门 "广州市白云区市场监督管理局(本级)"', '预览官方表格', '37 个项目合计 8,639.11 万元']);
        expect(all[2]).toEqual(['项目 "物业管理费"', '预览官方表格', '资金合计 125.00 万元 · 6 个指标']);
        expect(all[4]).toContain('没有满意度指标 · 没有效益指标');
        expect(lenses(NANSHA)[0]!.slice(1, 3)).toEqual(['预览官方表格', '预算合计 9,764.88 万元']);
    });

    it('run commands with the file, the form and the place, and lead to the place', () => {
        const session = sessionOf({ a: BAIYUN });
        const all = lensesIn(session, { textDocument: TEXT_DOCUMENT });
        const commands = all.map((lens) => commandOf(lens, session)!);
        expect(commands[0]).toMatchObject({ command: 'ptarget.showPreviewToSide', arguments: [TEXT_DOCUMENT.uri, 'projects', all[0]!.range] });
        expect(commands[2]).toMatchObject({ command: 'ptarget.showPreviewToSide', arguments: [TEXT_DOCUMENT.uri, 'project', all[2]!.range] });
        const missing = commands.find(({ command }) => command === 'ptarget.goTo')!;
        expect(textAt(BAIYUN, (missing.arguments as [string, typeof WHOLE])[1])).toMatch(/^(绩效指标|项目 "公务用车更新购置费")$/);
    });

    it('name no total of a department before all files are read that may have projects of it', () => {
        const text = '部门 "甲" {\n    部门预算支出 { 项目支出 3.00 }\n    项目 "乙" { 资金 { 总计 1.00 } }\n}\n';
        const session = sessionOf({ a: text });
        session.workspace.expect(uriOf('b'), glimpseNames('项目 "丙" 属于 "甲" { }\n'));
        session.workspace.expect(uriOf('c'), glimpseNames('项目 "丁" 属于 "戊" { }\n'));
        expect(lenses(text, session)[0]![2]).toBe('预算合计 3.00 万元 · 各项目还在读取');
        session.workspace.open(uriOf('b'), '项目 "丙" 属于 "甲" { 资金 { 总计 2.00 } }\n', 1);
        expect(lenses(text, session)[0]![2]).toBe('预算合计 3.00 万元 · 2 个项目合计 3.00 万元');
    });

    it('give each project its own problems, also those on the lines of their department', () => {
        const all = lenses('部门 "甲" { 年度 2024 项目 "乙" { 绩效目标 "好" }\n    项目 "丙" { 绩效目标 "好" }\n}\n');
        expect(all.map(([place, , , missing]) => `${place} ${missing?.includes('没有产出指标')}`)).toEqual(['部门 "甲" undefined', '项目 "乙" true', '项目 "丙" true']);
    });
});

describe('semantic tokens', () => {
    const TYPES = ['type', 'property', 'variable', 'string'];

    function decode(text: string, data: readonly number[]): string[] {
        const tokens: string[] = [];
        let [line, character] = [0, 0];
        for (let at = 0; at < data.length; at += 5) {
            character = data[at] === 0 ? character + data[at + 1]! : data[at + 1]!;
            line += data[at]!;
            tokens.push(`${text.split('\n')[line]!.slice(character, character + data[at + 2]!)} ${TYPES[data[at + 3]!]}${['', ' declaration', ' official'][data[at + 4]!]}`);
        }
        return tokens;
    }

    const TEXT = '部门 "甲" {\n    指标体系 "没有的"\n    部门预算支出 {\n        基本支出 1.00\n    }\n    项目 "乙" {\n        绩效指标 {\n            产出指标 {\n                数量指标 "次数" 1次\n                数目指标 "人数" 1人\n            }\n        }\n    }\n    收入 {\n        财政拔款 1.00\n    }\n}\n项目 "丙" 属于 "丁" { }\n指标体系 "戊" {\n    产出指标\n}\n';

    it('tell known categories, lines and names from unknown ones, in the order of the text', () => {
        expect(decode(TEXT, new Colours().of(sessionOf({ a: TEXT }), uriOf('a')).data)).toEqual([
            '"没有的" string', '基本支出 property', '产出指标 type official', '数量指标 type official', '数目指标 variable', '收入 variable', '财政拔款 variable',
            '"丁" string', '产出指标 type declaration',
        ]);
    });

    it('are the same when asked for as a difference, and for the lines in view', () => {
        const session = sessionOf({ a: BAIYUN });
        const colours = new Colours();
        const first = colours.of(session, uriOf('a'));
        const at = positionAt(BAIYUN, BAIYUN.indexOf('质量指标 "服务质量书面投诉率"'));
        session.workspace.update(uriOf('a'), [{ range: { start: at, end: { ...at, character: at.character + 2 } }, text: '质\n量' }], 2);
        const answer = colours.since(first.resultId!, session, uriOf('a'));
        const data = [...first.data];
        if (!('edits' in answer)) throw new Error('no difference');
        for (const { start, deleteCount, data: inserted } of [...answer.edits].reverse()) data.splice(start, deleteCount, ...(inserted ?? []));
        expect(data).toEqual(new Colours().of(session, uriOf('a')).data);
        expect(answer.edits[0]!.deleteCount).toBeLessThan(100);
        expect(colours.inRange(session, uriOf('a'), { start: { line: 30, character: 0 }, end: { line: 40, character: 0 } }).data.length).toBeGreaterThan(0);
    });
});

describe('links', () => {
    function links(text: string): string[] {
        return linksIn(sessionOf({ a: text }), { textDocument: TEXT_DOCUMENT }).map(({ target, range }) => {
            expect(textAt(text, range)).toBe(target);
            return target!;
        });
    }

    it('are addresses of web pages, up to what cannot belong to them', () => {
        expect(links('// 见https://www.gz.gov.cn/zwgk/a.html?x=1。\n项目 "甲" {\n    绩效目标 "依据“http://mof.gov.cn”，完成"\n}\n')).toEqual(['https://www.gz.gov.cn/zwgk/a.html?x=1', 'http://mof.gov.cn']);
    });

    it('are nothing else', () => {
        expect(links('// command:x file:///etc/passwd javascript://x vscode://y ftp://z\n')).toEqual([]);
        expect(links(BAIYUN)).toEqual([]);
    });
});
