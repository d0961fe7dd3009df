import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMS, label, textCell, type Table } from '../../language-server/domain/table.js';
import { estimateRowHeights } from '../../language-server/renderers/page.js';
import { pagesOf, paginate } from '../../language-server/renderers/paginate.js';
import { sheetNames } from '../../language-server/renderers/sheet-names.js';
import { wrap } from '../../language-server/renderers/wrap.js';
import { displayWidth } from '../../language-server/domain/display-width.js';
import { tablesOf } from '../../language-server/tables/index.js';
import { plans } from '../tables/generated-plans.js';
import { tilesExactly } from '../tables/tiling.js';

const frame = { form: 'department', title: '', unit: '万元', department: '', subject: '', caption: false } as const;

describe('pages', () => {
    const table: Table = {
        ...frame, widths: [1, 1], headRows: 1,
        rows: [[label('头'), label('头')], [label('并', { rows: 3 }), textCell('一')], [textCell('二')], [textCell('三')], [label('又'), label('头二')], [label('尾'), textCell('四')]],
    };

    test('split merged cells, repeat their label, and keep heads with what they head', () => {
        const { table: split, breaks } = paginate(table, ({ rows }) => rows.map(() => 10), { firstPage: 31, furtherPages: 31 });
        expect([...breaks]).toEqual([3, 4]);
        expect(split.rows.map((row) => row.map(({ text, rowspan }) => `${text}${rowspan}`))).toEqual([
            ['头1', '头1'], ['并2', '一1'], ['二1'], ['并1', '三1'], ['又1', '头二1'], ['尾1', '四1'],
        ]);
        expect([...paginate(table, ({ rows }) => rows.map(() => 10), { firstPage: 51, furtherPages: 51 }).breaks]).toEqual([4]);
    });

    test('are all laid down where cells are merged, even between two of them', () => {
        const between: Table = { ...table, rows: [table.rows[0]!, [label('一', { rows: 2 }), textCell('一')], [textCell('二')], [label('二', { rows: 2 }), textCell('三')], [textCell('四')]] };
        expect([...paginate(between, ({ rows }) => rows.map(() => 10), { firstPage: 31, furtherPages: 31 }).breaks]).toEqual([3]);
    });

    test('leave tables alone in which nothing is merged', () => {
        const plain: Table = { ...frame, widths: [1], headRows: 0, rows: Array.from({ length: 30 }, () => [textCell('行')]) };
        const { table: left, breaks } = paginate(plain, ({ rows }) => rows.map(() => 10), { firstPage: 51, furtherPages: 51 });
        expect(left).toBe(plain);
        expect(breaks.size).toBe(0);
    });

    test('come to an end though the head fills one', () => {
        const table: Table = { ...frame, widths: [1], headRows: 1, rows: Array.from({ length: 4 }, () => [textCell('行')]) };
        const heights = [600, 20, 700, 20];
        expect(pagesOf(paginate(table, () => heights, { firstPage: 500, furtherPages: 500 })).flatMap(({ rows }) => rows.slice(1))).toHaveLength(3);
    });

    test('of any table are tables that lose nothing', () => {
        fc.assert(fc.property(plans, fc.constantFrom(...FORMS), fc.integer({ min: 60, max: 900 }), (plan, form, height) => {
            for (const made of tablesOf(form, plan)) {
                const widths = made.widths.map((width) => width * 7);
                const paginated = paginate(made, (split) => estimateRowHeights(split, widths, { lineHeight: 13, paddingX: 8, paddingY: 5 }), { firstPage: height - 40, furtherPages: height });
                expect(tilesExactly(paginated.table)).toBe(true);
                const pages = pagesOf(paginated);
                for (const page of pages) expect(tilesExactly(page)).toBe(true);
                expect(pages.flatMap((page) => page.rows.slice(made.headRows))).toEqual(paginated.table.rows.slice(made.headRows));
            }
        }), { numRuns: 100 });
    }, 30_000);
});

describe('wrapping', () => {
    test('breaks between Han characters, not within numbers, and not before closing signs', () => {
        expect(wrap('食品检验量达到1800批次。', 10, displayWidth)).toEqual(['食品检验量', '达到1800批', '次。']);
        expect(wrap('一二三四五，六', 10, displayWidth)).toEqual(['一二三四', '五，六']);
        expect(wrap('x'.repeat(25), 10, displayWidth)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
        expect(wrap('甲\n\n乙', 10, displayWidth)).toEqual(['甲', '', '乙']);
    });

    test('keeps every character but blanks, within the width', () => {
        fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 40 }), (text, width) => {
            const lines = wrap(text, width, displayWidth);
            expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
            for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        }));
    });
});

describe('names of sheets', () => {
    test('are what Excel takes, and all different', () => {
        const names = sheetNames(['a:b\\c/d?e*f[g]', "'甲'", '', 'History', '长'.repeat(40), '长'.repeat(40), '长'.repeat(40), 'Abc', 'aBC']);
        expect(names).toEqual(['a b c d e f g', '甲', '表', '表 History', '长'.repeat(31), `${'长'.repeat(27)} (2)`, `${'长'.repeat(27)} (3)`, 'Abc', 'aBC (2)']);
    });

    test('whatever the subjects are', () => {
        fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 50 }), { maxLength: 30 }), (subjects) => {
            const names = sheetNames(subjects);
            expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(subjects.length);
            for (const name of names) {
                expect(name.length).toBeGreaterThan(0);
                expect(name.length).toBeLessThanOrEqual(31);
                expect(name).not.toMatch(/[:\\/?*[\]]|^'|'$/);
                expect(name).not.toMatch(/\p{Surrogate}/u);
            }
        }), { numRuns: 50 });
    }, 30_000);
});
