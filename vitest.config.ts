import { globSync, readFileSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';

const UNIT = globSync('test/**/*.test.ts', { exclude: ['test/browser/**'] });
/** Tests that put something else in the place of a module: what they did must not be seen by others. */
const APART = UNIT.filter((file) => readFileSync(file, 'utf8').includes('vi.mock('));

const unit = {
  include: ['test/**/*.test.ts'],
  exclude: [...configDefaults.exclude, 'test/browser/**', 'test/cases/**'],
  // Only against a test that hangs: a slow machine is no fault.
  testTimeout: 240_000,
  hookTimeout: 120_000,
  // Unless told, Vitest leaves a core to itself: on two cores that halves the speed.
  maxWorkers: 2,
  // It imports JSON in a way that bundlers take and Node does not.
  server: { deps: { inline: ['@actions/workflow-parser'] } },
};

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
      // Modules are read once for all files of a worker: a third less work than anew for each.
      { test: { ...unit, name: 'unit', exclude: [...unit.exclude, ...APART], isolate: false } },
      { test: { ...unit, name: 'apart', include: APART } },
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
