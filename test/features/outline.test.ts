import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { Outline } from '../../language-server/features/document-symbols.js';
import { foldsIn } from '../../language-server/features/folding.js';
import { selectionsAt } from '../../language-server/features/selection-ranges.js';
import { symbolsNamed } from '../../language-server/features/workspace-symbols.js';
import { BAIYUN, NANSHA, placeIn, sessionOf, textAt, uriOf } from './session-of.js';

const NESTED = `// 开头
// 两行

部门 "甲" {
    年度 2024
    项目 "一" {
        资金 {
            财政拨款 1.00
        }
        绩效目标 """
            一行
        """
        绩效指标 {
            产出指标 { 数量指标 "次数" ≥9次 }
        }
    }
    // #region 另一部分
    部门预算支出 {
        基本支出 1.00
        项目支出 2.00
    }
    // #endregion
    项目 "二" { }
}
项目 "三" {
    /* 几行
       说明 */
    绩效指标 {
        产出指标 {
            数量指标 "
`;

function outline(text: string): DocumentSymbol[] {
    return new Outline().of(sessionOf({ a: text }), { textDocument: { uri: uriOf('a') } });
}

function lines(symbols: readonly DocumentSymbol[], depth = 0): string[] {
    return symbols.flatMap(({ name, detail, children }) => [`${'  '.repeat(depth)}${name}${detail ? ` ${detail}` : ''}`, ...lines(children ?? [], depth + 1)]);
}

describe('the outline', () => {
    it('has projects inside their department, in the order of the text', () => {
        expect(lines(outline(NESTED))).toEqual([
            '甲 2024', '  一 1.00 万元', '    资金 1.00 万元', '    产出指标 1', '      次数 ≥9次', '  部门预算支出 3.00 万元', '  二', '三', '  产出指标 0',
        ]);
    });

    it('has every project of a published table, each with its indicators', () => {
        const [department, ...projects] = outline(BAIYUN);
        expect(department!.kind).toBe(SymbolKind.Module);
        expect(projects).toHaveLength(37);
        expect(lines([projects[1]!])).toEqual([
            '物业管理费 125.00 万元', '  资金 125.00 万元', '  效益指标 1', '    每月考评达标率 》90%', '  产出指标 3', '    服务质量书面投诉率 5%',
            '    提供全年日常物业管理服务天数 365天', '    良好办公环境服务验收通过率 100%', '  效益指标 1', '    维护我局良好办公环境形象 持续优化',
            '  满意度指标 1', '    质量和服务效果的满意度 满意',
        ]);
    });

    it.each([['nested', NESTED], ['baiyun', BAIYUN], ['nansha', NANSHA], ['unnamed', '部门 {\n    重点任务 {\n    }\n项目 "" { }\n}\n项目']])('of %s keeps what editors demand of symbols', (_, text) => {
        const check = (symbol: DocumentSymbol, around?: DocumentSymbol) => {
            expect(symbol.name.trim()).not.toBe('');
            expect(isInside(symbol.selectionRange, symbol.range), symbol.name).toBe(true);
            if (around) expect(isInside(symbol.range, around.range), symbol.name).toBe(true);
            for (const child of symbol.children ?? []) check(child, symbol);
        };
        for (const symbol of outline(text)) check(symbol);
    });

    it('is the same after edits as of a text freshly opened, whatever moved', () => {
        const session = sessionOf({ a: NESTED });
        const kept = new Outline();
        const params = { textDocument: { uri: uriOf('a') } };
        kept.of(session, params);
        session.workspace.update(uriOf('a'), [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '// 新\n' }], 2);
        session.workspace.update(uriOf('a'), [{ range: { start: { line: 8, character: 12 }, end: { line: 8, character: 12 } }, text: '// 又\n            ' }], 3);
        expect(kept.of(session, params)).toEqual(outline(session.workspace.document(uriOf('a'))!.text));
    });

    it('stops at the tiers where a file has thousands of indicators', () => {
        const many = BAIYUN.repeat(20);
        expect(lines(outline(many)).some((line) => line.startsWith('    '))).toBe(false);
    });
});

function isInside(inner: DocumentSymbol['range'], outer: DocumentSymbol['range']): boolean {
    const isOrdered = (one: typeof inner.start, other: typeof inner.start) => one.line < other.line || (one.line === other.line && one.character <= other.character);
    return isOrdered(outer.start, inner.start) && isOrdered(inner.end, outer.end);
}

describe('folding', () => {
    function folds(text: string): string[] {
        return foldsIn(sessionOf({ a: text }), { textDocument: { uri: uriOf('a') } }).map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`);
    }

    it('finds blocks, texts, comments and regions, also around what is broken', () => {
        expect(folds(NESTED)).toEqual(['0-1 comment', '3-22', '5-14', '6-7', '9-10', '12-13', '16-21 region', '17-19', '25-26 comment']);
    });

    it('does not take signs in texts and comments for blocks', () => {
        expect(folds('项目 "甲{" {\n    // {\n    绩效目标 """{"""\n}\n')).toEqual(['0-2']);
    });

    it('reads full-width braces and line ends of every kind', () => {
        expect(folds('项目 "甲" ｛\r\n    资金 ｛\r\n    财政拨款 1\r\n    ｝\r\n｝\r\n')).toEqual(['0-3', '1-2']);
    });
});

describe('expanding the selection', () => {
    function selections(text: string, marked: string): string[] {
        const { textDocument, position } = placeIn({ a: text }, 'a', marked);
        const [first] = selectionsAt(sessionOf({ a: text }), { textDocument, positions: [position] })!;
        const texts: string[] = [];
        for (let selection = first; selection; selection = selection.parent!) texts.push(textAt(text, selection.range));
        return texts;
    }

    it('goes from the value to the line, the block, the project, the department and the file', () => {
        const texts = selections(NESTED, '≥‸9次');
        expect(texts.map((text) => text.slice(0, 8).split('\n')[0])).toEqual(['≥9次', '数量指标 "次数', '产出指标 { 数', '绩效指标 {', '项目 "一" {', '部门 "甲" {', '// 开头']);
    });

    it('begins inside the quotes of a name', () => {
        expect(selections(NESTED, '"次‸数"').slice(0, 3)).toEqual(['次数', '"次数"', '数量指标 "次数" ≥9次']);
    });

    it('is the file where nothing else is', () => {
        expect(selections(NESTED, '// 两‸行')).toEqual([NESTED]);
    });
});

describe('symbols of the workspace are found', () => {
    const session = sessionOf({ baiyun: BAIYUN, nansha: NANSHA });
    const named = (query: string) => symbolsNamed(session, { query }).map(({ name }) => name);

    it.each([['物业管理', '物业管理费'], ['物管', '物业管理费'], ['wyglf', '物业管理费 wyglf'], ['wuyeguanli', '物业管理费 wuyeguanlifei'], ['南沙', '广州市南沙区市场监督管理局']])('%s', (query, name) => {
        expect(named(query)).toContain(name);
    });

    it('with their department, but not those of the built-in documents', () => {
        const [fee] = symbolsNamed(session, { query: '物业管理费' });
        expect(fee!.containerName).toBe('广州市白云区市场监督管理局(本级)');
        expect(named('')).toHaveLength(39);
        expect(named('财预')).toEqual([]);
    });
});
