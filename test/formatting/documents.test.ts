import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDocument } from '../../language-server/workspace/format-document.js';
import { TargetDocument } from '../../language-server/workspace/target-document.js';
import { formatted, leftAlone, planWithoutPlaces } from './formatted.js';

const SHIPPED = ['examples', 'grammar/taxonomies', 'grammar/library'].flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.ptarget')).map((name) => join(folder, name)));

describe.each(SHIPPED)('%s', (path) => {
    const text = readFileSync(path, 'utf8');

    it('is laid out as the formatter does it', () => {
        expect(formatted(text)).toBe(text);
        expect(leftAlone(text)).toEqual([]);
    });

    it('comes back from any indentation and any blanks', () => {
        const inTexts = /"""[\s\S]*?"""/g;
        const spoiled = text.split(inTexts).map((code) => code.replace(/^ +/gm, '').replace(/(?<=\S) {2,}(?=\S)/g, ' '));
        const texts = [...text.matchAll(inTexts)].map(([inner]) => inner);
        const flat = spoiled.map((code, index) => code + (texts[index] ?? '')).join('');
        expect(formatted(flat)).toBe(text);
        expect(planWithoutPlaces(formatted(flat))).toEqual(planWithoutPlaces(text));
    });
});

describe('the ends of a document', () => {
    it.each([
        ['', ''], ['\n\n', ''], ['  \n\t', ''], ['// 注释', '// 注释\n'], ['\n\n// 注释\n\n\n', '// 注释\n'],
        ['项目 "甲" { }', '项目 "甲" { }\n'], ['\uFEFF  项目 "甲" { }\n\n', '\uFEFF项目 "甲" { }\n'],
        ['项目 "甲" { }\n\n\n\n项目 "乙" { }', '项目 "甲" { }\n\n项目 "乙" { }\n'],
    ])('%j becomes %j', (before, after) => {
        expect(formatted(before)).toBe(after);
    });
});

describe('the editor decides', () => {
    const text = '项目 "甲" {\n资金 {\n财政拨款 1.00\n总计 1.00\n}\n}\n';

    it('on blanks', () => {
        expect(formatted(text, { tabSize: 2, insertSpaces: true })).toBe('项目 "甲" {\n  资金 {\n    财政拨款  1.00\n    总计      1.00\n  }\n}\n');
    });

    it('on tabs, which indent and never align', () => {
        expect(formatted(text, { tabSize: 8, insertSpaces: false })).toBe('项目 "甲" {\n\t资金 {\n\t\t财政拨款  1.00\n\t\t总计      1.00\n\t}\n}\n');
    });
});

describe('a range', () => {
    const text = '项目   "甲" {\n年度   2024\n\n\n资金   {\n财政拨款   1.00\n总计   1.00\n}\n}\n\n\n项目   "乙" { }\n';
    const lines = (first: number, last: number) => formatted(text, undefined, { start: { line: first, character: 0 }, end: { line: last + 1, character: 0 } }).split('\n');

    it('changes its lines and no other', () => {
        expect(lines(5, 6)).toEqual(text.split('\n').with(5, '        财政拨款  1.00').with(6, '        总计      1.00'));
    });

    it('aligns a line with those around it that stay', () => {
        expect(lines(6, 6)[6]).toBe('        总计      1.00');
    });

    it('takes blank lines away between its own lines only', () => {
        expect(lines(4, 4).slice(1, 5)).toEqual(['年度   2024', '', '', '    资金 {']);
        expect(lines(1, 4).slice(1, 4)).toEqual(['    年度 2024', '', '    资金 {']);
    });

    it('of another declaration leaves this one', () => {
        expect(lines(11, 11)).toEqual(text.split('\n').with(11, '项目 "乙" { }'));
    });
});

describe('changes', () => {
    function editsOf(text: string) {
        return formatDocument(new TargetDocument('file:///a.ptarget', text)).edits.map(({ range: { start, end }, newText }) => `${start.line}:${start.character}-${end.line}:${end.character} ${JSON.stringify(newText)}`);
    }

    it('are of gaps and signs, so that a cursor in a word stays there', () => {
        expect(editsOf('项目  "甲" {\n  年度 ２０24\n    资金 { 财政拨款 1.00 }  \n}\n')).toEqual(['0:2-0:4 " "', '1:0-1:2 "    "', '1:5-1:7 "20"', '2:20-2:22 ""']);
    });

    it('are none where nothing is to be done, whatever the line ends', () => {
        expect(editsOf('项目 "甲" {\r\n    年度 2024\r\n}\n')).toEqual([]);
    });
});

describe('what is left alone is said', () => {
    it('with its line and the reason', () => {
        expect(leftAlone('项目 "甲" {\n\n项目 "乙" { }\n部门 "丙" {\n项目 "丁" {\n').map(({ line, why }) => [line, why.zh])).toEqual([
            [0, '有没有结束的引号、注释或没有配对的括号，未整理'],
            [3, '有没有结束的引号、注释或没有配对的括号，未整理'],
            [4, '有没有结束的引号、注释或没有配对的括号，未整理'],
        ]);
    });
});

describe('columns', () => {
    function project(...lines: string[]): string {
        return `项目 "甲" {\n    绩效指标 {\n        产出指标 {\n${lines.map((line) => `            ${line}\n`).join('')}        }\n    }\n}\n`;
    }

    it('are not pushed away by a name that nobody can read at one glance', () => {
        const long = `"${'很长的名称'.repeat(13)}"`;
        expect(formatted(project(`数量指标 ${long} 1次 年度 2次`, '数量指标 "短" 1次 年度 2次'))).toBe(project(`数量指标 ${long}  1次  年度 2次`, '数量指标 "短"  1次  年度 2次'));
    });

    it('count characters of no width and of two cells as they are shown', () => {
        expect(formatted(project('数量指标 "𠀀𠀀" 1次', '数量指标 "ａb率" 1次', '数量指标 "e\u0301" 1次'))).toBe(project('数量指标 "𠀀𠀀"   1次', '数量指标 "ａb率"  1次', '数量指标 "e\u0301"      1次'));
    });
});
