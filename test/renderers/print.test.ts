import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../../language-server/domain/table.js';
import { printable } from '../../language-server/renderers/printable.js';
import { render } from '../../language-server/renderers/index.js';
import { tablesOf } from '../../language-server/tables/index.js';
import { examplePlan } from '../tables/example-plans.js';

function isThere(program: string): boolean {
    return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

const canPrint = isThere('soffice') && spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).status === 0;

/** How often each character occurs, but for blanks, and hyphens, which pdftotext takes away at the ends of lines. */
function tally(text: string): Map<string, number> {
    const counts = new Map<string, number>();
    for (const character of text.normalize('NFKC').replace(/[\s-]/g, '')) counts.set(character, (counts.get(character) ?? 0) + 1);
    return counts;
}

/** Pages as printed by LibreOffice; the fonts of this kind of machine are none of Windows', so the counts may differ by one. */
const PAGES: readonly { name: 'nansha-2024' | 'baiyun-2023'; form: Form; atLeast: number; atMost: number }[] = [
    { name: 'nansha-2024', form: 'department', atLeast: 3, atMost: 5 },
    { name: 'baiyun-2023', form: 'projects', atLeast: 12, atMost: 19 },
    { name: 'baiyun-2023', form: 'project', atLeast: 37, atMost: 39 },
    { name: 'baiyun-2023', form: 'core', atLeast: 10, atMost: 15 },
];

describe.skipIf(!canPrint)('what LibreOffice prints', { timeout: 300_000 }, () => {
    let folder = '';
    beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'ptarget-print-')); });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    function print(file: string): { text: string; pages: number } {
        execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, file], { stdio: 'ignore', timeout: 280_000 });
        const text = execFileSync('pdftotext', ['-enc', 'UTF-8', file.replace(/\.\w+$/, '.pdf'), '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
        return { text, pages: text.split('\f').length - 1 };
    }

    test.each(PAGES.flatMap((page) => (['docx', 'xlsx'] as const).map((format) => ({ ...page, format }))))('of $name as $form in $format lacks no character', async ({ name, form, format, atLeast, atMost }) => {
        const tables = tablesOf(form, examplePlan(name));
        const file = join(folder, `${name}-${form}.${format}`);
        writeFileSync(file, await render(format, tables));
        const { text, pages } = print(file);
        expect(pages).toBeGreaterThanOrEqual(atLeast);
        expect(pages).toBeLessThanOrEqual(atMost);
        const printed = tally(text);
        const wanted = tally(tables.flatMap((table) => table.rows.flat().map((cell) => printable(cell.text))).join(''));
        expect([...wanted].filter(([character, times]) => (printed.get(character) ?? 0) < times)).toEqual([]);
    });
});
