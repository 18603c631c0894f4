import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'scripts/test-folder.ts',
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**', 'out/**', 'fixtures/**'],
    // One worker per core of the smallest machine we support; the default leaves one idle.
    maxWorkers: 2,
    // Files share the modules of their worker: loading them anew for each took a third of the run. No module holds state.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
