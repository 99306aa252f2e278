/** The list of submissions: what an address asks for, which rows answer, and what the file holds. */
import { describe, expect, test } from 'vitest';
import type { ListedData, ListedRow } from '../../src/site/listed.ts';
import { type Asked, answering, askedIn, listedRow, pageOf, queryOf } from '../../src/site/listing.ts';
import { pagesOf } from './world.ts';

const DATA: ListedData = {
  units: [
    ['daiyu', '待遇股', '待遇保障股'],
    ['fuwu', '服务中心', '医保服务中心'],
  ],
  forms: ['综合', '简讯'],
  outlets: [
    ['daily', '湛江日报'],
    ['county', '县政府网站'],
  ],
  classes: ['市级', '县级'],
  duties: [
    ['call', '约稿', '门诊统筹约稿'],
    ['meeting', '会议', '全县医保工作会议'],
  ],
  rows: [
    ['e', '会议要闻', '2026-12-31', [0], 1, [], -1, 1, '0'],
    ['d', '两家合写的稿件', '2026-07-01', [1, 0], 1, [1], 1, -1, '1'],
    ['c', '门诊统筹落地见效', '2026-06-30', [0], 0, [1, 0], 0, 0, '16'],
    ['b', '没有体裁的稿件', '2026-04-01', [1], -1, [], -1, -1, '0'],
    ['a', '去年的稿件', '2025-12-31', [1], 0, [0], -1, -1, '3'],
  ],
};

const ask = (query: string): Asked => askedIn(new URLSearchParams(query));
const ids = (query: string): string =>
  answering(DATA, ask(query))
    .map(([id]) => id)
    .join('');

describe('an address', () => {
  test('says what is asked, and nothing else is asked', () => {
    expect(ask('q=+门诊+&unit=daiyu&adopted=maybe&page=0&foo=bar')).toEqual({
      q: '门诊',
      unit: 'daiyu',
      form: '',
      class: '',
      adopted: '',
      period: '',
      duty: '',
      page: 1,
    });
  });

  test('comes out as it went in, with what is not asked left out', () => {
    const query = '?q=%E9%97%A8%E8%AF%8A&unit=daiyu&form=%E7%AE%80%E8%AE%AF&class=%E5%B8%82%E7%BA%A7&adopted=no&period=2026-Q2&duty=call&page=3';
    expect(queryOf(ask(query))).toBe(query);
    expect(queryOf(ask('page=1'))).toBe('');
  });
});

describe('rows answer by', () => {
  test.each([
    ['nothing', '', 'edcba'],
    ['words of the title', 'q=统筹落地', 'c'],
    ['words of the unit, short or full', 'q=保障股+会议', 'e'],
    ['a unit that has a part in them', 'unit=daiyu', 'edc'],
    ['a unit that nobody knows', 'unit=nobody', ''],
    ['their form', 'form=简讯', 'ed'],
    ['the class of their best adoption', 'class=县级', 'd'],
    ['whether they were adopted, with a class or without', 'adopted=yes', 'dca'],
    ['whether they were not', 'adopted=no', 'eb'],
    ['a month', 'period=2026-06', 'c'],
    ['a quarter', 'period=2026-Q2', 'cb'],
    ['a half-year', 'period=2026-H2', 'ed'],
    ['a year', 'period=2025', 'a'],
    ['a period that means nothing', 'period=soon', 'edcba'],
    ['the kind of obligation that they answer', 'duty=会议', 'e'],
    ['one obligation', 'duty=call', 'c'],
    ['all of it at once', 'unit=daiyu&adopted=yes&period=2026-H1&q=门诊', 'c'],
  ])('%s', (_name, query, expected) => {
    expect(ids(query)).toBe(expected);
  });
});

test('pages have fifty rows; one past the last is the last', () => {
  const rows = Array.from({ length: 101 }, (_, index): ListedRow => [`s${index}`, '', '', [], -1, [], -1, -1, '0']);
  expect(pageOf(rows, 1)).toMatchObject({ page: 1, pages: 3 });
  expect(
    pageOf(rows, 2)
      .rows.map(([id]) => id)
      .at(-1),
  ).toBe('s99');
  expect(pageOf(rows, 9)).toMatchObject({ page: 3, rows: [rows[100]] });
  expect(pageOf([], 1)).toEqual({ page: 1, pages: 1, rows: [] });
});

test('a row shows what it has, and a sign where it has nothing', () => {
  const signs = { none: '—', list: '、' };
  const { cells } = listedRow(DATA.rows[1] as ListedRow, DATA, signs);
  expect(cells.map(({ text, links = [] }) => [text, ...links.map((link) => link.text)].join(''))).toEqual([
    '2026-07-01',
    '两家合写的稿件',
    '服务中心、待遇股',
    '简讯',
    '县政府网站',
    '1',
  ]);
  expect(listedRow(DATA.rows[2] as ListedRow, DATA, signs).cells[4]?.links).toEqual([
    { text: '县政府网站', href: 'outlets/county/' },
    { text: '湛江日报', href: 'outlets/daily/' },
  ]);
  expect(
    listedRow(DATA.rows[3] as ListedRow, DATA, signs)
      .cells.map(({ text }) => text)
      .slice(3),
  ).toEqual(['—', '—', '0']);
});

test('the file of a bureau has every public submission, once, with its best class and its points', () => {
  const { rows, classes, outlets, duties } = pagesOf().submissionsData();
  // Without the hidden one, the one on request, the one that is left out and the one of a later day.
  expect(rows.map(([id]) => id)).toEqual(['second-twin', 'composite', 'twin', 'unapproved', 'refused', 'shared', 'climbing']);
  const climbing = rows.at(-1) as ListedRow;
  // The county's site and a city paper; what was only handed up to an account is no adoption. 6 for the city, 10 for the instruction.
  expect(climbing[5].map((outlet) => outlets[outlet]?.[1])).toEqual(['XX县人民政府官方网站', '湛江日报']);
  expect(classes[climbing[6]]).toBe('市级');
  expect(climbing[8]).toBe('16');
  expect(duties[climbing[7]]).toEqual(['public-call', '约稿', '门诊统筹约稿']);
  expect((rows[4] as ListedRow)[6]).toBe(-1);
});

test('the page shows the first rows and every filter that can tell rows apart', () => {
  const page = pagesOf().submissions();
  expect(page.table.rows).toHaveLength(7);
  expect(page.filters.map(({ name }) => name)).toEqual(['unit', 'form', 'class', 'adopted', 'period', 'duty']);
  const [unit] = page.filters;
  expect(unit?.groups[0]?.options.map(({ value }) => value)).toEqual(['daiyu', 'fuwu', 'xinxi']);
  const period = page.filters.find(({ name }) => name === 'period');
  expect(period?.groups.map(({ options }) => options.map(({ value }) => value))).toEqual([
    ['2026'],
    ['2026-H1'],
    ['2026-Q2', '2026-Q1'],
    ['2026-05', '2026-04', '2026-03'],
  ]);
});
