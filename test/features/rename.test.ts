import fc from 'fast-check';
import { ResponseError, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { prepareRenameAt, renameAt } from '../../language-server/features/rename.js';
import { rangeOf } from '../../language-server/domain/origin.js';
import { applyTextEdits, glimpseNames } from '../../language-server/index.js';
import type { Session } from '../../language-server/session.js';
import { nameAt, placesInFile, placesOf, type NamePlace } from '../../language-server/workspace/name-places.js';
import { RUNS } from '../reliability/runs.js';
import { generatedWorkspace } from './generated-workspace.js';
import { BAIYUN, NANSHA, placeIn, sessionOf, textAt, uriOf } from './session-of.js';

type Files = Readonly<Record<string, string>>;

function applied(files: Files, session: Session, edit: WorkspaceEdit): Files {
    const after: Record<string, string> = { ...files };
    for (const { textDocument: { uri }, edits } of edit.documentChanges as TextDocumentEdit[]) {
        const name = uri.slice('file:///'.length, -'.ptarget'.length);
        after[name] = applyTextEdits(files[name]!, edits as Parameters<typeof applyTextEdits>[1], (position) => session.workspace.document(uri)!.offsetAt(position));
    }
    return after;
}

function rename(files: Files, name: string, marked: string, newName: string): Files | string {
    const session = sessionOf(files);
    const answer = renameAt(session, { ...placeIn(files, name, marked), newName });
    if (answer instanceof ResponseError) return answer.message;
    if (!answer) throw new Error('nothing to rename');
    return applied(files, session, answer);
}

const SMALL: Files = {
    a: '部门 "甲" {\n    年度 2024\n    指标体系 “自己的”\n}\n项目 "一" 属于 “甲” {\n    绩效指标 {\n        产出 {\n            数量指标 "次数" 1次\n            数量 "人数" 1人\n        }\n    }\n}\n',
    b: '项目 "二" 属于 ＂甲＂ { }\n项目 "一" { }\n指标体系 "自己的" {\n    产出指标 {\n        数量指标 "多少"\n        质量指标 "好坏"\n    }\n}\n',
};

describe('rename', () => {
    it('changes every place of a department in all files and leaves the quotes', () => {
        expect(rename(SMALL, 'a', '属于 “‸甲”', '甲（新）')).toEqual({
            a: SMALL.a!.replace('部门 "甲"', '部门 "甲（新）"').replace('属于 “甲”', '属于 “甲（新）”'),
            b: SMALL.b!.replace('＂甲＂', '＂甲（新）＂'),
        });
    });

    it('takes the other quotes where the new name holds those at hand', () => {
        const { a, b } = rename(SMALL, 'a', '部门 "‸甲"', '甲"新"局') as Record<string, string>;
        expect(a).toContain('部门 “甲"新"局” {');
        expect(b).toContain('属于 “甲"新"局” {');
        const other = rename(SMALL, 'a', '部门 "‸甲"', '甲“新”局') as Record<string, string>;
        expect(other.a).toContain('属于 "甲“新”局" {');
    });

    it('changes categories with their references, which keep or leave out 指标 as before', () => {
        const { a, b } = rename(SMALL, 'b', '数量‸指标 "多少"', '产量指标') as Record<string, string>;
        expect(b).toContain('产量指标 "多少"');
        expect(a).toContain('产量指标 "次数"');
        expect(a).toContain('产量 "人数"');
    });

    it('declares 指标 again where it was typed over at a place that leaves it out', () => {
        const { a, b } = rename(SMALL, 'a', '数‸量 "人数"', '产量') as Record<string, string>;
        expect(b).toContain('产量指标 "多少"');
        expect(a).toContain('产量指标 "次数"');
        expect(a).toContain('产量 "人数"');
    });

    it('changes taxonomies and single projects', () => {
        expect((rename(SMALL, 'a', '“自己‸的”', '新的') as Record<string, string>).b).toContain('指标体系 "新的" {');
        expect(rename(SMALL, 'a', '项目 "‸一"', '三')).toEqual({ ...SMALL, a: SMALL.a!.replace('项目 "一"', '项目 "三"') });
    });

    it('changes the department of a published table in one go', () => {
        const { baiyun } = rename({ baiyun: BAIYUN }, 'baiyun', '部门 "广‸州', '新局') as Record<string, string>;
        expect(baiyun!.match(/属于 "新局"/g)).toHaveLength(37);
    });

    it.each([
        ['taken', '项目 "一" 属于 “‸甲”', 'a', '乙', /已有部门/],
        ['referred to', '项目 "一" 属于 “‸甲”', 'a', '丙', /已有部门/],
        ['empty', '部门 "‸甲"', 'a', '  ', /不能为空/],
        ['of two lines', '部门 "‸甲"', 'a', '甲\n乙', /一行/],
        ['with both quotes', '部门 "‸甲"', 'a', '甲"”乙', /引号/],
        ['too long', '部门 "‸甲"', 'a', '长'.repeat(1001), /1000/],
        ['a keyword', '数量‸指标 "多少"', 'b', '年度', /不合写法/],
        ['a keyword where 指标 is left out', '数‸量 "人数"', 'a', '年度', /不合写法/],
        ['no identifier', '数量‸指标 "多少"', 'b', '数量 指标', /不合写法/],
        ['a number', '数量‸指标 "多少"', 'b', '1数量', /不合写法/],
        ['full-width', '数量‸指标 "多少"', 'b', 'Ａ类', /不合写法/],
        ['taken in the taxonomy', '数量‸指标 "多少"', 'b', '质量', /已有/],
        ['a built-in taxonomy', '“自己‸的”', 'a', '财预〔2015〕88号', /已有指标体系/],
    ])('refuses a name that is %s', (_, marked, name, newName, reason) => {
        const files = { ...SMALL, c: '部门 "乙" { 年度 2024 }\n项目 "五" 属于 "丙" { }\n' };
        expect(rename(files, name, marked, newName)).toMatch(reason);
    });

    it('waits for the files that may have the name too', () => {
        const session = sessionOf(SMALL);
        const answers = (marked: string, newName = '丁') => {
            const answer = renameAt(session, { ...placeIn(SMALL, 'a', marked), newName });
            return answer instanceof ResponseError ? answer.message : 'renamed';
        };
        session.workspace.expect(uriOf('c'), glimpseNames('项目 "五" 属于 "甲" { }\n'));
        session.workspace.expect(uriOf('d'), glimpseNames('项目 "五" 属于 "乙" { }\n'));
        for (const marked of ['部门 "‸甲"', '“自己‸的”']) {
            expect(answers(marked)).toMatch(/还没有读完/);
            expect(prepareRenameAt(session, placeIn(SMALL, 'a', marked))).toMatchObject({ message: expect.stringMatching(/还没有读完/) as string });
        }
        session.workspace.expectNoMore(uriOf('c'));
        expect(answers('部门 "‸甲"')).toBe('renamed');
        expect(answers('部门 "‸甲"', '乙')).toMatch(/已有部门/);
        expect(answers('“自己‸的”')).toMatch(/还没有读完/);
        session.workspace.expectNoMore(uriOf('d'));
        expect(answers('“自己‸的”')).toBe('renamed');
    });

    it('refuses a project’s name that another project of the department has', () => {
        const files = { a: '部门 "甲" {\n    年度 2024\n    项目 "一" { }\n    项目 "二" { }\n}\n部门 "乙" {\n    年度 2024\n    项目 "三" { }\n}\n' };
        expect(rename(files, 'a', '项目 "‸一"', '二')).toMatch(/这个部门已有项目/);
        expect(rename(files, 'a', '项目 "‸一"', '三')).toMatchObject({ a: expect.stringContaining('项目 "三" { }\n    项目 "二"') as string });
    });

    it('does not touch what is official, and says so before anything is typed', () => {
        const session = sessionOf({ nansha: NANSHA });
        const place = placeIn({ nansha: NANSHA }, 'nansha', '质量‸指标 "食品抽检完成率"');
        expect((prepareRenameAt(session, place) as ResponseError).message).toMatch(/官方指标分类/);
        expect(rename({ nansha: NANSHA }, 'nansha', '质量‸指标 "食品抽检完成率"', '品质指标')).toMatch(/官方指标分类/);
        expect(prepareRenameAt(session, placeIn({ nansha: NANSHA }, 'nansha', '基本‸支出'))).toBeNull();
    });

    it('offers the name without its quotes', () => {
        const prepared = prepareRenameAt(sessionOf(SMALL), placeIn(SMALL, 'a', '属于 “‸甲”')) as { range: Parameters<typeof textAt>[1]; placeholder: string };
        expect([textAt(SMALL.a!, prepared.range), prepared.placeholder]).toEqual(['甲', '甲']);
    });

    it('leaves declarations where they are, whatever a name holds', () => {
        const files = { a: '部门 "甲" {\n年度 2024\n指标体系 "自己的"\n项目 "一" {\n}\n}\n' };
        const { a } = rename(files, 'a', '项目 "‸一"', '从属于甲的') as Record<string, string>;
        const { a: both } = rename({ a: a! }, 'a', '指标体系 "‸自己的"', '{') as Record<string, string>;
        const blocks = sessionOf({ a: both! }).workspace.document(uriOf('a'))!.blocks;
        expect(blocks.map(({ declaration, parent }) => `${declaration?.name?.value} ${parent !== undefined}`)).toEqual(['甲 false', '从属于甲的 true']);
    });

    it('does not rename the taxonomy that the settings name', () => {
        const session = sessionOf(SMALL);
        session.workspace.configure({ ...session.workspace.configured, taxonomy: '自己的' });
        expect(prepareRenameAt(session, placeIn(SMALL, 'b', '指标体系 "自‸己的"'))).toBeInstanceOf(ResponseError);
    });
});

/** The errors of all files, without the names that their messages quote. */
function errorsIn(session: Session): string[] {
    return [...session.workspace.uris].flatMap((uri) => session.workspace.problemsOf(uri)).filter(({ severity }) => severity === 'error').map(({ rule }) => rule).sort();
}

function placesIn(session: Session): NamePlace[] {
    const places: NamePlace[] = [];
    for (const uri of session.workspace.uris) {
        if (!uri.startsWith('file:')) continue;
        const text = session.workspace.document(uri)!.text;
        for (let offset = 0; offset < text.length; offset++) {
            const place = nameAt(session.workspace, uri, session.workspace.document(uri)!.positionAt(offset));
            if (place && place.origin !== places.at(-1)?.origin) places.push(place);
        }
    }
    return places;
}

const newName = fc.oneof(
    fc.constantFrom('新名称', '甲局', '数量', '年度', '产出指标', '说"好"的', '“白云”品牌', '新指标', '从属于', 'A1', '/*', '// x', '"""', '{', '项目 "一" {', '１２', ' 空 格 ', '＂'),
    fc.string({ unit: fc.constantFrom('新', '指', '标', 'a', '1', ' ', '"', '“', '”', '＂', '{', '}', '/', '*', '，', '属于', '\n'), minLength: 1, maxLength: 6 }),
);

/** Quotes may have changed their kind on the way, where the name in between did not fit into its own. */
function withPlainQuotes(files: Files, needed: boolean): Files {
    return needed ? Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replace(/[“”＂"]/g, '"')])) : files;
}

function expectReversible(files: Files, index: number, typed: string): boolean {
    const session = sessionOf(files);
    const places = placesIn(session);
    const place = places[index % places.length]!;
    const params = { textDocument: { uri: place.origin.source.uri }, position: rangeOf(place.origin).start };
    const answer = renameAt(session, { ...params, newName: typed });
    if (answer instanceof ResponseError) return false;
    const after = applied(files, session, answer!);
    const renamed = sessionOf(after);
    const errors = errorsIn(session);
    const found = errorsIn(renamed);
    for (const error of errors) if (found.includes(error)) found.splice(found.indexOf(error), 1);
    expect(found, `${place.written} → ${typed}`).toEqual([]);
    expect(placesIn(renamed).length).toBe(places.length);
    // A reference may leave out the 指标 of what it means, so the name is given back where it is declared.
    const given = nameAt(renamed.workspace, params.textDocument.uri, params.position)!;
    const { origin } = [...placesOf(renamed.workspace, given.name)].find(({ declares }) => declares) ?? given;
    const back = renameAt(renamed, { textDocument: { uri: origin.source.uri }, position: rangeOf(origin).start, newName: place.name.name });
    // One of two projects of one name has been given another: its first name is taken by the second.
    if (back instanceof ResponseError && errors.includes('duplicate-project')) return true;
    expect(back instanceof ResponseError ? back.message : '').toBe('');
    const needed = /["“”＂]/.test(typed);
    expect(withPlainQuotes(applied(after, renamed, back as WorkspaceEdit), needed)).toEqual(withPlainQuotes(files, needed));
    return true;
}

describe('any rename makes no new error, and the inverse one restores the text', () => {
    it('of generated workspaces', () => {
        let done = 0;
        fc.assert(fc.property(generatedWorkspace, fc.nat(), newName, ({ files }, index, typed) => {
            const session = sessionOf(files);
            if (placesIn(session).length > 0 && expectReversible(files, index, typed)) done++;
        }), { numRuns: 150 * RUNS });
        // Most names that are typed at random must be refused; enough must not be.
        expect(done).toBeGreaterThan(15 * RUNS);
    }, 120_000 * RUNS);

    it.each([['baiyun', BAIYUN.slice(0, BAIYUN.indexOf('项目 "机构改革'))], ['nansha', NANSHA]])('of %s', (name, text) => {
        const own = text.replace('    年度 20', '    指标体系 "自己的"\n    年度 20');
        const files = { [name]: own, taxonomy: '指标体系 "自己的" {\n    产出指标 {\n        数量指标\n        质量指标\n        时效指标\n    }\n    效益指标 {\n        社会效益指标\n        经济效益指标\n        生态效益指标\n        可持续影响指标\n    }\n    满意度指标 {\n        服务对象满意度指标\n    }\n}\n' };
        fc.assert(fc.property(fc.nat(), newName, (index, typed) => {
            expectReversible(files, index, typed);
        }), { numRuns: 25 * RUNS });
    }, 120_000 * RUNS);
});

it('finds each place of a name once', () => {
    const session = sessionOf(SMALL);
    const place = nameAt(session.workspace, uriOf('a'), placeIn(SMALL, 'a', '部门 "‸甲"').position)!;
    expect([...placesInFile(session.workspace, uriOf('a'), place.name)]).toHaveLength(2);
});
