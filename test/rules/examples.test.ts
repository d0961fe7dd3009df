import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rangeOf, RULES, Workspace, type Problem } from '../../language-server/index.js';

const EXAMPLES = join(import.meta.dirname, '../../examples');

function problemsOf(name: string): { text: string; problems: readonly Problem[] } {
    const text = readFileSync(join(EXAMPLES, name), 'utf8');
    const workspace = new Workspace();
    workspace.open(`file:///${name}`, text);
    return { text, problems: workspace.problemsOf(`file:///${name}`) };
}

/** The rules that this test speaks about: what is missing, what does not add up, what is declared wrongly. */
const JUDGED = new Set([
    ...RULES.filter(({ group }) => ['budget', 'completeness', 'structure'].includes(group)).map(({ name }) => name),
    'unknown-category', 'category-mismatch', 'typo-comparator',
]);

describe('the form of 广州市南沙区市场监督管理局', () => {
    const { problems } = problemsOf('nansha-2024.ptarget');

    it('has no errors', () => {
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    });

    it('adds up, is complete and well formed', () => {
        expect(problems.filter(({ rule }) => JUDGED.has(rule)).map(({ rule, message }) => `${rule}: ${message.zh}`)).toEqual([]);
    });
});

/** By the published numbers of the projects, each judged by the published text. */
const FINDINGS: readonly (readonly [rule: string, projects: readonly number[]])[] = [
    // No 2-效益指标 among the indicators.
    ['missing-benefit', [4, 22, 23, 27]],
    // No 3-满意度指标 and no 31-服务对象满意度; 21 files its two satisfactions as 社会效益 and 数量.
    ['missing-satisfaction', [3, 4, 7, 8, 9, 12, 14, 15, 16, 20, 21, 22, 27, 35, 36]],
    // 工作任务持续时间, 问题产品下架率, 标准化管理意识, 硬件兼容性, 全年药械化立案数 and 罚没入库数, 团体、企业满意度, 规范化处理成果合规率, 扶持获得…示范单位
    ['missing-annual-value', [6, 8, 9, 11, 16, 16, 23, 27, 34]],
    // 2-效益指标,31-服务对象满意度: 每月考评达标率 and 用户满意度
    ['category-mismatch', [2, 30]],
    // 213万元 against 110.00, 150万元 against 42.25, 213万元 against 32.00; the 1714.44万元 of 5 and the 58.8万元 of 10 are their totals.
    ['cost-indicator-exceeds-budget', [6, 19, 29]],
    // 每月考评达标率 》90%
    ['typo-comparator', [2]],
];

describe('the projects of 广州市白云区市场监督管理局(本级)', () => {
    const { text, problems } = problemsOf('baiyun-2023.ptarget');
    const lines = text.split('\n');

    function projectAt(line: number): number {
        return lines.slice(0, line + 1).filter((candidate) => candidate.startsWith('项目 ')).length;
    }

    it('have these findings and no others', () => {
        const found = problems.filter(({ rule }) => JUDGED.has(rule)).map((problem) => `${problem.rule} ${projectAt(rangeOf(problem.origin).start.line)}`);
        expect(found.sort()).toEqual(FINDINGS.flatMap(([rule, projects]) => projects.map((project) => `${rule} ${project}`)).sort());
    });

    it('are 37', () => {
        expect(projectAt(lines.length)).toBe(37);
    });

    it.each([
        ['每月考评达标率', 'category-mismatch'], ['每月考评达标率', 'typo-comparator'], ['"用户满意度"    "95%以上"', 'category-mismatch'], ['"项目成本"', 'cost-indicator-exceeds-budget'],
        ['罚没入库数', 'missing-annual-value'], ['团体、企业满意度', 'missing-annual-value'],
    ])('the line of %s has %s', (part, rule) => {
        const found = problems.filter((problem) => problem.rule === rule).map((problem) => lines[rangeOf(problem.origin).start.line]);
        expect(found.filter((line) => line?.includes(part))).toHaveLength(1);
    });

    it('compare a cost with the total in figures', () => {
        const messages = problems.filter(({ rule }) => rule === 'cost-indicator-exceeds-budget').map(({ message }) => message.zh);
        expect(messages).toEqual([
            '“工资福利金额”为 213.00 万元，项目总计只有 110.00 万元，多 103.00 万元',
            '“项目成本”为 150.00 万元，项目总计只有 42.25 万元，多 107.75 万元',
            '“工资福利金额”为 213.00 万元，项目总计只有 32.00 万元，多 181.00 万元',
        ]);
    });
});
