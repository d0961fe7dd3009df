import { describe, expect, it } from 'vitest';
import { completeAt, inIndicators, inOutputs, PLAIN } from './at-cursor.js';

const project = (body: string) => `项目 "甲" {\n    ${body}\n}\n`;
const department = (body: string) => `部门 "局" {\n    ${body}\n}\n`;

const SECTIONS = ['部门预算支出', '收入来源', '事业发展性支出', '按预算级次划分'];
const OUTPUTS = ['数量指标', '质量指标', '时效指标', '成本指标'];

/** The labels up to a length, for lists that go on with less likely things. */
const first = (count: number, labels: readonly string[]) => labels.slice(0, count);
const distinct = (labels: readonly string[]) => [...new Set(labels)];

describe('at the top of a file', () => {
    it.each([['an empty file', '|'], ['a word', '部|'], ['a file of comments', '// 说明\n|'], ['behind a declaration', `${project('')}\n|`], ['before one', `|\n${project('')}`]])('declarations are offered in %s', (_, text) => {
        expect(distinct(completeAt(text).labels)).toEqual(['部门', '项目', '指标体系', '指标库']);
    });

    it('a whole department is made from the form and the taxonomy', () => {
        const completion = completeAt('|');
        const text = completion.accept(completion.item('部门', '（整块）'));
        expect(text).toContain('部门 "‹1:部门名称›" {\n\t年度 ‹2|2025,2026,2024|›\n');
        for (const word of [...SECTIONS, '拟用于对下转移支付资金 ‹', '总体绩效目标 """', '重点任务 "‹', ...OUTPUTS.map((name) => `\t\t\t${name} "‹`), '‹24|经济效益指标,社会效益指标,生态效益指标,可持续影响指标|›']) expect(text).toContain(word);
        expect(text).not.toMatch(/[ \t]\n/);
    });

    it('a whole project chooses among the departments there are', () => {
        const completion = completeAt('|', { others: { 'file:///d.ptarget': department('年度 2025') + '部门 "院" {\n}\n' } });
        expect(completion.accept(completion.item('项目', '（整块）'))).toContain('项目 "‹1:项目名称›" 属于 "‹2|局,院|›" {');
    });

    it('a taxonomy begins as a copy of the one in force', () => {
        const completion = completeAt('|');
        expect(completion.accept(completion.item('指标体系', '（整块）'))).toContain('\t效益指标 代码 2 必填 {\n\t\t经济效益指标 代码 21\n');
    });

    it('the year turns with the season in which budgets are made', () => {
        const inAutumn = completeAt(project('年度 |'), { today: new Date(2025, 8, 1) });
        expect(inAutumn.labels).toEqual(['2026', '2025', '2027']);
        expect(completeAt(project('年度 |'), { today: new Date(2025, 2, 1) }).labels).toEqual(['2025', '2026', '2024']);
    });

    it('editors without snippets get plain text', () => {
        const completion = completeAt('|', { abilities: PLAIN });
        const item = completion.item('部门', '（整块）');
        expect(item.insertTextFormat).toBe(1);
        expect(completion.accept(item)).toContain('部门 "部门名称" {\n    年度 2025\n');
    });
});

describe('in a department', () => {
    it('what is missing is offered in the order of the form', () => {
        expect(distinct(completeAt(department('|')).labels)).toEqual(['年度', '指标体系', '金额单位', ...SECTIONS, '总体绩效目标', '重点任务', '其他任务', '绩效指标', '项目']);
        expect(distinct(completeAt(department('年度 2025\n    收入来源 {\n    }\n    总体绩效目标 "…"\n    |')).labels))
            .toEqual(['指标体系', '金额单位', '部门预算支出', '事业发展性支出', '按预算级次划分', '重点任务', '其他任务', '绩效指标', '项目']);
    });

    it('what may be repeated comes after what is missing', () => {
        const { labels } = completeAt(department('年度 2025\n    重点任务 "一" {\n    }\n    |'));
        expect(labels.at(-1)).toBe('重点任务');
    });

    it('the same holds between and behind its projects', () => {
        for (const text of ['项目 "一" {\n        年度 2025\n    }\n    |', '年度 2025\n    项目 "一" {\n    }\n    |\n    项目 "二" {\n    }', '年度 2025\n    项目 "一" {\n    }\n    总|']) {
            const { labels } = completeAt(department(text));
            expect(labels, text).toContain('总体绩效目标');
            expect(labels, text).not.toContain('部门');
            expect(labels.includes('年度'), text).toBe(!text.startsWith('年度'));
        }
    });

    it('budget sections come with the lines of the form', () => {
        const completion = completeAt(department('sr|'));
        expect(completion.shown()[0]).toBe('收入来源');
        expect(completion.accept(completion.item('收入来源'))).toBe(department('收入来源 {\n\t财政拨款 ‹1:0.00›\n\t其他资金 ‹2:0.00›\n}'));
    });

    it('lines of a section are those that are missing, the printed ones first', () => {
        const { labels } = completeAt(department('收入来源 {\n        财政拨款 3\n        |\n    }'));
        expect(labels[0]).toBe('其他资金');
        expect(labels).toContain('上年结转');
        expect(labels).not.toContain('财政拨款');
        expect(completeAt(department('按预算级次划分 {\n        |\n    }')).labels[0]).toBe('区本级使用资金');
        expect(completeAt(department('不知道 {\n        |\n    }')).labels).toEqual([]);
    });

    it('a key task has its three entries', () => {
        expect(completeAt(department('重点任务 "一" {\n        |\n    }')).labels).toEqual(['资金', '内容', '目标']);
        expect(completeAt(department('重点任务 "一" {\n        资金 3\n        内|\n        目标 "…"\n    }')).labels).toEqual(['内容']);
    });

    it('a department is called as projects call it', () => {
        const others = { 'file:///p.ptarget': '项目 "一" 属于 "市监局" {\n}\n' };
        expect(completeAt('部门 "|"', { others }).labels).toEqual(['市监局']);
        expect(completeAt('部门 |', { others }).labels).toEqual(['市监局']);
    });

    it('taxonomies are offered, the one in force first', () => {
        const others = { 'file:///t.ptarget': '指标体系 "本市" {\n}\n' };
        expect(completeAt(department('指标体系 "|"'), { others }).labels).toEqual(['财预〔2015〕88号', '财预〔2021〕101号', '本市']);
        const completion = completeAt(department('指标体系 cy|'), { others });
        expect(completion.accept(completion.items[0]!)).toBe(department('指标体系 "财预〔2015〕88号"'));
    });
});

describe('in a project', () => {
    it('what is missing is offered in the order of the form', () => {
        expect(distinct(completeAt(project('|')).labels)).toEqual(['年度', '金额单位', '资金使用单位', '实施周期', '资金', '绩效目标', '绩效指标']);
        expect(distinct(completeAt(project('资金 {\n    }\n    |\n    绩效目标 "…"')).labels)).toEqual(['年度', '金额单位', '资金使用单位', '实施周期', '绩效指标']);
    });

    it('an entry under the cursor is not there yet', () => {
        expect(completeAt(project('绩效指标| {\n    }')).labels).toContain('绩效指标');
        expect(completeAt(project('绩效指标| {\n    }')).item('绩效指标').textEdit).toMatchObject({ newText: '绩效指标' });
    });

    it('head: 属于 and the departments', () => {
        const others = { 'file:///d.ptarget': department('年度 2025') };
        expect(completeAt('项目 "甲" |', { others }).labels).toEqual(['属于']);
        for (const [typed, accepted] of [['|', '"局"'], ['"|"', '"局"'], ['"|', '"局"'], ['“局|”', '“局”'], ['ju|', '"局"'], ['局| {\n}', '"局" {\n}']] as const) {
            const completion = completeAt(`项目 "甲" 属于 ${typed}`, { others });
            expect(completion.labels, typed).toEqual(['局']);
            expect(completion.item('局').labelDetails?.description).toBe('2025');
            expect(completion.accept(completion.items[0]!), typed).toBe(`项目 "甲" 属于 ${accepted}`);
        }
    });

    it('sources of funds, and what they make', () => {
        const funds = (line: string) => project(`资金 {\n        财政拨款 3.5\n        ${line}\n    }`);
        expect(first(3, completeAt(funds('|')).labels)).toEqual(['财政专户拨款', '其他资金', '总计']);
        const completion = completeAt(funds('zj|'));
        expect(completion.shown()[0]).toBe('总计');
        expect(completion.accept(completion.item('总计'))).toBe(funds('总计 ‹1:3.50›'));
        expect(completeAt(funds('总计 |')).labels).toEqual(['3.50']);
        expect(completeAt(funds('其他资金 |')).labels).toEqual([]);
        expect(completeAt(funds('其他资金 3|')).labels).toEqual(['万元', '元', '亿元']);
        const unit = completeAt(funds('其他资金 3,000.5万|'));
        expect(unit.shown()).toEqual(['万元']);
        expect(unit.accept(unit.item('元'))).toBe(funds('其他资金 3,000.5元'));
    });

    it('the unit that uses the money, as other projects call it', () => {
        const others = { 'file:///o.ptarget': '项目 "乙" 属于 "局" {\n    资金使用单位 "局本级"\n}\n' };
        expect(completeAt(project('资金使用单位 "|"'), { others }).labels).toEqual(['局本级']);
        expect(completeAt(project('资金使用单位 "局|"')).labels).toEqual([]);
    });

    it('units of money, years, periods', () => {
        expect(completeAt(project('金额单位 |')).labels).toEqual(['万元', '元']);
        expect(completeAt(project('实施周期 |')).labels[0]).toBe('2025~2027');
        expect(completeAt(project('实施周期 2024~|')).labels[0]).toBe('2026');
        expect(completeAt(project('年度 20|')).item('2026').textEdit).toMatchObject({ newText: '2026', range: { start: { character: 7 }, end: { character: 9 } } });
        const others = { 'file:///d.ptarget': department('年度 2023') };
        expect(completeAt('项目 "甲" 属于 "局" {\n    年度 |\n}', { others }).labels[0]).toBe('2023');
    });

    it('the goal is a text of several lines', () => {
        const completion = completeAt(project('绩效目标 |'));
        expect(completion.accept(completion.item('"""'))).toBe(project('绩效目标 """\n\t‹1›\n"""'));
        expect(completeAt(project('jxmb|')).shown()[0]).toBe('绩效目标');
    });
});

describe('categories', () => {
    it('of tier one: the required that are missing first', () => {
        const none = completeAt(inIndicators('|'));
        expect(none.labels).toEqual(['产出指标', '效益指标', '满意度指标']);
        expect(none.item('产出指标').labelDetails).toEqual({ detail: ' 1', description: '必填，还没有' });
        const some = completeAt(inIndicators('产出指标 {\n            数量指标 "一" 1次\n        }\n        |'));
        expect(some.labels).toEqual(['效益指标', '满意度指标', '产出指标']);
        expect(completeAt(inIndicators('满意度指标 不适用 "…"\n        |')).labels).toEqual(['产出指标', '效益指标', '满意度指标']);
        expect(none.accept(none.item('产出指标'))).toBe(inIndicators('产出指标 {\n\t‹0›\n}'));
        expect(none.item('产出指标').command?.command).toBe('editor.action.triggerSuggest');
    });

    it('a tier one that does not apply', () => {
        const completion = completeAt(inIndicators('满意度指标 |'));
        expect(completion.labels).toEqual(['不适用']);
        expect(completion.accept(completion.items[0]!)).toBe(inIndicators('满意度指标 不适用 "‹1:本项目无服务对象›"'));
        expect(completeAt(inIndicators('满意度指标 不适用 "|"')).labels).toContain('本项目无服务对象');
        expect(completeAt(inIndicators('效益指标 不适用 |')).labels).toEqual(['本项目不产生此类效益']);
    });

    it('of tier two: its own first, the missing before the present, the others later', () => {
        const own = completeAt(inOutputs('|'));
        expect(first(4, own.labels)).toEqual(OUTPUTS);
        expect(own.labels.indexOf('社会效益指标')).toBeGreaterThan(own.labels.indexOf('成本指标'));
        expect(own.item('社会效益指标').labelDetails?.description).toBe('属于效益指标');
        expect(first(4, completeAt(inOutputs('数量指标 "一" 1次\n            |')).labels)).toEqual(['质量指标', '时效指标', '成本指标', '数量指标']);
        expect(completeAt(inIndicators('效益指标 {\n            |\n        }')).labels[0]).toBe('经济效益指标');
        expect(completeAt(inIndicators('效益 {\n            |\n        }')).labels[0]).toBe('经济效益指标');
    });

    it('with code, definition and source', () => {
        const item = completeAt(inOutputs('|')).item('质量指标');
        expect(item.labelDetails?.detail).toBe(' 12');
        expect(item.documentation).toEqual({ kind: 'markdown', value: '**质量指标**（代码 12）\n\n反映产品或服务达到的标准、水平和效果，一般是比率，如验收合格率 ≥95%。\n\n出处：财预〔2015〕88号' });
        expect(completeAt(inOutputs('|'), { language: 'en' }).item('质量指标').labelDetails?.description).toBe('missing');
        expect(completeAt(inOutputs('|'), { abilities: PLAIN }).item('质量指标').documentation).toContain('质量指标（代码 12）');
    });

    it('of the taxonomy that the department names', () => {
        const text = `部门 "局" {\n    指标体系 "财预〔2021〕101号"\n    项目 "甲" {\n        绩效指标 {\n            |\n        }\n    }\n}\n`;
        expect(completeAt(text).labels).toEqual(['产出指标', '效益指标', '满意度指标', '成本指标']);
        expect(first(3, completeAt(text.replace('|', '成本指标 {\n                |\n            }')).labels)).toEqual(['经济成本指标', '社会成本指标', '生态环境成本指标']);
        const own = { 'file:///t.ptarget': '指标体系 "财预〔2021〕101号" {\n    自定指标 代码 9 {\n    }\n}\n' };
        expect(completeAt('指标体系 "本市" {\n    自定指标 代码 9 必填 {\n        甲类指标 代码 91\n    }\n}\n部门 "局" {\n    指标体系 "本市"\n    绩效指标 {\n        自定指标 {\n            |\n        }\n    }\n}\n', { others: own }).labels[0]).toBe('甲类指标');
    });

    it.each([['slzb', '数量指标'], ['zlzb', '质量指标'], ['数', '数量指标'], ['cb', '成本指标'], ['指标', '数量指标'], ['shuliang', '数量指标'], ['效益', '经济效益指标']])('%s shows %s first', (typed, label) => {
        const completion = completeAt(inOutputs(`${typed}|`));
        expect(completion.shown()[0]).toBe(label);
        expect(completion.accept(completion.item(label))).toBe(inOutputs(`${label} "‹1›"`));
    });

    it.each([['myd', '满意度指标 {\n            |\n        }'], ['fwdx', '满意度指标 {\n            |\n        }'], ['manyidu', '满意度指标 {\n            |\n        }']])('%s shows the category before the lines that libraries offer', (typed, place) => {
        const { labels } = completeAt(inIndicators(place));
        expect(labels).toContain('群众满意度');
        expect(completeAt(inIndicators(place.replace('|', `${typed}|`))).shown()[0]).toBe('服务对象满意度指标');
    });

    it('only the word is changed where something follows on the line', () => {
        const completion = completeAt(inOutputs('sl| "一" 3次'));
        expect(completion.accept(completion.item('数量指标'))).toBe(inOutputs('数量指标 "一" 3次'));
        const before = completeAt(inOutputs('zl|数量指标 "一" 3次'));
        expect(before.accept(before.item('质量指标'))).toBe(inOutputs('质量指标 "一" 3次'));
        expect(completeAt(inOutputs('数量指标 | "一" 3次')).labels).toEqual([]);
        const within = completeAt(inOutputs('数|量指标 "一" 3次'));
        expect(within.accept(within.item('质量指标'))).toBe(inOutputs('质量指标 "一" 3次'));
    });

    it('in a taxonomy and in a library of one’s own', () => {
        expect(completeAt('指标体系 "我" {\n    |\n}\n').labels).toEqual(['权重', '成本指标', '产出指标', '效益指标', '满意度指标']);
        expect(completeAt('指标体系 "我" {\n    产出指标 {\n        |\n    }\n}\n').labels).toContain('数量指标');
        expect(completeAt('指标体系 "我" {\n    产出指标 |\n}\n').labels).toEqual(['代码', '简称', '必填']);
        const library = completeAt('指标库 "我" {\n    产出指标 {\n        |\n    }\n}\n');
        expect(first(4, library.labels)).toEqual(OUTPUTS);
        expect(library.labels).not.toContain('培训场次');
    });
});

describe('comments', () => {
    it('take the names of rules, those that found something first', () => {
        const completion = completeAt('// ptarget-ignore |\n项目 "甲" {\n    资金 {\n        财政拨款 1\n    }\n}\n');
        expect(completion.labels[0]).toMatch(/^(missing|project|too-few)/);
        expect(completion.labels).toContain('budget-unbalanced');
        expect(completion.accept(completion.item('missing-satisfaction'))).toContain('// ptarget-ignore missing-satisfaction：‹1:原因›\n');
        const half = completeAt('// ptarget-ignore-file missing-sat|x：原因\n');
        expect(half.accept(half.item('missing-satisfaction'))).toBe('// ptarget-ignore-file missing-satisfaction：原因\n');
        expect(completeAt('// ptarget-ignore 满意|\n').labels).toEqual([]);
        expect(completeAt('// ptarget-ignore missing-sat|\n').shown()[0]).toBe('missing-satisfaction');
    });

    it('take the word itself', () => {
        const completion = completeAt(project('// pt|'));
        expect(completion.labels).toEqual(['ptarget-ignore', 'ptarget-ignore-file']);
        expect(completion.accept(completion.item('ptarget-ignore'))).toBe(project('// ptarget-ignore '));
        expect(completeAt(project('年度 2025 // ptarget-ignore |')).labels).toContain('missing-goal');
    });

    it.each([['// 说明|'], ['// 年|度'], ['/* 年| */'], ['/* 年|'], ['年度 2025 // 年|'], ['// ptarget-ignore missing-goal：因为|']])('take nothing else: %s', (comment) => {
        expect(completeAt(project(comment)).labels).toEqual([]);
    });
});

describe('nothing is offered', () => {
    it.each([
        ['in a text block', project('绩效目标 """\n        年|\n    """')],
        ['in an open text block', project('绩效目标 """年|')],
        ['in the text of a goal', project('绩效目标 "年|"')],
        ['in the name of a project', '项目 "年|" {\n}\n'],
        ['in the words of a value', inOutputs('数量指标 "一" "年|"')],
        ['in a block whose head cannot be read', project('不是 {\n        产出指标 {\n            |\n        }\n    }')],
    ])('%s', (_, text) => {
        expect(completeAt(text).labels).toEqual([]);
    });
});

describe('while the text is broken', () => {
    it.each([
        ['braces that are not closed', '项目 "甲" {\n    绩效指标 {\n        产出指标 {\n            slzb|'],
        ['a broken line above', inOutputs('数量指标 "一" ≥3 次 以上\n            slzb|')],
        ['an open string above', inOutputs('数量指标 "一 3次\n            slzb|')],
        ['a broken line below', inOutputs('slzb|\n            质量指标 》》 "二')],
        ['an open string below', inOutputs('slzb|\n            质量指标 "二')],
        ['a name without quotes', inOutputs('数量指标 一 3次\n            slzb|')],
        ['full-width punctuation', inOutputs('数量指标 “一” ＞３次\n            slzb|').replace('项目 "甲" {', '项目　＂甲＂　｛')],
        ['another block above', `项目 "乙" {\n    绩效 {\n}\n${inOutputs('slzb|')}`],
        ['Windows line ends', inOutputs('slzb|').replaceAll('\n', '\r\n')],
    ])('%s', (_, text) => {
        const completion = completeAt(text);
        expect(completion.shown()[0]).toBe('数量指标');
        expect(completion.accept(completion.item('数量指标'))).toContain('数量指标 "‹1›"');
    });

    it('the name of an indicator in a string that is not closed', () => {
        const completion = completeAt('项目 "甲" {\n    绩效指标 {\n        产出指标 {\n            数量指标 "培训|');
        expect(completion.shown()).toContain('培训场次');
        expect(completion.accept(completion.item('培训场次'))).toMatch(/数量指标 "培训场次" {2}≥‹1:10›场次$/);
    });
});

describe('by themselves', () => {
    const answered = (text: string, trigger: string) => completeAt(text, { trigger }).labels.length > 0;

    it('a blank asks only where something has to follow', () => {
        const others = { 'file:///d.ptarget': department('年度 2025') };
        expect(answered(inOutputs('数量指标 |'), ' ')).toBe(true);
        expect(answered(inOutputs('数量指标 "一" |'), ' ')).toBe(true);
        expect(answered(project('年度 |'), ' ')).toBe(true);
        expect(answered('// ptarget-ignore |\n', ' ')).toBe(true);
        expect(completeAt('项目 "甲" 属于 |', { others, trigger: ' ' }).labels).toEqual(['局']);
        for (const text of [inOutputs(' |'), inOutputs('数量指标 "一" 3次 |'), '项目 "甲" |', project(' |'), inOutputs('数量指标 "一 |"'), ' |', project('绩效目标 """ | """'), inOutputs('数量指标\n     |'), '// 说 |\n']) {
            expect(answered(text, ' '), text).toBe(false);
        }
    });

    it('a quote asks for names only', () => {
        expect(answered(inOutputs('数量指标 "|"'), '"')).toBe(true);
        expect(answered(inOutputs('数量指标 “|”'), '“')).toBe(true);
        for (const text of [inOutputs('数量指标 "一"|'), project('绩效目标 "|"'), project('绩效目标 "|"""'), '// "|\n', '// ptarget-ignore missing-goal："|']) expect(answered(text, '"'), text).toBe(false);
    });
});
