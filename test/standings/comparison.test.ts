/** One ledger under two ordinances: values from county-2021, by hand. */
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/open.ts';
import type { Day } from '../../src/model/day.ts';
import { parsePeriod } from '../../src/model/period.ts';
import { written } from '../../src/model/points.ts';
import type { Ledger } from '../../src/model/records.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { setting } from '../../src/policy/readings.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import { type Comparison, changesRank, compare } from '../../src/standings/comparison.ts';
import { bureau } from '../support/bureau.ts';
import { policyFrom, shippedPolicy, writtenPolicy } from '../support/policies.ts';

/** 基金监管股 has 3 points from the county's site and 10 for an instruction; 医保服务中心 twice 6 from the city's paper. */
function ledger(): Ledger {
  const values = bureau();
  for (const id of ['a', 'b']) {
    values.set(`data/submissions/fuwu/2026/0401-${id}.yaml`, { title: `稿件${id}`, unit: 'fuwu', on: '2026-04-01', form: '综合' });
    values.set(`data/adoptions/2026/0402-${id}.yaml`, { submission: `0401-${id}`, outlet: 'daily', on: '2026-04-02' });
  }
  return openLedger(values).ledger as Ledger;
}

const county = shippedPolicy('county-2021');
const changed = (changes: Record<string, unknown>): Policy =>
  policyFrom(
    'county-2021',
    Object.entries(changes).reduce((tree, [path, value]) => setting(tree, path, value), writtenPolicy('county-2021')),
  );

function compared(before: Policy, after: Policy, period = '2026'): Comparison {
  const own = ledger();
  const journal = (policy: Policy) => keepJournal(own, [policy], '2026-06-30' as Day);
  return compare(journal(before), journal(after), own, parsePeriod(period) as NonNullable<ReturnType<typeof parsePeriod>>);
}

const told = ({ rows }: Comparison) =>
  rows.map(({ unit, before, after, change, causes }) => [
    unit,
    before && `${before.rank}: ${written(before.points)}`,
    after && `${after.rank}: ${written(after.points)}`,
    written(change),
    causes.map((cause) => `${cause.policy} ${cause.clause}: ${written(cause.before)} → ${written(cause.after)}`),
  ]);

describe('compare', () => {
  test('another reading moves who stands where, and the clause says why', () => {
    const comparison = compared(county, shippedPolicy('county-2021', ['A01', 'B']));
    expect(told(comparison)).toEqual([
      ['fuwu', '2: 12', '1: 12', '0', []],
      ['jijin', '1: 13', '2: 10', '-3', ['county-2021 四(一)6: 10 → 7']],
    ]);
    expect(comparison.rows.map(changesRank)).toEqual([true, true]);
  });

  test('causes stand with the largest first, and add up to the change', () => {
    const after = changed({ 'rules.county-site.points.table.综合': 4, 'rules.instruction.points.table.市': 5 });
    expect(told(compared(county, after))[1]).toEqual(['jijin', '1: 13', '2: 9', '-4', ['county-2021 四(一)6: 10 → 5', 'county-2021 四(一)1: 3 → 4']]);
  });

  test('nothing changes under the same ordinance', () => {
    const { rows } = compared(county, county);
    expect(rows.flatMap(({ causes }) => causes)).toEqual([]);
    expect(rows.some(changesRank)).toBe(false);
  });

  test('a unit that only one of the two assesses comes or goes', () => {
    const after = changed({ subjects: { unit_class: '下属单位' } });
    expect(told(compared(county, after))).toEqual([
      ['fuwu', '2: 12', '1: 12', '0', []],
      ['jijin', '1: 13', null, '-13', ['county-2021 四(一)6: 10 → 0', 'county-2021 四(一)1: 3 → 0']],
    ]);
    expect(told(compared(after, county)).at(0)).toEqual([
      'jijin',
      null,
      '1: 13',
      '13',
      ['county-2021 四(一)6: 0 → 10', 'county-2021 四(一)1: 0 → 3'],
    ]);
  });

  test('clauses of different ordinances are different clauses', () => {
    const other = { ...county, id: 'other' };
    expect(told(compared(county, other))[1]?.[4]).toEqual(['county-2021 四(一)3: 12 → 0', 'other 四(一)3: 0 → 12']);
  });

  test('where the year so far is ranked, the year so far is compared', () => {
    const byYear = changed({ 'ranking.by': 'year-to-date' });
    expect(told(compared(county, byYear, '2026-04'))).toEqual([
      ['jijin', '2: 0', '1: 13', '13', ['county-2021 四(一)6: 0 → 10', 'county-2021 四(一)1: 0 → 3']],
      ['fuwu', '1: 12', '2: 12', '0', []],
    ]);
  });

  test('what weights make of the points is told beside the clauses, so that all adds up', () => {
    const halved = changed({ 'ranking.modules': { 采用: { rules: ['county-site', 'city'], weight: 0.5 } } });
    expect(told(compared(county, halved))).toEqual([
      ['fuwu', '2: 12', '1: 6', '-6', ['county-2021 四(三): 0 → -6']],
      ['jijin', '1: 13', '2: 1.5', '-11.5', ['county-2021 四(三): 0 → -11.5']],
    ]);
  });

  test('before any ordinance there is nothing to compare', () => {
    expect(compared(county, county, '2019').rows).toEqual([]);
  });
});
