import { expect, test } from 'vitest';
import type { Day } from '../../src/model/day.ts';
import { dayWords, periodKeyWords } from '../../src/words/periods.ts';

test('a day', () => {
  expect(dayWords('2026-03-05' as Day, 'zh')).toBe('2026年3月5日');
  expect(dayWords('2026-12-31' as Day, 'en')).toBe('31 December 2026');
});

test.each([
  ['2026', '2026年', '2026'],
  ['2026-H1', '2026年上半年', 'first half of 2026'],
  ['2026-H2', '2026年下半年', 'second half of 2026'],
  ['2026-Q1', '2026年第一季度', 'first quarter of 2026'],
  ['2026-Q2', '2026年第二季度', 'second quarter of 2026'],
  ['2026-Q3', '2026年第三季度', 'third quarter of 2026'],
  ['2026-Q4', '2026年第四季度', 'fourth quarter of 2026'],
  ['2026-01+02', '2026年1至2月', 'January and February 2026'],
  ['2026-03', '2026年3月', 'March 2026'],
  ['2026-03-A', '2026年3月上半月', 'first half of March 2026'],
  ['2026-03-B', '2026年3月下半月', 'second half of March 2026'],
  ['2026-W05', '2026年第5周', 'week 5 of 2026'],
  ['2026-W05a', '2026年第5周（月末前）', 'week 5 of 2026 (to the end of the month)'],
  ['2026-W05b', '2026年第5周（下月起）', 'week 5 of 2026 (from the first of the month)'],
  ['2026-03-05', '2026年3月5日', '5 March 2026'],
  ['2026-07-01..2026-10-09', '2026年7月1日至2026年10月9日', '1 July 2026 to 9 October 2026'],
  ['no period', 'no period', 'no period'],
  ['2026-W99a', '2026-W99a', '2026-W99a'],
])('%s', (key, zh, en) => {
  expect(periodKeyWords(key, 'zh')).toBe(zh);
  expect(periodKeyWords(key, 'en')).toBe(en);
});
