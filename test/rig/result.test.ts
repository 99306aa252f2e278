/** The test command must not call a broken run a good one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Result, resultOfTests, resultOfTool } from './result.ts';

const folder = mkdtempSync(join(tmpdir(), 'tongbao-rig-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MEASURED = 'Coverage summary\n';
const MISSED = `${MEASURED}ERROR: Coverage for lines (80%) does not meet global threshold (95%)\n`;

interface File {
  statuses: readonly string[];
  status?: string;
  message?: string;
}

function judge(files: readonly File[] | string, code: number | null, output = ''): Result {
  const report = join(folder, 'report.json');
  const testResults =
    typeof files === 'string'
      ? []
      : files.map(({ statuses, status = 'passed', message = '' }) => ({
          name: 'a.test.ts',
          status,
          message,
          assertionResults: statuses.map((each, index) => ({
            fullName: `test ${index}`,
            status: each,
            failureMessages: each === 'failed' ? ['wrong'] : [],
          })),
        }));
  writeFileSync(report, typeof files === 'string' ? files : JSON.stringify({ testResults }));
  return resultOfTests('unit', { code, output, seconds: 1 }, report, output !== '');
}
const counts = ({ passed, failures, skipped }: Result): number[] => [passed, failures.length, skipped];

test('every test counts, and so does the coverage', () => {
  expect(counts(judge([{ statuses: ['passed', 'passed'] }], 0))).toEqual([2, 0, 0]);
  expect(counts(judge([{ statuses: ['passed', 'passed'] }], 0, MEASURED))).toEqual([3, 0, 0]);
  expect(counts(judge([{ statuses: ['passed', 'passed'] }], 1, MISSED))).toEqual([2, 1, 0]);
  expect(counts(judge([{ statuses: ['passed'] }], 0, 'no summary'))).toEqual([1, 1, 0]);
});

test('a failed test is named and its reason kept', () => {
  const { failures } = judge([{ statuses: ['passed', 'failed'], status: 'failed' }], 1);
  expect(failures).toEqual([{ name: 'unit › a.test.ts › test 1', detail: 'wrong' }]);
});

test('skipped tests are neither passed nor failed', () => {
  expect(counts(judge([{ statuses: ['passed', 'skipped', 'todo'] }], 0))).toEqual([1, 0, 2]);
});

test('a file that cannot be run, or taken down, has failed', () => {
  expect(counts(judge([{ statuses: [], status: 'failed', message: 'boom' }, { statuses: ['passed'] }], 1))).toEqual([1, 1, 0]);
  expect(counts(judge([{ statuses: ['failed'], status: 'failed', message: 'boom' }], 1))).toEqual([0, 2, 0]);
});

test.each([
  ['no tests', [], 0],
  ['no report', 'not JSON', 0],
  ['an exit code that no test explains', [{ statuses: ['passed'] }], 1],
  ['a killed run', [{ statuses: ['passed'] }], null],
])('%s is a failure', (_, files, code) => {
  expect(counts(judge(files, code))).toEqual([0, 1, 0]);
});

test('a tool holds or fails as a whole', () => {
  expect(counts(resultOfTool('lint', { code: 0, output: 'fine', seconds: 1 }))).toEqual([1, 0, 0]);
  expect(resultOfTool('lint', { code: null, output: '', seconds: 1 }).failures).toEqual([{ name: 'lint', detail: 'ended with null' }]);
});
