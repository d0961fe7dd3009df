import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextDocumentEdit } from 'vscode-languageserver';
import { refactoringsAt } from '../../language-server/features/refactorings.js';
import { applyTextEdits } from '../../language-server/workspace/edits.js';
import { Workspace } from '../../language-server/workspace/workspace.js';
import { BAIYUN, NANSHA, placeIn, sessionOf, uriOf } from './session-of.js';

/** The refactorings offered in front of `‸`, by their titles, each with the text that it leads to. */
function offered(text: string, marked: string): Map<string, string> {
    const session = sessionOf({ a: text });
    const { position } = placeIn({ a: text }, 'a', marked);
    const document = session.workspace.document(uriOf('a'))!;
    return new Map(refactoringsAt(session, uriOf('a'), position).map(({ title, edit }) => {
        const edits = (edit!.documentChanges as TextDocumentEdit[]).flatMap((change) => change.edits) as { range: never; newText: string }[];
        return [title, applyTextEdits(text, edits, (at) => document.offsetAt(at))];
    }));
}

function project(indicators: string): string {
    return `项目 "甲" {\n    绩效指标 {\n${indicators.split('\n').map((line) => (line === '' ? '' : `        ${line}`)).join('\n')}\n    }\n}\n`;
}

describe('sorting', () => {
    const MIXED = project(`效益指标 {
    社会效益指标 "乙"  1%
}
// 产出在后
产出指标 {
    时效指标 "丙"  1天  // 丙的说明
    // 甲的说明
    // 两行
    数量指标 "甲"  1次 {
        说明 "怎么数"
    }

    自拟指标 "丁"  1次
    质量指标 "乙"  1%
    数量指标 "甲二"  1次
    // 末尾
}`);

    it('puts the lines of a block into the order of the taxonomy, with their comments', () => {
        expect(offered(MIXED, '‸时效指标').get('按官方次序排列“产出指标”的各行')).toBe(project(`效益指标 {
    社会效益指标 "乙"  1%
}
// 产出在后
产出指标 {
    // 甲的说明
    // 两行
    数量指标 "甲"  1次 {
        说明 "怎么数"
    }
    数量指标 "甲二"  1次

    质量指标 "乙"  1%
    时效指标 "丙"  1天  // 丙的说明
    自拟指标 "丁"  1次
    // 末尾
}`));
    });

    it('puts all blocks into it', () => {
        expect(offered(MIXED, '绩效‸指标').get('按官方次序排列全部指标')).toBe(project(`// 产出在后
产出指标 {
    // 甲的说明
    // 两行
    数量指标 "甲"  1次 {
        说明 "怎么数"
    }
    数量指标 "甲二"  1次

    质量指标 "乙"  1%
    时效指标 "丙"  1天  // 丙的说明
    自拟指标 "丁"  1次
    // 末尾
}
效益指标 {
    社会效益指标 "乙"  1%
}`));
    });

    it('is not offered where nothing would change', () => {
        expect([...offered(NANSHA, '‸数量指标 "专利转让许可次数"').keys()].filter((title) => title.includes('次序'))).toEqual([]);
    });

    it('is not offered where lines cannot change places, or cannot be read', () => {
        const crowded = project('产出指标 { 质量指标 "乙" 1% 数量指标 "甲" 1次 }');
        expect([...offered(crowded, '‸质量指标').keys()].filter((title) => title.includes('次序'))).toEqual([]);
        const broken = project('产出指标 {\n质量指标 "乙" 1%\n数量指标 "甲 1次\n数量指标 "丙" 1次\n}');
        expect([...offered(broken, '‸质量指标').keys()].filter((title) => title.includes('次序'))).toEqual([]);
    });

    it('changes nothing but the order, in every project of the example', () => {
        const session = sessionOf({ a: BAIYUN });
        const document = session.workspace.document(uriOf('a'))!;
        const indicatorsIn = (text: string) => text.split('\n').map((line) => line.trim()).sort();
        for (const block of document.blocks) {
            const [group] = block.declaration?.kind === 'project' ? block.declaration.indicators?.groups ?? [] : [];
            if (!group) continue;
            for (const { title, edit } of refactoringsAt(session, uriOf('a'), block.positionAt(group.origin.start))) {
                if (!title.includes('次序')) continue;
                const [change] = edit!.documentChanges as TextDocumentEdit[];
                const after = applyTextEdits(BAIYUN, change!.edits as { range: never; newText: string }[], (at) => document.offsetAt(at));
                expect(indicatorsIn(after)).toEqual(indicatorsIn(BAIYUN));
            }
        }
    });
});

describe('moving a line to another category', () => {
    const TEXT = project(`产出指标 {
    数量指标 "食品抽检及时率"  95%
    数量指标 "次数"  1次
}
满意度指标 {
    服务对象满意度指标 "满意度"  90%
}`);

    const targets = (text: string, marked: string) => [...offered(text, marked).keys()].filter((title) => title.startsWith('改列'));

    it('offers the category that the name speaks for', () => {
        expect(targets(TEXT, '‸数量指标 "食品')).toEqual(['改列“时效指标”']);
        expect(targets(TEXT.replace('食品抽检及时率', '参训人员满意度'), '‸数量指标 "参训')).toEqual(['改列“服务对象满意度指标”']);
    });

    it('offers the category that the name is known under, in a library or in another project', () => {
        expect(targets(TEXT.replace('数量指标 "次数"', '质量指标 "培训人次"'), '‸质量指标 "培训')).toEqual(['改列“数量指标”']);
        const other = project('效益指标 {\n    社会效益指标 "次数"  1次\n}').replace('"甲"', '"乙"');
        expect(targets(TEXT + other, '‸数量指标 "次数"')).toEqual(['改列“社会效益指标”']);
    });

    it('offers the others of its tier one where the name says nothing, and nothing where there are none', () => {
        expect(targets(TEXT, '‸数量指标 "次数"')).toEqual(['改列“质量指标”', '改列“时效指标”', '改列“成本指标”']);
        expect(targets(TEXT, '‸服务对象满意度指标')).toEqual([]);
    });

    it('changes the word, or moves the line', () => {
        expect(offered(TEXT, '‸数量指标 "食品').get('改列“时效指标”')).toBe(TEXT.replace('数量指标 "食品', '时效指标 "食品'));
        const misplaced = TEXT.replace('食品抽检及时率', '参训人员满意度');
        expect(offered(misplaced, '‸数量指标 "参训').get('改列“服务对象满意度指标”')).toBe(project(`产出指标 {
    数量指标 "次数"  1次
}
满意度指标 {
    服务对象满意度指标 "满意度"  90%
    服务对象满意度指标 "参训人员满意度"  95%
}`));
    });
});

describe('converting amounts', () => {
    const DEPARTMENT = `部门 "甲" {
    年度 2024
    收入来源 {
        财政拨款  9,764.880001
        其他资金  0.33亿元
    }
    重点任务 "一" {
        资金 835.80
    }
    项目 "乙" {
        资金 {
            财政拨款  1.50
        }
    }
    项目 "丙" {
        金额单位 万元
        资金 {
            财政拨款  1.50
        }
    }
}
`;

    it('writes a section in another unit, to the last digit', () => {
        const titles = offered(DEPARTMENT, '‸财政拨款  9');
        expect(titles.get('把“收入来源”的金额改写为元')).toBe(DEPARTMENT.replace('9,764.880001', '97,648,800.01元').replace('0.33亿元', '33,000,000.00元'));
        expect(titles.get('把“收入来源”的金额改写为万元')).toBe(DEPARTMENT.replace('0.33亿元', '3,300.00'));
    });

    it('writes a department in another unit, with the projects that take theirs from it', () => {
        expect(offered(DEPARTMENT, '部门‸').get('金额改用元（金额单位 元）')).toBe(`部门 "甲" {
    年度 2024
    金额单位 元
    收入来源 {
        财政拨款  97,648,800.01
        其他资金  33,000,000.00
    }
    重点任务 "一" {
        资金 8,358,000.00
    }
    项目 "乙" {
        资金 {
            财政拨款  15,000.00
        }
    }
    项目 "丙" {
        金额单位 万元
        资金 {
            财政拨款  1.50
        }
    }
}
`);
    });

    it('is not offered where some amount is not understood', () => {
        expect([...offered(DEPARTMENT.replace('835.80', '835.80 万'), '部门‸').keys()].filter((title) => title.startsWith('金额'))).toEqual([]);
        expect([...offered(DEPARTMENT.replace('1.50', '1.50 乱'), '部门‸').keys()].filter((title) => title.startsWith('金额'))).toEqual([]);
        expect([...offered(DEPARTMENT.replace('其他资金 ', '财政拨款 '), '部门‸').keys()].filter((title) => title.startsWith('金额'))).toEqual([]);
    });

    it('there and back gives every amount again', () => {
        const amount = fc.tuple(fc.nat(99_999_999), fc.nat(999_999)).map(([whole, fraction]) => `${whole}.${String(fraction).padStart(6, '0')}`);
        fc.assert(fc.property(fc.array(amount, { minLength: 1, maxLength: 4 }), (amounts) => {
            const text = `项目 "甲" {\n    资金 {\n${amounts.map((each, index) => `        来源${'一二三四'[index]}  ${each}\n`).join('')}    }\n}\n`;
            const there = offered(text, '项目‸').get('金额改用元（金额单位 元）')!;
            const back = offered(there, '项目‸').get('金额改用万元（金额单位 万元）')!;
            expect(amountsOf(back)).toEqual(amountsOf(text));
            expect(amountsOf(there)).toEqual(amountsOf(text));
        }), { numRuns: 100 });
    });
});

function amountsOf(text: string): string[] {
    const declaration = new Workspace().open('file:///a.ptarget', text).blocks[0]!.declaration;
    return declaration?.kind === 'project' ? declaration.funds!.lines.map(({ amount }) => amount!.value.printExactly()) : [];
}
