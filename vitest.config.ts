import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'services/**/*.test.ts', 'test/**/*.test.ts'],
    setupFiles: ['packages/testing/src/property-seed.ts'],
    globalSetup: ['packages/testing/src/global-setup.ts'],
    testTimeout: 30_000,
    // Tests wait for conditions; how long is only a bound against hanging.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 60_000,
    // Some tests hold times against a bound, and a shared machine may stand still for a moment: one more try
    // there, which the report shows.
    retry: process.env['CI'] === undefined ? 0 : 1,
    pool: 'forks',
    maxWorkers: 2,
    reporters: ['default', 'packages/testing/src/summary-reporter.ts'],
  },
});
