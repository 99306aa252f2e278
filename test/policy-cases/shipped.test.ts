/** Every case of every shipped ordinance, through the code of `tongbao policy test`: as the ordinance stands, and under each other reading that a case names. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { uncovered } from '../../src/cases/suite.ts';
import { policyIdsIn, runCasesOf } from '../../src/rim/cases.ts';
import { SHIPPED } from '../support/policies.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SUITES = policyIdsIn(ROOT).map((id) => runCasesOf(ROOT, id));

test('every shipped ordinance has cases', () => {
  expect(SUITES.map(({ policy }) => policy)).toEqual([...SHIPPED].sort());
  for (const { policy, runs } of SUITES) expect(runs.length, policy).toBeGreaterThan(0);
});

describe.each(SUITES)('$policy', (suite) => {
  test('nothing is wrong with its cases', () => {
    expect(suite.findings).toEqual([]);
  });

  test.each(suite.runs.map((run) => [`${run.name} ${run.reading === null ? '' : `${run.reading.name} ${run.reading.option}`}`, run] as const))(
    '%s',
    (_, { verdicts }) => {
      const told = verdicts.map(({ statement, measure, expected }) => ({ statement, measure, answer: expected }));
      expect(verdicts.map(({ statement, measure, got }) => ({ statement, measure, answer: got }))).toEqual(told);
    },
  );

  test('every clause that does anything has a case', () => {
    expect(uncovered(suite)).toEqual([]);
  });

  test('every reading that a case names changes a result that the case states', () => {
    const runs = suite.runs.filter(({ reading }) => reading !== null);
    const idle = runs.filter(({ name, verdicts }) => {
      const base = suite.runs.find((run) => run.name === name && run.reading === null);
      return verdicts.every(({ expected }, index) => JSON.stringify(expected) === JSON.stringify(base?.verdicts[index]?.expected));
    });
    expect(idle.map(({ name, reading }) => `${name} ${reading?.name} ${reading?.option}`).sort()).toEqual(
      [...(UNCHANGED[suite.policy] ?? [])].sort(),
    );
  });
});

/** Where a case shows that a reading makes no difference, and why that is so. */
const UNCHANGED: Readonly<Record<string, readonly string[]>> = {
  // Mid-month and month's end are missed by either measure.
  'ganzhou-2020': ['没有完成月任务不扣分，只提醒 A22 B'],
  'linyi-2020': [
    // Every week that a month owns by its Sunday is covered too.
    '2020年4月恰好报足，最后一周到5月结束 A04 B',
    '跨6月和7月的一周，跨7月和8月的一周 A04 B',
    '印发当周不作要求 A04 B',
    '没有经分管领导签批就发布 A04 B',
    // A portal alone gives one point in any pool.
    '只有门户网站转载 A02 B',
  ],
};

test('no fewer cases and checks than were worked out', () => {
  const runs = SUITES.flatMap((suite) => suite.runs);
  expect(runs.filter(({ reading }) => reading === null).length).toBeGreaterThanOrEqual(73);
  expect(runs.flatMap(({ verdicts }) => verdicts).length).toBeGreaterThanOrEqual(470);
});
