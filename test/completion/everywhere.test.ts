import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completionsAt } from '../../language-server/features/completion/index.js';
import { Workspace } from '../../language-server/index.js';
import { syntaxServices } from '../../language-server/syntax/parse-declaration.js';
import { completeAt, inOutputs, PLAIN, VSCODE } from './at-cursor.js';

const EXAMPLES = join(import.meta.dirname, '../../examples');
const TODAY = new Date(2025, 2, 1);

describe.each(readdirSync(EXAMPLES).filter((name) => name.endsWith('.ptarget')))('%s', { timeout: 60_000 }, (name) => {
    const text = readFileSync(join(EXAMPLES, name), 'utf8');
    const uri = `file:///${name}`;

    it('is completed anywhere, on the cursor’s own line', () => {
        const workspace = new Workspace();
        const document = workspace.open(uri, text);
        for (let offset = 0; offset <= text.length; offset += 37) {
            const position = document.positionAt(offset);
            const { items } = completionsAt({ workspace, document, language: 'zh', today: TODAY }, position, VSCODE);
            for (const { label, textEdit, filterText, sortText } of items) {
                const { range: { start, end } } = textEdit as { range: { start: typeof position; end: typeof position } };
                expect([start.line, end.line], label).toEqual([position.line, position.line]);
                expect(start.character <= position.character && position.character <= end.character, label).toBe(true);
                expect(filterText!.length, label).toBeLessThanOrEqual(128);
                expect(sortText, label).toMatch(/^[0-9]{5}$/);
            }
        }
    });

    it('is completed while it is being typed', () => {
        const workspace = new Workspace();
        for (let length = 11; length < Math.min(text.length, 9000); length += 53) {
            const document = workspace.open(uri, text.slice(0, length));
            expect(() => completionsAt({ workspace, document, language: 'zh', today: TODAY }, document.positionAt(length), VSCODE)).not.toThrow();
        }
    });
});

/** A cursor at every kind of place with nothing behind it. */
const PLACES = [
    '|', '部门 "局" {\n    |\n}\n', '部门 "局" {\n    部门预算支出 {\n        |\n    }\n}\n', '部门 "局" {\n    重点任务 "一" {\n        |\n    }\n}\n',
    '项目 "甲" |{\n}\n', '项目 "甲" {\n    |\n}\n', '项目 "甲" {\n    年度 |\n}\n', '项目 "甲" {\n    实施周期 |\n}\n', '项目 "甲" {\n    金额单位 |\n}\n', '项目 "甲" {\n    绩效目标 |\n}\n',
    '项目 "甲" {\n    资金 {\n        |\n    }\n}\n', '项目 "甲" {\n    资金 {\n        财政拨款 3|\n    }\n}\n', '项目 "甲" {\n    绩效指标 {\n        |\n    }\n}\n',
    '项目 "甲" {\n    绩效指标 {\n        满意度指标 |\n    }\n}\n', inOutputs('|'), inOutputs('数量指标 |'), inOutputs('数量指标 "|"'), inOutputs('数量指标 “|'), inOutputs('数量指标 "一" |'),
    inOutputs('数量指标 "一" ≥|'), inOutputs('数量指标 "一" ≥3|'), inOutputs('数量指标 "一" ≥3次 |'), inOutputs('数量指标 "一" ≥3次 年度 |'), inOutputs('数量指标 "一" ≥3次 {\n |\n}'),
    '指标体系 "我" {\n    |\n}\n', '指标体系 "我" {\n    产出指标 {\n        |\n    }\n}\n', '指标体系 "我" {\n    产出指标 |\n}\n', '指标库 "我" {\n    |\n}\n', '指标库 "我" {\n    产出指标 {\n        |\n    }\n}\n',
    '// ptarget-ignore |\n部门 "局" {\n}\n',
];

describe('what is accepted can be read', () => {
    it.each(PLACES)('%s', (place) => {
        const { items, accept } = completeAt(place, { abilities: PLAIN });
        for (const item of items) {
            const document = new Workspace().open('file:///accepted.ptarget', accept(item));
            const issues = document.blocks.flatMap(({ declarations }) => declarations.flatMap((declaration) => declaration.issues));
            expect(issues.filter(({ kind }) => kind !== 'missing'), `${item.label}\n${accept(item)}`).toEqual([]);
            expect(document.blocks.length).toBeGreaterThan(0);
        }
    });
});

it('reads the declaration at the cursor only, however long the file', () => {
    const workspace = new Workspace();
    const project = (number: number) => inOutputs('数量指标 "检查次数" ≥1次').replace('"甲"', `"项目${number}" 属于 "局"`);
    const text = `部门 "局" {\n    年度 2025\n}\n${Array.from({ length: 500 }, (_, index) => project(index)).join('')}`;
    const document = workspace.open('file:///long.ptarget', text);
    const offset = text.indexOf('数量指标', text.length / 2);
    const ask = (character: number) => completionsAt({ workspace, document, language: 'zh', today: TODAY }, { ...document.positionAt(offset), character }, VSCODE);
    // The library of indicators is read once, when names are first asked for.
    void workspace.indicatorNames;
    ask(0);
    const lexer = syntaxServices().parser.Lexer;
    const { tokenize } = lexer;
    let read = 0;
    lexer.tokenize = (source) => {
        read += source.length;
        return tokenize.call(lexer, source);
    };
    try {
        for (const character of [0, 12, 14, 17, 20, 26]) ask(character);
    } finally {
        lexer.tokenize = tokenize;
    }
    expect(read).toBeLessThan(6 * 3 * project(0).length);
});

