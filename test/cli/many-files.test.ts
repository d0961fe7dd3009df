import fc from 'fast-check';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { checkBatch, type Batch, type Outcome } from '../../cli/batch.js';
import type { FoundFile } from '../../cli/finding-files.js';
import { Crew, type Hand } from '../../cli/crew.js';
import { checkManyFiles } from '../../cli/many-files.js';
import type { Report } from '../../cli/report.js';
import { reporterFor, REPORT_FORMATS } from '../../cli/reporters/index.js';
import { DEFAULT_SETTINGS, glimpseNames, namesIn, Workspace } from '../../language-server/index.js';
import { madeUpFiles } from './made-up-files.js';
import { ROOT, scratchFolder } from './ptarget.js';

// The command knows its version from the package it is built into.
vi.mock('../../cli/version.js', () => ({ ownVersion: () => '1.0.0' }));

const folder = scratchFolder();
const language = 'zh';

function write(texts: readonly (string | undefined)[]): FoundFile[] {
    const inside = join(folder, 'files');
    rmSync(inside, { recursive: true, force: true });
    mkdirSync(inside);
    return texts.map((text, index) => {
        const name = `${String(index).padStart(2, '0')}.ptarget`;
        if (text !== undefined) writeFileSync(join(inside, name), text);
        return { name, path: join(inside, name) };
    });
}

/** Batches as threads would check them, with a note of each. */
function handsNoting(batches: Batch[]): Hand[] {
    return Array.from({ length: 3 }, () => ({
        check: async (batch, tell) => {
            batches.push(batch);
            return structuredClone(await checkBatch(structuredClone(batch), tell));
        },
    }));
}

async function checkedBothWays(texts: readonly (string | undefined)[], settings = DEFAULT_SETTINGS) {
    const files = write(texts);
    const batches: Batch[] = [];
    const together = await checkBatch({ files, settings, language }, () => undefined);
    const divided = await checkManyFiles(files, { settings, language, jobs: 3 }, () => undefined, new Crew(() => handsNoting(batches)));
    return { together, divided, batches };
}

function reportOf(outcomes: readonly Outcome[]): Report {
    return {
        language,
        files: outcomes.flatMap((outcome) => ('checked' in outcome ? [outcome.checked] : [])),
        unread: outcomes.flatMap((outcome) => ('refused' in outcome ? [{ file: outcome.path, message: outcome.refused.zh }] : [])),
    };
}

describe('files checked in batches', () => {
    it('have the same outcomes as all at once, in every format', { timeout: 120_000 }, async () => {
        await fc.assert(fc.asyncProperty(madeUpFiles, async (texts) => {
            const { together, divided } = await checkedBothWays(texts);
            expect(divided).toEqual(together);
            for (const format of REPORT_FORMATS) {
                const reporter = await reporterFor(format);
                const manner = { coloured: false, verbose: true };
                expect(reporter(reportOf(divided), manner)).toBe(reporter(reportOf(together), manner));
            }
        }), { numRuns: 150 });
    });

    it('keep together what speaks of one department, and lend a taxonomy to where it is named', async () => {
        const { together, divided, batches } = await checkedBothWays([
            '指标体系 "甲市体系" {\n产出指标 代码 1 {\n特色指标 代码 11\n}\n}\n',
            '部门 "甲区教育局" {\n指标体系 "甲市体系"\n}\n',
            '部门 "乙区教育局" {\n}\n',
            '项目 "培训" 属于 "甲区教育局" {\n}\n',
            '项目 "培训" 属于 "丁区教育局" {\n}\n',
        ]);
        expect(divided).toEqual(together);
        const filesOf = (batch: Batch) => batch.files.map(({ name, lent }) => `${name.slice(0, 2)}${lent ? ' lent' : ''}`).join();
        expect(batches.map(filesOf).sort()).toEqual(['00', '00 lent,01,03', '02', '04']);
        expect(batches[0]!.declared!.departments).toEqual(['乙区教育局', '甲区教育局']);
    });

    it('are checked once more where a glimpse was mistaken, and only then', async () => {
        const count = async (text: string) => {
            const { together, divided, batches } = await checkedBothWays([text, '项目 "培训" 属于 "乙区教育局" {\n}\n']);
            expect(divided).toEqual(together);
            return batches.length;
        };
        expect(await count('部门 "甲区教育局" {\n}\n项目 "维修" 属于 "甲区教育局" {\n}\n')).toBe(2);
        // At a glimpse the project on the department's own line is not seen, nor that both files speak of 乙区教育局.
        expect(await count('部门 "甲区教育局" { 项目 "维修" 属于 "乙区教育局" { } }\n')).toBe(3);
    });

    it('stay so under settings that name a taxonomy of their own', async () => {
        const settings = { ...DEFAULT_SETTINGS, taxonomy: '甲市体系' };
        const { together, divided } = await checkedBothWays([
            '部门 "甲区教育局" {\n绩效指标 {\n产出指标 {\n特色指标 "培训人数" ≥100人\n}\n}\n}\n',
            '指标体系 "甲市体系" {\n产出指标 代码 1 {\n特色指标 代码 11\n}\n}\n',
        ], settings);
        expect(divided).toEqual(together);
        expect(reportOf(divided).files[0]!.findings.map(({ code }) => code)).not.toContain('unknown-category');
    });
});

describe('a glimpse', () => {
    it.each(['nansha-2024', 'baiyun-2023'])('of the example %s shows the names that are read', (example) => {
        const text = readFileSync(join(ROOT, 'examples', `${example}.ptarget`), 'utf8');
        expect(glimpseNames(text)).toEqual(namesIn(new Workspace().open('file:///example.ptarget', text)));
    });
});
