/**
 * What was published stays; what the records say otherwise afterwards stands in the first open period, once. Points by county-2021: 综合 on the
 * county's site 3, in the city's paper 6, the highest counts; a city leader's instruction 10.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { proposeBulletin } from '../../src/bulletin/propose.ts';
import { bureau, spoilt } from '../support/bureau.ts';
import { bookOf, issue, journalOf, type Office, officeOf, period, pointsIn, sourcesOf } from './office.ts';

let office: Office;
beforeEach(() => {
  office = officeOf(bureau());
});

const corrections = (key: string) => proposeBulletin(period(key), sourcesOf(office)).published.corrections;

describe('the first bulletin', () => {
  test('closes all days up to its end, and publishes 3 for the adoption and 10 for the instruction', () => {
    const { published, evidence, credits } = issue(office, '2026-03');
    expect(evidence.closes).toEqual({ to: '2026-03-31' });
    expect(evidence.rests_on).toBeUndefined();
    expect(published.groups[0]?.rows.map(({ unit, rank, of_period }) => [unit, rank, of_period])).toEqual([
      ['jijin', 1, 13],
      ['fuwu', 2, 0],
    ]);
    expect(credits.map(({ on, points, record }) => [on, points, record]).filter(([, points]) => points !== 0)).toEqual([
      ['2026-03-10', 3, '0310-a'],
      ['2026-03-20', 10, '0320-a'],
    ]);
  });

  test('names the files behind the figures, the ordinance and the registers among them', () => {
    const { evidence } = issue(office, '2026-03');
    expect(Object.keys(evidence.files)).toEqual([
      'data/adoptions/2026/0310-a.yaml',
      'data/instructions/2026/0320-a.yaml',
      'data/obligations/2026/0301-k.yaml',
      'data/outlets.yaml',
      'data/people.yaml',
      'data/site.yaml',
      'data/submissions/jijin/2026/0305-a.yaml',
      'data/units.yaml',
      'policies/county-2021.yaml',
    ]);
  });

  test('made twice is the same, and so it is when it is made after later ones', () => {
    const first = issue(office, '2026-03');
    issue(office, '2026-04');
    issue(office, '2026-Q1');
    expect(proposeBulletin(period('2026-03'), sourcesOf(office))).toEqual(first);
  });
});

describe('after March was closed', () => {
  beforeEach(() => {
    issue(office, '2026-03');
  });

  const late = (): void => {
    office.values.set('data/adoptions/2026/0315-b.yaml', { submission: '0305-a', outlet: '湛江日报', on: '2026-03-15' });
  };

  test('nothing is corrected where nothing changed', () => {
    expect(corrections('2026-04')).toEqual([]);
  });

  test('a late record of 6 leaves the 3 of March and gives the other 3 in April, with its cause', () => {
    late();
    expect(pointsIn(bookOf(office, '2026-03-31'), '2026-03', 'jijin')).toBe('13');
    expect(pointsIn(bookOf(office, '2026-04-30'), '2026-03', 'jijin')).toBe('13');
    expect(pointsIn(bookOf(office, '2026-04-30'), '2026-04', 'jijin')).toBe('3');
    expect(corrections('2026-04').map(({ unit, corrects, points }) => [unit, corrects, points])).toEqual([['jijin', '2026-03', 3]]);
    expect(corrections('2026-04')[0]?.title).toBe('飞行检查');
    expect(corrections('2026-04')[0]?.causes).toEqual([
      { what: 'added', file: 'data/adoptions/2026/0315-b.yaml', commit: sourcesOf(office).commitOf('data/adoptions/2026/0315-b.yaml') },
    ]);
  });

  test('a correction is made once: it is published in April, and May has none', () => {
    late();
    const april = issue(office, '2026-04');
    expect(april.published.groups[0]?.rows[0]).toMatchObject({ unit: 'jijin', of_period: 3, corrections: 3, deductions: 0, to_date: 16 });
    expect(corrections('2026-05')).toEqual([]);
    expect(pointsIn(bookOf(office, '2026-05-31'), '2026', 'jijin')).toBe('16');
  });

  test('a correction that turns out wrong is corrected again', () => {
    late();
    issue(office, '2026-04');
    office.values.delete('data/adoptions/2026/0315-b.yaml');
    const may = issue(office, '2026-05');
    expect(may.published.corrections.map(({ corrects, points, causes }) => [corrects, points, causes.map(({ what }) => what)])).toEqual([
      ['2026-03', -3, ['deleted']],
    ]);
    expect(may.evidence.gone).toEqual(['data/adoptions/2026/0315-b.yaml']);
    expect(pointsIn(bookOf(office, '2026-06-30'), '2026', 'jijin')).toBe('13');
  });

  test('a deleted record takes back what it gave, and does not count as a deduction', () => {
    office.values.delete('data/instructions/2026/0320-a.yaml');
    const april = issue(office, '2026-04');
    expect(april.published.groups[0]?.rows.find(({ unit }) => unit === 'jijin')).toMatchObject({ of_period: -10, corrections: -10, deductions: 0 });
    expect(april.published.deductions).toEqual([]);
    expect(april.published.corrections[0]?.causes.map(({ what, file }) => [what, file])).toEqual([['deleted', 'data/instructions/2026/0320-a.yaml']]);
  });

  test('a record that moves into an open month is taken out of the closed one and counts where it is now', () => {
    spoilt('data/instructions/2026/0320-a.yaml', { on: '2026-04-02' }, office.values);
    const april = issue(office, '2026-04');
    expect(april.published.groups[0]?.rows.find(({ unit }) => unit === 'jijin')).toMatchObject({ of_period: 0, corrections: -10, to_date: 13 });
  });

  test('a record that moves from one closed month to another corrects both, and the sum is nothing', () => {
    issue(office, '2026-04');
    spoilt('data/instructions/2026/0320-a.yaml', { on: '2026-04-02' }, office.values);
    expect(corrections('2026-05').map(({ corrects, points }) => [corrects, points])).toEqual([
      ['2026-03', -10],
      ['2026-04', 10],
    ]);
    expect(pointsIn(bookOf(office, '2026-05-31'), '2026', 'jijin')).toBe('13');
  });

  test('an edited ordinance changes nothing that was published; the difference says that it was the ordinance', () => {
    office.policy = JSON.parse(JSON.stringify(office.policy).replaceAll('"市":10', '"市":15'));
    expect(pointsIn(journalOf(office, '2026-04-30'), '2026-03', 'jijin')).toBe('18');
    expect(pointsIn(bookOf(office, '2026-04-30'), '2026-03', 'jijin')).toBe('13');
    expect(corrections('2026-04').map(({ points, causes }) => [points, causes.map(({ what, file }) => [what, file])])).toEqual([
      [5, [['changed', 'policies/county-2021.yaml']]],
    ]);
  });

  test('figures that differ although no file changed are said to be our own doing', () => {
    const [march] = office.issued;
    if (march === undefined) throw new Error('March was not issued');
    const credits = march.written.credits.map((credit) => (credit.record === '0320-a' ? { ...credit, points: 8 } : credit));
    office.issued = [{ ...march, written: { ...march.written, credits } }];
    expect(corrections('2026-04').map(({ points, causes }) => [points, causes])).toEqual([[2, [{ what: 'program' }]]]);
  });

  test('another author corrects what persons have, and leaves the unit as it is', () => {
    spoilt('data/submissions/jijin/2026/0305-a.yaml', { authors: ['wang'] }, office.values);
    const own = bookOf(office, '2026-04-30').credits.filter(({ reason }) => reason.code === 'corrected');
    expect(own.map(({ points, people }) => [points.toString(), people.map(({ person, points: part }) => [person, part.toString()])])).toEqual([
      [
        '0',
        [
          ['li', '-3'],
          ['wang', '3'],
        ],
      ],
      [
        '0',
        [
          ['li', '-10'],
          ['wang', '10'],
        ],
      ],
    ]);
  });
});

describe('bulletins inside one another', () => {
  test('a quarter whose months are closed closes nothing, and says what they say', () => {
    issue(office, '2026-01');
    issue(office, '2026-02');
    issue(office, '2026-03');
    office.values.set('data/adoptions/2026/0315-b.yaml', { submission: '0305-a', outlet: '湛江日报', on: '2026-03-15' });
    const quarter = issue(office, '2026-Q1');
    expect(quarter.evidence.closes).toBeUndefined();
    expect(quarter.evidence.rests_on?.bulletin).toBe('2026-03');
    expect(quarter.credits).toEqual([]);
    expect(quarter.published.groups[0]?.rows[0]).toMatchObject({ unit: 'jijin', of_period: 13, corrections: 0 });
  });

  test('a quarter of which only January is closed closes the rest', () => {
    issue(office, '2026-01');
    const quarter = issue(office, '2026-Q1');
    expect(quarter.evidence.closes).toEqual({ from: '2026-02-01', to: '2026-03-31' });
    expect(quarter.published.totals.points).toBe(13);
  });

  test('a month inside a closed quarter is made of what the quarter published', () => {
    issue(office, '2026-Q1');
    office.values.delete('data/instructions/2026/0320-a.yaml');
    const march = issue(office, '2026-03');
    expect(march.evidence).not.toHaveProperty('closes');
    expect(march.evidence.rests_on?.bulletin).toBe('2026-Q1');
    expect(march.published.totals.points).toBe(13);
  });
});
