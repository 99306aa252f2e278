import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/model/day.ts';
import { contains, nextPeriod, parsePeriod, periodOf, periodsWithin, previousPeriod, range, SPANS } from '../../src/model/period.ts';
import { anyDay, day } from './days.ts';

const anySpan = fc.constantFrom(...SPANS);

describe('periodOf', () => {
  test.each([
    ['2026-03-05', 'week', '2026-W10', '2026-03-02', '2026-03-08'],
    ['2025-12-29', 'week', '2026-W01', '2025-12-29', '2026-01-04'],
    ['2026-01-01', 'week', '2026-W01', '2025-12-29', '2026-01-04'],
    ['2027-01-03', 'week', '2026-W53', '2026-12-28', '2027-01-03'],
    ['2023-01-01', 'week', '2022-W52', '2022-12-26', '2023-01-01'],
    ['2026-03-01', 'half-month', '2026-03-A', '2026-03-01', '2026-03-15'],
    ['2026-03-15', 'half-month', '2026-03-A', '2026-03-01', '2026-03-15'],
    ['2026-03-16', 'half-month', '2026-03-B', '2026-03-16', '2026-03-31'],
    ['2026-02-28', 'half-month', '2026-02-B', '2026-02-16', '2026-02-28'],
    ['2024-02-29', 'half-month', '2024-02-B', '2024-02-16', '2024-02-29'],
    ['2026-02-10', 'month', '2026-02', '2026-02-01', '2026-02-28'],
    ['2024-02-10', 'month', '2024-02', '2024-02-01', '2024-02-29'],
    ['2026-12-31', 'month', '2026-12', '2026-12-01', '2026-12-31'],
    ['2026-01-31', 'two-months', '2026-01+02', '2026-01-01', '2026-02-28'],
    ['2024-02-01', 'two-months', '2024-01+02', '2024-01-01', '2024-02-29'],
    ['2026-12-01', 'two-months', '2026-11+12', '2026-11-01', '2026-12-31'],
    ['2026-03-31', 'quarter', '2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-04-01', 'quarter', '2026-Q2', '2026-04-01', '2026-06-30'],
    ['2026-12-31', 'quarter', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-06-30', 'half-year', '2026-H1', '2026-01-01', '2026-06-30'],
    ['2026-07-01', 'half-year', '2026-H2', '2026-07-01', '2026-12-31'],
    ['2026-07-01', 'year', '2026', '2026-01-01', '2026-12-31'],
  ] as const)('%s lies in the %s %s', (on, span, key, from, to) => {
    expect(periodOf(day(on), span)).toEqual({ key, span, from, to });
  });

  test('contains its day, and every day of it has the same period', () => {
    fc.assert(
      fc.property(anyDay, anySpan, (on, span) => {
        const period = periodOf(on, span);
        expect(contains(period, on)).toBe(true);
        expect(periodOf(period.from, span)).toEqual(period);
        expect(periodOf(period.to, span)).toEqual(period);
      }),
    );
  });
});

describe('next and previous', () => {
  test.each([
    ['2025', '2026'],
    ['2026-H2', '2027-H1'],
    ['2026-Q4', '2027-Q1'],
    ['2026-12', '2027-01'],
    ['2026-W53', '2027-W01'],
    ['2025-W52', '2026-W01'],
    ['2026-02-01..2026-02-10', '2026-02-11..2026-02-20'],
    ['2026-02-28..2026-02-28', '2026-03-01..2026-03-01'],
  ])('%s comes before %s', (first, second) => {
    const [a, b] = [parsePeriod(first), parsePeriod(second)];
    if (!a || !b) throw new Error('no period');
    expect(nextPeriod(a)).toEqual(b);
    expect(previousPeriod(b)).toEqual(a);
  });

  test('undo each other and leave no gap', () => {
    fc.assert(
      fc.property(anyDay, anySpan, (on, span) => {
        const period = periodOf(on, span);
        const next = nextPeriod(period);
        expect(next.from).toBe(addDays(period.to, 1));
        expect(previousPeriod(next)).toEqual(period);
        expect(nextPeriod(previousPeriod(period))).toEqual(period);
      }),
    );
  });

  test('of a range keep its length', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 800 }), (from, length) => {
        const period = range(from, addDays(from, length));
        expect(nextPeriod(period)).toEqual(range(addDays(from, length + 1), addDays(from, 2 * length + 1)));
        expect(previousPeriod(nextPeriod(period))).toEqual(period);
      }),
    );
  });
});

describe('periodsWithin', () => {
  test.each(['half-month', 'month', 'two-months', 'quarter', 'half-year', 'year'] as const)('%ss tile the year', (span) => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), (year) => {
        const [from, to] = [day(`${year}-01-01`), day(`${year}-12-31`)];
        const periods = periodsWithin(from, to, span);
        expect(periods[0]?.from).toBe(from);
        expect(periods.at(-1)?.to).toBe(to);
        for (const [index, period] of periods.entries()) expect(periods[index + 1]?.from ?? addDays(to, 1)).toBe(addDays(period.to, 1));
      }),
    );
  });

  test.each([
    ['half-month', 24],
    ['month', 12],
    ['two-months', 6],
    ['quarter', 4],
    ['half-year', 2],
    ['year', 1],
    ['week', 53],
  ] as const)('a year has as many %ss as it should: %i', (span, count) => {
    expect(periodsWithin(day('2026-01-01'), day('2026-12-31'), span)).toHaveLength(count);
  });

  test('takes in periods that only touch', () => {
    expect(periodsWithin(day('2026-01-31'), day('2026-03-01'), 'month').map(({ key }) => key)).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(periodsWithin(day('2026-02-02'), day('2026-02-02'), 'month').map(({ key }) => key)).toEqual(['2026-02']);
  });

  test('finds nothing between a day and an earlier month', () => {
    expect(periodsWithin(day('2026-03-01'), day('2026-02-28'), 'month')).toEqual([]);
  });
});

describe('parsePeriod', () => {
  test.each([
    ['2026', 'year', '2026-01-01', '2026-12-31'],
    ['2026-H1', 'half-year', '2026-01-01', '2026-06-30'],
    ['2026-H2', 'half-year', '2026-07-01', '2026-12-31'],
    ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31'],
    ['2026-Q4', 'quarter', '2026-10-01', '2026-12-31'],
    ['2024-01+02', 'two-months', '2024-01-01', '2024-02-29'],
    ['2024-02-B', 'half-month', '2024-02-16', '2024-02-29'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2026-W01', 'week', '2025-12-29', '2026-01-04'],
    ['2026-W53', 'week', '2026-12-28', '2027-01-03'],
    ['2026-07-01..2026-10-09', 'range', '2026-07-01', '2026-10-09'],
  ])('%s is a %s', (text, span, from, to) => {
    expect(parsePeriod(text)).toEqual({ key: text, span, from, to });
  });

  test('a single day is a range of one day', () => {
    expect(parsePeriod('2026-03-05')).toEqual(range(day('2026-03-05'), day('2026-03-05')));
  });

  test.each([
    '',
    '26',
    '202',
    '20266',
    '0000',
    '0000-03',
    '0000-Q1',
    '0000-W01',
    '2026-',
    '2026-00',
    '2026-13',
    '2026-3',
    '2026-003',
    '2026-H0',
    '2026-H3',
    '2026-h1',
    '2026-Q0',
    '2026-Q5',
    '2026Q1',
    '2026-q1',
    '2026-W00',
    '2026-W54',
    '2025-W53',
    '2026-W1',
    '2026-w01',
    '2026-02-30',
    '2026-02-29..2026-03-01',
    '2026-03-01..2026-02-28',
    '2026-03-01..',
    '..2026-03-01',
    '..',
    '2026-03-01...2026-03-02',
    '2026-03-01..2026-03-02..2026-03-03',
    '2026-03..2026-04',
    '2026-03-01 .. 2026-03-02',
    ' 2026',
    '2026 ',
    '2026\n',
    '\uff12\uff10\uff12\uff16',
    '2026年',
    '2026-02+03',
    '2026-01+03',
    '2026-12+13',
    '2026-03-C',
    '2026-13-A',
    '2026-03-a',
    '一季度',
    'constructor',
  ])('refuses “%s”', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  test('reads back the key of every period', () => {
    fc.assert(
      fc.property(anyDay, anySpan, (on, span) => {
        const period = periodOf(on, span);
        expect(parsePeriod(period.key)).toEqual(period);
      }),
    );
  });
});

test('contains both its ends and nothing outside', () => {
  const march = periodOf(day('2026-03-05'), 'month');
  expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((on) => contains(march, day(on)))).toEqual([false, true, true, false]);
});
