import { defineConfig } from 'vitest/config';

/** Tests that take long: `npm run test:newcomer`, `npm run test:large`, `npm run test:reference`. */
export default defineConfig({
  test: {
    globalSetup: 'scripts/test-folder.ts',
    include: ['generator/**/*.slow-test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
