import fc from 'fast-check';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkBatch, type Batch, type Outcome } from '../../cli/batch.js';
import type { FoundFile } from '../../cli/finding-files.js';
import { checkManyFiles, type Hand } from '../../cli/many-files.js';
import type { Report } from '../../cli/report.js';
import { reporterFor, REPORT_FORMATS } from '../../cli/reporters/index.js';
import { DEFAULT_SETTINGS } from '../../language-server/index.js';
import { madeUpFiles } from './made-up-files.js';
import { scratchFolder } from './ptarget.js';

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
    const divided = await checkManyFiles(files, { settings, language, jobs: 3 }, () => undefined, handsNoting(batches));
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
});
