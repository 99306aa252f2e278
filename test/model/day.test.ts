import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, dayOf, daysBetween, daysInMonth, earlier, isoWeekOf, later, weekdayOf } from '../../src/model/day.ts';
import { anyDay, day } from './days.ts';

describe('dayOf', () => {
  test.each(['2026-03-05', '2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
    expect(dayOf(text)).toBe(text);
  });

  test.each([
    ['no such day', '2026-02-30'],
    ['no leap year', '2026-02-29'],
    ['no leap year in 1900, a century', '1900-02-29'],
    ['no leap year in 2100, a century', '2100-02-29'],
    ['April has thirty days', '2026-04-31'],
    ['month nought', '2026-00-10'],
    ['month thirteen', '2026-13-01'],
    ['day nought', '2026-03-00'],
    ['day thirty-two', '2026-03-32'],
    ['year nought', '0000-01-01'],
    ['a time', '2026-03-05T08:00:00'],
    ['a time with a blank', '2026-03-05 08:00'],
    ['one digit', '2026-3-5'],
    ['slashes', '2026/03/05'],
    ['dots', '2026.03.05'],
    ['Chinese', '2026年3月5日'],
    ['full-width digits', '\uff12\uff10\uff12\uff16-03-05'],
    ['blank before', ' 2026-03-05'],
    ['blank after', '2026-03-05 '],
    ['new line after', '2026-03-05\n'],
    ['negative year', '-2026-03-05'],
    ['year of five digits', '12026-03-05'],
    ['a month', '2026-03'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(dayOf(text)).toBeNull();
  });

  test('accepts exactly the days that the Gregorian calendar has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, date) => {
        const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
        const length = [0, 31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0][month] ?? 0;
        const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
        expect(dayOf(text)).toBe(date >= 1 && date <= length ? text : null);
      }),
    );
  });
});

test.each([
  [2026, 1, 31],
  [2026, 2, 28],
  [2024, 2, 29],
  [1900, 2, 28],
  [2000, 2, 29],
  [2100, 2, 28],
  [2026, 4, 30],
  [2026, 12, 31],
  [1, 2, 28],
  [4, 2, 29],
])('%i-%i has %i days', (year, month, days) => {
  expect(daysInMonth(year, month)).toBe(days);
});

describe('addDays and daysBetween', () => {
  test.each([
    ['2026-03-05', 0, '2026-03-05'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-01-01', 365, '2027-01-01'],
    ['2024-01-01', 365, '2024-12-31'],
  ])('%s and %i days: %s', (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(count);
  });

  test('undo each other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (from, count) => {
        expect(daysBetween(from, addDays(from, count))).toBe(count);
        expect(addDays(addDays(from, count), -count)).toBe(from);
      }),
    );
  });

  test('lexical order is order in time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
      }),
    );
  });
});

test.each([
  ['2026-03-02', 1],
  ['2026-03-05', 4],
  ['2026-03-08', 7],
  ['2024-02-29', 4],
])('%s is day %i of the week', (on, weekday) => {
  expect(weekdayOf(day(on))).toBe(weekday);
});

// Weeks from the text of ISO 8601 and the printed calendars of these years.
test.each([
  ['2026-01-01', 2026, 1],
  ['2025-12-29', 2026, 1],
  ['2025-12-28', 2025, 52],
  ['2026-12-31', 2026, 53],
  ['2027-01-03', 2026, 53],
  ['2027-01-04', 2027, 1],
  ['2021-01-03', 2020, 53],
  ['2024-12-30', 2025, 1],
  ['2023-01-01', 2022, 52],
])('%s lies in week %i-%i', (on, year, week) => {
  expect(isoWeekOf(day(on))).toEqual({ year, week });
});

test('later and earlier', () => {
  const [a, b] = ['2026-03-05' as Day, '2026-03-10' as Day];
  expect([later(a, b), later(b, a), later(a, a)]).toEqual([b, b, a]);
  expect([earlier(a, b), earlier(b, a), earlier(a, a)]).toEqual([a, a, a]);
});
