import type { MarkupContent } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { hoverAt } from '../../language-server/features/hover.js';
import { glimpseNames } from '../../language-server/workspace/names-in-file.js';
import { BAIYUN, NANSHA, placeIn, sessionOf, uriOf } from './session-of.js';

const FILES = { baiyun: BAIYUN, nansha: NANSHA };

function hover(name: keyof typeof FILES | 'own', marked: string, files: Record<string, string> = FILES, language: 'zh' | 'en' = 'zh', session = sessionOf(files)): string | undefined {
    session.language = language;
    return (hoverAt(session, placeIn(files, name, marked))?.contents as MarkupContent | undefined)?.value;
}

describe('hover tells', () => {
    it('what a category means, its code, its place and its source', () => {
        const text = hover('baiyun', '质量‸指标 "服务质量书面投诉率"');
        expect(text).toContain('**质量指标** · 二级指标，属于 产出指标 · 代码 12');
        expect(text).toContain('反映产品或服务达到的标准、水平和效果');
        expect(text).toContain('指标体系 财预〔2015〕88号');
        expect(hover('baiyun', '质量‸指标 "服务质量书面投诉率"', FILES, 'en')).toContain('tier two of 产出指标 · code 12');
    });

    it('no total of a department before all files are read that may have projects of it', () => {
        const files = { own: '部门 "甲" {\n    项目 "乙" { 资金 { 总计 1.00 } }\n}\n' };
        const session = sessionOf(files);
        session.workspace.expect(uriOf('other'), glimpseNames('项目 "丙" 属于 "甲" { }\n'));
        expect(hover('own', '部门 "‸甲"', files, 'zh', session)).toBe('**部门 甲**\n\n各项目还在读取');
        expect(hover('own', '项目 "‸乙"', files, 'zh', session)).toContain('资金 1.00 万元\n\n绩效指标 0 个');
        session.workspace.expectNoMore(uriOf('other'));
        expect(hover('own', '部门 "‸甲"', files, 'zh', session)).toContain('1 个项目，合计 1.00 万元');
        expect(hover('own', '项目 "‸乙"', files, 'zh', session)).toContain('甲的 1 个项目之一');
    });

    it('what a block of the budget adds up to, and how', () => {
        const text = hover('nansha', '部门预算‸支出 {');
        expect(text).toContain('合计 **9,764.88 万元**');
        expect(text).toContain('基本支出 3,287.27 + 项目支出 6,477.61 = 9,764.88 万元');
        expect(text).toContain('与收入来源 9,764.88 万元一致');
        expect(hover('nansha', '项目支出‸  6,477.61')).toBe('**项目支出** 6,477.61 万元，占部门预算支出的 66.34%');
    });

    it('by how much two sides differ, and explains the rule', () => {
        const text = hover('own', '收入‸来源 {', { own: NANSHA.replace('财政拨款  9,764.88', '财政拨款  9,700.00') });
        expect(text).toContain('与部门预算支出 9,764.88 万元相差 **64.88 万元**');
        const explained = hover('own', '部门预算‸支出 {', { own: NANSHA.replace('财政拨款  9,764.88', '财政拨款  9,700.00') });
        expect(explained).toContain('部门预算支出各行之和必须等于收入来源各行之和');
    });

    it('a project’s place in the total of its department', () => {
        const text = hover('baiyun', '项目 "物业管理‸费"');
        expect(text).toContain('资金 125.00 万元，占各项目合计 8,639.11 万元的 1.45%');
        expect(text).toContain('的 37 个项目之一');
        const both = { own: '部门 "甲" {\n    年度 2024\n    部门预算支出 {\n        项目支出 200\n    }\n    项目 "乙" {\n        资金 { 财政拨款 50 }\n    }\n}\n' };
        expect(hover('own', '项目 "‸乙"', both)).toContain('资金 50.00 万元，占部门项目支出 200.00 万元的 25.00%');
    });

    it('a department from each place that names it, the one of the year where there are several', () => {
        expect(hover('baiyun', '属于 "广州市‸白云')).toContain('37 个项目，合计 8,639.11 万元');
        const years = { own: '部门 "甲" { 年度 2023 }\n部门 "甲" { 年度 2024 }\n项目 "乙" 属于 "甲" { 年度 2024 }\n' };
        expect(hover('own', '属于 "‸甲"', years)).toContain('· 2024');
        expect(hover('own', '属于 "‸甲"', years)).not.toContain('· 2023');
    });

    it('the measurable form of a value in words, and that the year has the same', () => {
        const text = hover('baiyun', '"用户友好性"    "95%‸以上"');
        expect(text).toContain('可以衡量的写法：**≥95%**');
        expect(text).toContain('没有另写年度指标值');
        expect(hover('baiyun', '"维护我局良好办公环境形象"  "持续‸优化"')).not.toContain('可以衡量');
    });

    it('what a keyword is for, by where it stands', () => {
        const files = { own: '部门 "甲" {\n    年度 2024\n    绩效指标 { 产出指标 { 数量指标 "次数" ≥9次 年度 ≥3次 } }\n}\n' };
        expect(hover('own', '‸年度 2024', files)).toContain('预算年度');
        expect(hover('own', '年度‸ ≥3次', files)).toContain('年度指标值');
        expect(hover('nansha', '资‸金 835.80')).toContain('任务的资金');
        expect(hover('baiyun', '属‸于 "广州')).toContain('项目所属的部门');
    });

    it('nothing about words inside texts, names and comments', () => {
        expect(hover('own', '项目‸的年度', { own: '// 项目的年度\n项目 "甲" { }\n' })).toBeUndefined();
        expect(hover('own', '年‸度', { own: '项目 "甲" {\n    绩效目标 """本年度"""\n}\n' }) ?? '').not.toContain('预算年度');
    });
});

it('shows text of a file as text, whatever it holds', () => {
    const name = '<img src=x> [坏](command:x) `x` **y** https://a.cn www.b.cn';
    const text = hover('own', '‸项目 "', { own: `部门 "甲" { 年度 2024 }\n项目 "${name}" 属于 "甲" { }\n` }) ?? '';
    const shown = hover('own', '"<‸img', { own: `部门 "甲" { 年度 2024 }\n项目 "${name}" 属于 "甲" { }\n` })!;
    expect(shown).not.toContain('<img');
    expect(shown).not.toMatch(/[^\\]\]\(/);
    expect(shown).not.toContain('https://');
    expect(shown).not.toContain('www.b');
    expect(text).not.toContain('<img');
});
