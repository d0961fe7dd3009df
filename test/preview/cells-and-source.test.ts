import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Workspace, type Form } from '../../language-server/index.js';
import { printFile } from '../../language-server/preview/printed-file.js';
import { cellAt, sourceOf } from '../../language-server/preview/source-of-cell.js';
import type { CellAddress } from '../../language-server/protocol.js';

const URI = 'file:///a.ptarget';

function show(text: string, form: Form) {
    const workspace = new Workspace();
    const document = workspace.open(URI, text);
    const printed = printFile(workspace, URI, form)!;
    const lines = text.split('\n');
    const textOf = ({ table, row, cell, part }: CellAddress) => {
        const shown = printed.tables[table]!.rows[row]![cell]!;
        return part === undefined ? shown.text : shown.parts![part]!.text;
    };
    const rangeOfText = (wanted: string) => {
        const line = lines.findIndex((candidate) => candidate.includes(wanted));
        const character = lines[line]!.indexOf(wanted);
        return { start: { line, character }, end: { line, character: character + wanted.length } };
    };
    return {
        printed, document, lines,
        /** The text of the cell that shows a text. */
        cellOf: (wanted: string) => {
            const address = cellAt(printed, workspace, URI, rangeOfText(wanted));
            return address && textOf(address);
        },
        /** The text of the cell that is first in some lines. */
        firstIn: (from: number, upTo: number) => {
            const address = cellAt(printed, workspace, URI, { start: { line: from, character: 0 }, end: { line: upTo, character: 0 } });
            return address && textOf(address);
        },
        /** What a cell with this text comes from. */
        sourceOf: (wanted: string) => {
            for (const [table, { rows }] of printed.tables.entries()) {
                for (const [row, cells] of rows.entries()) {
                    const cell = cells.findIndex((candidate) => candidate.text === wanted);
                    const range = cell < 0 ? null : sourceOf(printed, { table, row, cell }, undefined);
                    if (range) return lines[range.start.line]!.slice(range.start.character, range.end.line === range.start.line ? range.end.character : undefined);
                }
            }
            return undefined;
        },
        /** The cells that show problems, with the rules. */
        marked: (rule: string) => [...printed.marks.values()].flatMap((marks) => [...marks])
            .filter(([, problems]) => problems.some((problem) => problem.rule === rule)).map(([shown]) => shown.text),
    };
}

const NESTED = `部门 "甲" {
    部门预算支出 {
        基本支出  1.00
        项目支出  2.00
    }
    收入来源 {
        财政拨款  3.00
    }
    项目 "里面的" {
        资金 { 财政拨款 2.00 }
        绩效目标 """里面的目标"""
        绩效指标 {
            产出指标 {
                数量指标 "次数" ≥9次  年度 ""
                数量指标 "个数" ≥8个
            }
        }
    }
    总体绩效目标 """部门的目标"""
}
`;

describe('a cell', () => {
    const { sourceOf: source } = show(NESTED, 'department');

    it('comes from what it shows', () => {
        expect(source('1.00')).toBe('1.00');
        expect(source('甲')).toBe('"甲"');
        expect(source('收入来源')).toBe('收入来源');
    });

    it('of the form itself comes from nowhere', () => {
        expect(source('部门名称')).toBeUndefined();
    });
});

describe('a place in the text', () => {
    it('is shown by its cell', () => {
        const { cellOf } = show(NESTED, 'department');
        expect(cellOf('3.00')).toBe('3.00');
        expect(cellOf('部门的目标')).toBe('部门的目标');
    });

    it('is shown by its line in a cell that shows several things', () => {
        const { cellOf } = show(NESTED, 'projects');
        expect(cellOf('"个数"')).toContain('个数');
        expect(cellOf('"个数"')).not.toContain('次数');
    });

    it('is shown by what stands behind it where a merged label hides it', () => {
        const text = NESTED.replace('数量指标 "个数"', '质量指标 "个数"').replace('≥8个', '≥8个\n                质量指标 "率" 9%');
        const { cellOf } = show(text, 'project');
        expect(cellOf('"率"')).toBe('率');
    });

    it('of several lines begins with the first cell in them, not with an empty one', () => {
        const { firstIn, lines } = show(NESTED, 'project');
        expect(firstIn(8, lines.length)).toBe('里面的');
        expect(firstIn(0, lines.length)).toBe('里面的');
    });

    it('between two declarations belongs to the second', () => {
        const { firstIn } = show(`项目 "一" {\n    资金 { 总计 1.00 }\n}\n项目 "二" {\n    资金 { 总计 2.00 }\n}\n`, 'project');
        expect(firstIn(3, 6)).toBe('二');
        expect(firstIn(2, 6)).toBe('二');
    });
});

describe('a problem', () => {
    it('marks the cell whose text is wrong', () => {
        expect(show(NESTED.replace('3.00', '3.01'), 'department').marked('budget-unbalanced')).not.toEqual([]);
    });

    it('with a value that is empty marks the empty cell', () => {
        expect(show(NESTED, 'project').marked('missing-annual-value')).toEqual(['']);
    });

    it('with what is missing marks the label or the name', () => {
        const [marked, ...others] = show(NESTED, 'project').marked('missing-satisfaction');
        expect(['绩效指标', '里面的']).toContain(marked);
        expect(others).toEqual([]);
    });
});

describe.each([['nansha-2024', 'department'], ['baiyun-2023', 'projects'], ['baiyun-2023', 'project'], ['nansha-2024', 'core']] as const)('%s on the form %s', (name, form) => {
    const { printed } = show(readFileSync(`examples/${name}.ptarget`, 'utf8'), form);

    it('shows nearly every problem in a cell', () => {
        const shown = new Set([...printed.marks.values()].flatMap((marks) => [...marks.values()].flat()));
        const hidden = printed.problems.filter((problem) => !shown.has(problem));
        // What the core form has no cells for: budget, goals and tasks of the department.
        if (form !== 'core') expect(hidden.map(({ rule, message }) => `${rule}: ${message.zh}`)).toEqual([]);
    });
});
