import { describe, expect, it } from 'vitest';
import type { Department, Project } from '../../language-server/domain/plan.js';
import { printValue } from '../../language-server/domain/value.js';
import { TargetDocument } from '../../language-server/workspace/target-document.js';

function read(text: string): TargetDocument {
    return new TargetDocument('file:///a.ptarget', text);
}

function project(text: string): Project {
    return read(text).blocks[0]!.declaration as Project;
}

function indicators(text: string): string[] {
    const { indicators } = project(`项目 "一" {\n绩效指标 {\n产出指标 {\n${text}\n}\n}\n}`);
    return indicators!.groups.flatMap((group) => group.indicators.map((indicator) => `${indicator.name.value}=${indicator.cycle ? printValue(indicator.cycle.value) : '?'}`));
}

function names(document: TargetDocument): (string | undefined)[] {
    return document.blocks.flatMap((block) => block.declarations.map((declaration) => declaration.name?.value));
}

describe('what an input method produces', () => {
    it('is read as its half-width form', () => {
        const half = project('项目 "一" 属于 "甲" { 年度 2024 资金 { 财政拨款 1,234.50 } }');
        const full = project('项目　“一”　属于　“甲”　｛　年度　２０２４　资金　｛　财政拨款　１，２３４．５０　｝　｝');
        expect(full.year?.value).toBe(half.year?.value);
        expect(full.funds?.lines[0]?.amount?.value.print()).toBe('1,234.50');
    });

    it('stays as it is inside strings and comments', () => {
        expect(project('项目 "（２０２４）｛" { } // ｛').name?.value).toBe('（２０２４）｛');
    });

    it('lets one pair of quotes stand inside the other', () => {
        expect(project('项目 "区内企业以“白云美湾”品牌" { }').name?.value).toBe('区内企业以“白云美湾”品牌');
        expect(project('项目 “他说"好"” { }').name?.value).toBe('他说"好"');
    });
});

describe('values', () => {
    it.each([
        ['≥900次', '≥900次'], ['＞＝95％', '≥95%'], ['>=95%', '≥95%'], ['≧95%', '≥95%'], ['⩽5秒', '≤5秒'], ['》90%', '》90%'], ['＞99%', '>99%'],
        ['365天', '365天'], ['49.85万户', '49.85万户'], ['1次/季度', '1次/季度'], ['11.8元/㎡', '11.8元/㎡'], ['80%~90%', '80%~90%'],
        ['80%～90%', '80%~90%'], ['2', '2'], ['"达100%"', '达100%'], ['2024年', '2024年'], ['""', ''],
    ])('%s prints as %s', (written, printed) => {
        expect(indicators(`数量指标 "一" ${written}`)).toEqual([`一=${printed}`]);
    });
});

describe('text blocks', () => {
    it('lose the indentation that their lines share and the breaks next to the quotes', () => {
        expect(project('项目 "一" {\n    绩效目标 """\n        第一行\n          第二行\n\n        第三行\n    """\n}').goal?.value).toBe('第一行\n  第二行\n\n第三行');
    });

    it('may begin on the line of the quotes', () => {
        expect(project('项目 "一" {\n    绩效目标 """第一行\n        第二行"""\n}').goal?.value).toBe('第一行\n第二行');
    });

    it('may hold quotes and what looks like a declaration', () => {
        expect(names(read('项目 "一" {\n绩效目标 """\n他说"好"\n项目 "二" {\n完"""\n}\n项目 "三" { }'))).toEqual(['一', '三']);
    });
});

describe('a broken line costs that line', () => {
    it.each([
        ['数量指标 "乙"', ['甲=1次', '乙=?', '丙=3次']],
        ['数量指标', ['甲=1次', '丙=3次']],
        ['数量指标 "乙 ≥5次', ['甲=1次', '丙=3次']],
        ['乱写一气 。。。', ['甲=1次', '丙=3次']],
        ['≥5次', ['甲=1次', '丙=3次']],
        ['数量指标 "乙" 5 次', ['甲=1次', '乙=5', '丙=3次']],
        ['数量指标 "乙" 95%以上', ['甲=1次', '乙=95%', '丙=3次']],
        ['数量指标 "乙" ≥', ['甲=1次', '乙=?', '丙=3次']],
        ['数量指标 "乙" 5次 年度', ['甲=1次', '乙=5次', '丙=3次']],
        ['数量指标 "乙" 5次 权重 权重', ['甲=1次', '乙=5次', '丙=3次']],
        ['{ 数量指标 "乙" 5次 }', ['甲=1次', '丙=3次']],
    ])('%s', (broken, kept) => {
        expect(indicators(`数量指标 "甲" 1次\n${broken}\n数量指标 "丙" 3次`)).toEqual(kept);
    });
});

describe('an error stays in its declaration', () => {
    const AFTER = '\n项目 "后" { 年度 2024 }';
    it.each(['项目 "前" {', '项目 "前', '项目 {', '项目 "前" { 绩效指标 { 产出指标 {', '项目 "前" { 绩效目标 """没有结束', '项目 "前" { /* 没有结束', '项目 "前" } }', '!!! ；；', '部门 "前" { 项目'])('%s', (broken) => {
        const document = read(broken + AFTER);
        const last = document.blocks.at(-1)!.declaration as Project;
        expect([last.name?.value, last.year?.value, last.issues.length]).toEqual(['后', 2024, 0]);
    });

    it('also where the next text block would close the unclosed one', () => {
        const document = read('项目 "前" {\n绩效目标 """没有结束\n}\n项目 "后" {\n绩效目标 """目标"""\n}');
        expect((document.blocks.at(-1)!.declaration as Project).goal?.value).toBe('目标');
    });
});

describe('projects inside a department', () => {
    const TEXT = '部门 "甲" {\n    金额单位 元\n    项目 "一" {\n        资金 { 财政拨款 10,000 }\n    }\n    项目 "二" { }\n    年度 2024\n}\n项目 "三" 属于 "甲" { }';

    it('belong to it and take its unit of money; what follows them is still the department', () => {
        const document = read(TEXT);
        const [department, one, two, three] = document.blocks.map((block) => block.declaration!) as [Department, Project, Project, Project];
        expect(department.year?.value).toBe(2024);
        expect([one.department, two.department, three.department]).toEqual(['甲', '甲', '甲']);
        expect([one.nested, three.nested]).toEqual([true, false]);
        expect(one.funds?.lines[0]?.amount?.value.print('万元')).toBe('1.00');
    });

    it('are found where they stand on the line of a brace', () => {
        expect(names(read('部门 "甲" { 项目 "一" { } }'))).toEqual(['甲', '一']);
    });
});

it('survives what no officer would write', () => {
    for (const text of ['', '\uFEFF', '\0\0', '{'.repeat(5000), '"'.repeat(80_000), '}'.repeat(5000), '部门 "甲" {'.repeat(500), `项目 "一" { ${'x '.repeat(5000)} }`, '\uD800项目']) {
        const document = read(text);
        expect(document.text).toBe(text);
    }
});
