import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../language-server/domain/prose-figures.js';
import { cutPiece, FILE_START } from '../../language-server/syntax/cut-declarations.js';
import { syntaxServices } from '../../language-server/syntax/parse-declaration.js';
import { inTime, patience, processorTime, RUNS } from './runs.js';
import { expectServed } from './served.js';

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
            expect(processorTime(() => expectServed(large)), JSON.stringify(stray)).toBeLessThan(inTime(2_000));
        }
    }, patience(60_000));

    it('of nesting does not exhaust the stack', () => {
        for (const text of ['{'.repeat(100_000), '}'.repeat(100_000), '部门 "甲" {'.repeat(10_000), '项目 "一" { 绩效指标 {'.repeat(10_000), '（'.repeat(100_000), '/*'.repeat(50_000)]) expectServed(text);
    });
});

describe('the cost of reading', () => {
    const GROWS: Record<string, string> = {
        words: '指标 ', 'one word': '指', letters: 'a', numbers: '9 ', 'one number': '9', thousands: '9,', decimals: '0.', units: '9次/', strings: '"一" ', 'opening quotes': '“', 'plain quotes': '"', 'text blocks': '"""一""" ',
        'full-width': '｛', comments: '/* */ ', 'opening comments': '/*', slashes: '/', 'line comments': '//\n', blanks: ' ', 'ideographic blanks': '\u3000', 'line ends': '\r\n', stray: '】', controls: '\u0001', astral: '\u{1F600}',
    };

    function lex(text: string): void {
        const cut = cutPiece(text, 0, FILE_START, true);
        syntaxServices().parser.Lexer.tokenize(cut === 'more text needed' ? text : cut.normalized);
    }

    /**
     * Four times the text costs at most 4 ** 1.2 times as much, with half of that again for the noise; below half a second
     * for a megabyte it may grow as it likes. The best of some, taken in turns, so that both meet the same company.
     */
    function expectGrowsAsText(work: (text: string) => void, part: string): void {
        const ofKilobytes = (kilobytes: number) => part.repeat(Math.ceil(kilobytes * 1024 / part.length));
        const [smallText, largeText] = [ofKilobytes(64), ofKilobytes(256)];
        let [small, large] = [Infinity, Infinity];
        const isBounded = () => large < Math.max(125, small * 4 ** 1.2 * 1.5);
        for (let round = 0; round < 10 && (round < 2 || !isBounded()); round++) {
            small = Math.min(small, processorTime(() => work(smallText)));
            large = Math.min(large, processorTime(() => work(largeText)));
        }
        expect(isBounded(), `${small} ms, and for four times as much ${large} ms`).toBe(true);
    }

    it.each(Object.entries(GROWS))('grows as the text does: %s', (_, part) => expectGrowsAsText(lex, part));

    it('grows as the text does: figures in running text', () => expectGrowsAsText((text) => figuresIn(text), '完成不少于1360台电梯的监督抽查、'));
});
