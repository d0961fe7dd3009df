import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, glimpseNames, namesIn, rangeOf, toTextEdits, type Settings, Workspace } from '../../language-server/index.js';
import { tallyOf } from '../../language-server/domain/family.js';
import { printValue } from '../../language-server/domain/value.js';
import * as parser from '../../language-server/syntax/parse-declaration.js';
import { KeptFiles, type Keeping } from '../../language-server/workspace/kept-files.js';
import { generatedWorkspace } from '../features/generated-workspace.js';
import { readFixture } from '../rules/fixture.js';
import { describePlan } from './describe-plan.js';

type Files = Readonly<Record<string, string>>;

const digestOf = (content: Uint8Array | string) => createHash('sha256').update(content).digest('base64');

class MemoryKeeping implements Keeping {
    readonly digest = digestOf;
    written = 0;

    constructor(public bytes?: Uint8Array, readonly program = 'this one') {}

    read(): Promise<Uint8Array> {
        return this.bytes ? Promise.resolve(this.bytes) : Promise.reject(new Error('nothing kept'));
    }

    write(parts: readonly Uint8Array[]): Promise<void> {
        this.bytes = Buffer.concat(parts);
        this.written++;
        return Promise.resolve();
    }
}

/** As the server does after its start: a glimpse at every file, then one after the other. */
async function read(files: Files, keeping: Keeping, settings: Settings = DEFAULT_SETTINGS): Promise<Workspace> {
    const kept = await KeptFiles.from(keeping);
    const workspace = new Workspace(settings);
    workspace.awaitFiles(true);
    for (const [uri, text] of Object.entries(files)) workspace.expect(uri, kept.namesIn(digestOf(text)) ?? glimpseNames(text));
    workspace.awaitFiles(false);
    for (let next = workspace.nextExpected; next; next = workspace.nextExpected) {
        const { uri } = next;
        const digest = digestOf(files[uri]!);
        const file = kept.fileOf(digest);
        const document = workspace.begin(uri, files[uri]!, undefined, file);
        workspace.readOn(Infinity);
        kept.keep(digest, file, namesIn(document));
        workspace.expectNoMore(uri);
    }
    await kept.write();
    workspace.takeAffected();
    return workspace;
}

/** Everything that anybody can see of a workspace. */
function described(workspace: Workspace, files: Files) {
    return Object.keys(files).sort().map((uri) => {
        const document = workspace.document(uri)!;
        const declarations = document.blocks.flatMap((block) => block.declarations);
        return {
            problems: workspace.problemsOf(uri).map(({ origin, related = [], fixes, ...said }) => ({
                ...said,
                range: rangeOf(origin),
                related: related.map((place) => ({ uri: place.origin.source.uri, range: rangeOf(place.origin), message: place.message })),
                fixes: fixes?.().map(({ edits, ...fix }) => ({ ...fix, edits: toTextEdits(edits) })),
            })),
            plan: describePlan(document).map((plan) => ({ ...plan as object, atHand: undefined, readAgain: undefined })),
            whole: declarations.map((declaration) => (declaration.kind === 'project' ? [declaration.goal?.value, declaration.funds?.lines.map(({ amount }) => amount?.value.printExactly()), declaration.indicators?.groups.length] : declaration.kind)),
            sums: declarations.map((declaration) => {
                const family = workspace.names.familyOf(declaration);
                if (declaration.kind !== 'department' || !family) return undefined;
                const { projects, withoutFunds, unreadable, sum } = tallyOf(declaration, family);
                return [projects, withoutFunds, unreadable, sum.printExactly()];
            }),
            names: namesIn(document),
        };
    });
}

function namesInUse(workspace: Workspace): unknown[] {
    const categories = workspace.taxonomyOf(undefined).tiers.flatMap((tier) => tier.categories);
    return categories.flatMap(({ name: category }) => [...workspace.indicatorNames.ofCategory(category)].map(({ name, uses, value }) => [category, name, uses, value && printValue(value)]));
}

function projectsOf(count: number, department: string): string {
    return Array.from({ length: count }, (_, index) => `项目 "${department}第${index}项" 属于 "${department}" {
    实施周期 2023~2025
    资金 { 财政拨款 0.000001  其他资金 12,345.67 }
    绩效目标 """2021年抽查不少于1800批次。"""
    绩效指标 {
        产出指标 {
            数量指标 "第${index}类抽查批次" 》1500批次  年度 １00批次
            时效指标 "完成时间" "2022年6月"
            质量指标 "合格率" 90~95%
        }
    }
}
`).join('\n');
}

const DEPARTMENT = (year: number, taxonomy = '') => `部门 "甲局" {\n    年度 ${year}\n    ${taxonomy}\n    部门预算支出 { 项目支出 40.00 }\n}\n`;
const OWN_TAXONOMY = '指标体系 "自己的" {\n    产出指标 必填 {\n        数量指标 必填 "有多少"\n    }\n}\n';

const FOLDERS: Readonly<Record<string, Files>> = {
    'the examples': Object.fromEntries(['baiyun-2023', 'nansha-2024'].map((name) => [`file:///${name}.ptarget`, readFileSync(`examples/${name}.ptarget`, 'utf8')])),
    'a department behind its projects': { 'file:///a.ptarget': projectsOf(5, '甲局'), 'file:///b.ptarget': DEPARTMENT(2024) },
    'projects that are written twice': { 'file:///a.ptarget': projectsOf(2, '甲局'), 'file:///b.ptarget': projectsOf(2, '甲局'), 'file:///c.ptarget': DEPARTMENT(2023) },
    'projects of nobody': { 'file:///a.ptarget': projectsOf(2, '丙局') },
    'a taxonomy of its own': { 'file:///a.ptarget': projectsOf(2, '甲局'), 'file:///b.ptarget': DEPARTMENT(2023, '指标体系 "自己的"'), 'file:///c.ptarget': OWN_TAXONOMY },
    ...Object.fromEntries(readdirSync('test/rules/fixtures').map((file) => {
        const { name, files } = readFixture(`test/rules/fixtures/${file}`, file);
        return [name, Object.fromEntries(files.map(({ uri, text }) => [uri, text]))];
    })),
};

describe('what was kept of closed files', () => {
    it.each(Object.entries(FOLDERS))('says of them what their texts say: %s', async (_, files) => {
        const keeping = new MemoryKeeping();
        const [read1, read2] = [await read(files, keeping), await read(files, keeping)];
        expect(described(read2, files)).toEqual(described(read1, files));
        expect(namesInUse(read2)).toEqual(namesInUse(read1));
        expect(keeping.written).toBe(1);
    });

    it('says so of any folder, and under other settings', async () => {
        const strict: Settings = { ...DEFAULT_SETTINGS, profile: '送审', severity: { 'typo-comparator': 'off' } };
        await fc.assert(fc.asyncProperty(generatedWorkspace, fc.constantFrom(DEFAULT_SETTINGS, strict), async ({ files }, settings) => {
            const keeping = new MemoryKeeping();
            await read(files, keeping);
            const [recalled, fresh] = [await read(files, keeping, settings), await read(files, new MemoryKeeping(), settings)];
            expect(described(recalled, files)).toEqual(described(fresh, files));
        }), { numRuns: 60 });
    });

    it('follows what is declared elsewhere', async () => {
        const files = { 'file:///a.ptarget': projectsOf(3, '甲局'), 'file:///b.ptarget': DEPARTMENT(2023), 'file:///c.ptarget': OWN_TAXONOMY };
        const keeping = new MemoryKeeping();
        await read(files, keeping);
        const workspace = await read(files, keeping);
        for (const department of [DEPARTMENT(2024), DEPARTMENT(2020), DEPARTMENT(2024, '指标体系 "自己的"'), '', DEPARTMENT(2023)]) {
            workspace.open('file:///b.ptarget', department, 1);
            const fresh = await read({ ...files, 'file:///b.ptarget': department }, new MemoryKeeping());
            expect(described(workspace, { 'file:///a.ptarget': '' })).toEqual(described(fresh, { 'file:///a.ptarget': '' }));
        }
    });
});

describe('a folder that is opened again', () => {
    const parse = vi.spyOn(parser, 'parseDeclaration');
    afterEach(() => void parse.mockClear());

    const files = { 'file:///a.ptarget': projectsOf(20, '甲局'), 'file:///b.ptarget': '部门 "甲局" {\n    年度 2019\n}\n', 'file:///c.ptarget': projectsOf(20, '乙局') };
    const projectsRead = () => parse.mock.calls.filter(([text]) => text.startsWith('项目')).length;

    it('is not read again but for its departments', async () => {
        const keeping = new MemoryKeeping();
        await read(files, keeping);
        parse.mockClear();
        const workspace = await read(files, keeping);
        for (const uri of workspace.uris) workspace.problemsOf(uri);
        namesInUse(workspace);
        expect(projectsRead()).toBe(0);
    });

    it('is read as far as it has changed, and what is gone is forgotten', async () => {
        const keeping = new MemoryKeeping();
        await read(files, keeping);
        const changed: Files = { 'file:///a.ptarget': files['file:///a.ptarget'].replace('第7项', '第七项'), 'file:///b.ptarget': files['file:///b.ptarget'] };
        parse.mockClear();
        const workspace = await read(changed, keeping);
        expect(projectsRead()).toBe(20);
        expect(described(workspace, changed)).toEqual(described(await read(changed, new MemoryKeeping()), changed));
        expect(Buffer.from(keeping.bytes!).toString()).not.toContain('乙局');
        expect(keeping.written).toBe(2);
    });

    it('is not written anew because some of its files are open in an editor', async () => {
        const keeping = new MemoryKeeping();
        const many: Files = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`file:///${index}.ptarget`, projectsOf(1, `第${index}局`)]));
        await read(many, keeping);
        await read(Object.fromEntries(Object.entries(many).slice(1)), keeping);
        expect(keeping.written).toBe(1);
    });

    it('is read again where it was another program that kept it', async () => {
        const keeping = new MemoryKeeping();
        await read(files, keeping);
        parse.mockClear();
        await read(files, new MemoryKeeping(keeping.bytes, 'another one'));
        expect(projectsRead()).toBe(40);
    });

    it('is what it is, whatever is damaged', async () => {
        const keeping = new MemoryKeeping();
        const expected = described(await read(files, keeping), files);
        const whole = keeping.bytes!;
        await fc.assert(fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, change, cut) => {
            const damaged = cut ? whole.slice(0, at) : Uint8Array.from(whole);
            if (!cut) damaged[at]! ^= change;
            expect(described(await read(files, new MemoryKeeping(damaged)), files)).toEqual(expected);
        }), { numRuns: 40 });
    });
});
