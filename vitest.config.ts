import { defineConfig } from 'vitest/config';

export default defineConfig({
    test: {
        // Some tests start processes, on machines that may be busy with others.
        testTimeout: 30_000,
        include: ['test/**/*.test.ts'],
        exclude: ['test/e2e/**', 'node_modules/**'],
    },
});
