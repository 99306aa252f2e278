import { defineConfig } from 'vitest/config';

/** Unit tests and case folders; browser tests walk through the built dist/ and run as a project of their own. */
export default defineConfig({
  test: {
    allowOnly: false,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/pages/**', 'src/components/**', 'src/layouts/**', '**/*.d.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
      reportOnFailure: true,
      thresholds: { lines: 95, branches: 95 },
    },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/cases/**'],
          testTimeout: 60_000,
          // Unless told, Vitest leaves a core to itself: on two cores that halves the speed.
          maxWorkers: 2,
          // It imports JSON in a way that bundlers take and Node does not.
          server: { deps: { inline: ['@actions/workflow-parser'] } },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/unpack.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
