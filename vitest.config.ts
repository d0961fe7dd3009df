import { defineConfig } from 'vitest/config';

// Tests start processes, on machines that may be busy with others: what takes longer than this hangs.
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };

/** What holds to the clock, or to the time of a processor: one after the other, when the rest is done. */
const ALONE = ['costs', 'server', 'stock-defects'].map((name) => `test/reliability/${name}.test.ts`);

export default defineConfig({
    test: {
        projects: [
            { test: { name: 'unit', ...patience, include: ['test/**/*.test.ts'], exclude: ['test/e2e/**', 'test/print/**', 'node_modules/**', ...ALONE] } },
            { test: { name: 'alone', ...patience, include: ALONE, fileParallelism: false, sequence: { groupOrder: 1 } } },
            // Wants LibreOffice, which nobody needs to have for anything else.
            { test: { name: 'print', ...patience, include: ['test/print/**/*.test.ts'] } },
        ],
    },
});
