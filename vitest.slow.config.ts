import { defineConfig } from 'vitest/config';

/** Tests that start the packed tool many times: `npm run test:newcomer`. */
export default defineConfig({
  test: { include: ['generator/**/*.slow-test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
