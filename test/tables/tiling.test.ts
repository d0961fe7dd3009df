import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORMS } from '../../language-server/domain/table.js';
import { formsFor, tablesOf } from '../../language-server/tables/index.js';
import { examplePlan } from './example-plans.js';
import { plans } from './generated-plans.js';
import { coverage, tilesExactly } from './tiling.js';

test.each(['nansha-2024', 'baiyun-2023'] as const)('the cells of every form of %s tile the grid', (name) => {
    const plan = examplePlan(name);
    for (const form of formsFor(plan).available) {
        for (const table of tablesOf(form, plan)) expect(coverage(table).flat().every((times) => times === 1), form).toBe(true);
    }
});

test('the cells of every form of any plan tile the grid', () => {
    fc.assert(fc.property(plans, fc.constantFrom(...FORMS), (plan, form) => {
        for (const table of tablesOf(form, plan)) {
            expect(tilesExactly(table)).toBe(true);
            expect(table.widths.every((width) => width > 0)).toBe(true);
            expect(table.headRows).toBeLessThan(table.rows.length);
            for (const cell of table.rows.flat()) {
                if (cell.parts) expect(cell.parts.map((part) => part.text).join('\n')).toBe(cell.text);
            }
        }
    }), { numRuns: 300 });
}, 60_000);
