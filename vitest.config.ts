import { defineConfig } from 'vitest/config';

// Some tests start processes, on machines that may be busy with others.
const testTimeout = 30_000;

export default defineConfig({
    test: {
        projects: [
            { test: { name: 'unit', testTimeout, include: ['test/**/*.test.ts'], exclude: ['test/e2e/**', 'test/print/**', 'node_modules/**'] } },
            // Wants LibreOffice, which nobody needs to have for anything else.
            { test: { name: 'print', testTimeout, include: ['test/print/**/*.test.ts'] } },
        ],
    },
});
