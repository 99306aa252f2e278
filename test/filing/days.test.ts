/** Days as offices write them into cells. */
import { describe, expect, test } from 'vitest';
import { dayIn, daysWithin } from '../../src/filing/sheet/days.ts';
import type { Content } from '../../src/filing/sheet/grid.ts';

const THIS_YEAR = { era: '1900', year: 2026 } as const;
const NO_YEAR = { era: '1900', year: null } as const;
const text = (written: string): Content => ({ kind: 'text', text: written });
const number = (written: number): Content => ({ kind: 'number', number: written });

describe('a text that is a day', () => {
  test.each([
    ['2026-03-05', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['2026 年 3 月 5 日', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['２０２６年０３月０５日', '2026-03-05'],
    ['2026．3．5', '2026-03-05'],
    ['2026-3-5 14:30', '2026-03-05'],
    ['2026-03-05T08:00:00', '2026-03-05'],
    ['2026年3月5日(星期四)', '2026-03-05'],
    ['二〇二六年三月五日', '2026-03-05'],
    ['二○二六年十二月三十一日', '2026-12-31'],
    ['二零二六年十月二十日', '2026-10-20'],
    ['2024-02-29', '2024-02-29'],
  ])('%s', (written, day) => {
    expect(dayIn(text(written), NO_YEAR)).toEqual({ day });
  });

  test.each([
    ['3月5日', '2026-03-05'],
    ['3.5', '2026-03-05'],
    ['3-15', '2026-03-15'],
    ['十一月三日', '2026-11-03'],
  ])('%s, where the year is stated', (written, day) => {
    expect(dayIn(text(written), THIS_YEAR)).toEqual({ day });
    expect(dayIn(text(written), NO_YEAR)).toEqual({ fault: { code: 'import/no-year', found: written } });
  });
});

describe('a text that is none, or may be two', () => {
  test.each([
    ['2026-02-29', null],
    ['2026年13月1日', null],
    ['上旬', null],
    ['2026年3月', null],
    ['3/5/2026', null],
    ['26.3.5', '2026-03-05'],
    ["'26.3.5", '2026-03-05'],
    ['26.13.5', null],
  ])('%s', (written, proposal) => {
    expect(dayIn(text(written), THIS_YEAR)).toEqual({ fault: { code: 'import/not-a-day', found: written, proposal } });
  });
});

describe('a number', () => {
  test('is a day by its serial number, in the era of the file', () => {
    expect(dayIn(number(46_086), THIS_YEAR)).toEqual({ day: '2026-03-05' });
    expect(dayIn(number(46_086.75), THIS_YEAR)).toEqual({ day: '2026-03-05' });
    // 46,086 days less the 1,462 between both eras.
    expect(dayIn(number(44_624), { era: '1904', year: null })).toEqual({ day: '2026-03-05' });
  });

  test('is a day by its digits', () => {
    expect(dayIn(number(20_260_305), NO_YEAR)).toEqual({ day: '2026-03-05' });
    expect(dayIn(number(20_261_305), NO_YEAR)).toEqual({ fault: { code: 'import/not-a-day', found: '20261305', proposal: null } });
  });

  test('3.1 may be the first or the tenth of March', () => {
    expect(dayIn(number(3.1), THIS_YEAR)).toEqual({ fault: { code: 'import/day-or-number', found: '3.1', readings: ['3月1日', '3月10日'] } });
    expect(dayIn(number(3.15), THIS_YEAR)).toEqual({ fault: { code: 'import/day-or-number', found: '3.15', readings: ['3月15日'] } });
  });

  test.each([1, 12, 2026, 19_999, 80_000])('%d is no day', (written) => {
    expect(dayIn(number(written), THIS_YEAR)).toEqual({ fault: { code: 'import/not-a-day', found: String(written), proposal: null } });
  });
});

test('days in running words', () => {
  expect(daysWithin('市长2026年4月2日批示,5月1日又批示', THIS_YEAR)).toEqual(['2026-04-02', '2026-05-01']);
  expect(daysWithin('市长批示', THIS_YEAR)).toEqual([]);
});
