import { expect, test } from 'vitest';
import { dayAt, type Moment, minutesBetween, momentOf } from '../../src/model/moment.ts';

const moment = (text: string): Moment => momentOf(text) as Moment;

test('a moment is a day and a time to the minute', () => {
  expect(momentOf('2022-03-08 09:20')).toBe('2022-03-08 09:20');
  expect(dayAt(moment('2022-03-08 23:59'))).toBe('2022-03-08');
  for (const wrong of ['2022-03-08', '2022-03-08T09:20', '2022-03-08 9:20', '2022-03-08 24:00', '2022-03-08 09:60', '2022-02-30 09:20', ''])
    expect(momentOf(wrong)).toBeNull();
});

test('minutes go by across midnight, months and years, and backwards', () => {
  expect(minutesBetween(moment('2022-03-08 09:20'), moment('2022-03-08 10:35'))).toBe(75);
  expect(minutesBetween(moment('2022-12-31 23:50'), moment('2023-01-01 00:10'))).toBe(20);
  expect(minutesBetween(moment('2024-02-28 00:00'), moment('2024-03-01 00:00'))).toBe(2 * 24 * 60);
  expect(minutesBetween(moment('2022-03-08 10:00'), moment('2022-03-08 09:59'))).toBe(-1);
});
