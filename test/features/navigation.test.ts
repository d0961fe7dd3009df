import type { Connection, Location, LocationLink } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { definitionAt } from '../../language-server/features/definition.js';
import { highlightsAt } from '../../language-server/features/document-highlight.js';
import { referencesAt } from '../../language-server/features/references.js';
import { Session } from '../../language-server/session.js';
import { glimpseNames } from '../../language-server/workspace/names-in-file.js';
import { BAIYUN, NANSHA, placeIn, sessionOf, textAt, uriOf } from './session-of.js';

const FILES = {
    baiyun: BAIYUN,
    departments: '部门 "甲" {\n    年度 2023\n    指标体系 "自己的"\n}\n部门 "甲" {\n    年度 2024\n}\n',
    projects: '项目 "一" 属于 "甲" {\n    年度 2023\n    绩效指标 {\n        产出 {\n            数量 "次数" 1次\n        }\n    }\n}\n项目 "二" 属于 “甲” {\n}\n',
    taxonomy: '指标体系 "自己的" {\n    产出指标 {\n        数量指标 "多少"\n    }\n}\n',
};

function definition(name: keyof typeof FILES, marked: string): string[] {
    const links = definitionAt(sessionOf(FILES), placeIn(FILES, name, marked)) as LocationLink[];
    return links.map(({ targetUri, targetSelectionRange: { start } }) => `${targetUri.slice(targetUri.lastIndexOf('/') + 1)} ${start.line}:${start.character}`);
}

describe('definition leads', () => {
    it('from 属于 to the department of the project’s year, or to all of the name', () => {
        expect(definition('projects', '项目 "一" 属于 "‸甲"')).toEqual(['departments.ptarget 0:3']);
        expect(definition('projects', '项目 "二" 属于 “‸甲”')).toEqual(['departments.ptarget 0:3', 'departments.ptarget 4:3']);
    });

    it('from a category to the taxonomy in force, also where 指标 is left out', () => {
        expect(definition('projects', '数‸量 "次数"')).toEqual(['taxonomy.ptarget 2:8']);
        expect(definition('projects', '‸产出 {')).toEqual(['taxonomy.ptarget 1:4']);
        expect(definition('baiyun', '质量指标‸ "服务质量书面投诉率"')).toEqual(['88.ptarget 5:8']);
    });

    it('from 指标体系 to its declaration', () => {
        expect(definition('departments', '指标体系 "自‸己的"')).toEqual(['taxonomy.ptarget 0:5']);
    });

    it('from a declaration to itself, and from what is declared nowhere to nothing', () => {
        expect(definition('projects', '项目 "‸一"')).toEqual(['projects.ptarget 0:3']);
        expect(definition('baiyun', '绩效‸目标')).toEqual([]);
    });

    it('by plain locations for clients that know no links', () => {
        const session = sessionOf(FILES);
        session.client = {};
        const [location] = definitionAt(session, placeIn(FILES, 'projects', '‸产出 {')) as Location[];
        expect(location).toEqual({ uri: uriOf('taxonomy'), range: { start: { line: 1, character: 4 }, end: { line: 1, character: 8 } } });
    });
});

describe('references are', () => {
    function references(name: keyof typeof FILES, marked: string, includeDeclaration = true): string[] {
        const places = referencesAt(sessionOf(FILES), { ...placeIn(FILES, name, marked), context: { includeDeclaration } });
        return places.map(({ uri, range }) => `${uri.slice(8, -8)} ${range.start.line} ${textAt(FILES[uri.slice(8, -8) as keyof typeof FILES] ?? '', range)}`).sort();
    }

    it('all places of a department, in whatever quotes', () => {
        expect(references('departments', '部门 "‸甲" {\n    年度 2023')).toEqual(['departments 0 "甲"', 'departments 4 "甲"', 'projects 0 "甲"', 'projects 8 “甲”']);
        expect(references('departments', '部门 "‸甲" {\n    年度 2023', false)).toEqual(['projects 0 "甲"', 'projects 8 “甲”']);
    });

    it('all places of a category and of a taxonomy', () => {
        expect(references('taxonomy', '数量‸指标')).toEqual(['projects 4 数量', 'taxonomy 2 数量指标']);
        expect(references('taxonomy', '"自己‸的"')).toEqual(['departments 2 "自己的"', 'taxonomy 0 "自己的"']);
    });

    it('said to be some of them as long as a file is not read that may have the name', () => {
        const told: string[] = [];
        const { workspace } = sessionOf(FILES);
        const session = new Session({ window: { showInformationMessage: (message: string) => told.push(message) } } as unknown as Connection, workspace);
        const ask = (name: keyof typeof FILES, marked: string) => referencesAt(session, { ...placeIn(FILES, name, marked), context: { includeDeclaration: false } });
        workspace.expect(uriOf('more'), glimpseNames('项目 "三" 属于 "甲" { }\n'));
        expect(ask('departments', '部门 "‸甲" {\n    年度 2023')).toHaveLength(2);
        expect(ask('baiyun', '部门 "广州‸市')).toHaveLength(37);
        expect(told).toEqual(['文件夹里的文件还没有读完，这里只列出已经读到的地方']);
        workspace.expectNoMore(uriOf('more'));
        ask('departments', '部门 "‸甲" {\n    年度 2023');
        expect(told).toHaveLength(1);
    });

    it('the 37 projects of a published table', () => {
        const places = referencesAt(sessionOf(FILES), { ...placeIn(FILES, 'baiyun', '部门 "广州‸市'), context: { includeDeclaration: false } });
        expect(places).toHaveLength(37);
    });
});

it('highlights what names the same in the file, and leaves other words to the editor', () => {
    const files = { nansha: NANSHA };
    const highlights = highlightsAt(sessionOf(files), placeIn(files, 'nansha', '质量‸指标 "食品抽检完成率"'))!;
    expect(highlights).toHaveLength(5);
    expect(new Set(highlights.map(({ range }) => textAt(NANSHA, range)))).toEqual(new Set(['质量指标']));
    expect(highlightsAt(sessionOf(files), placeIn(files, 'nansha', '基本‸支出'))).toBeNull();
});
