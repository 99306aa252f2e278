/** Addresses of pages and of records on their host. */
import { describe, expect, test } from 'vitest';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { placeOf } from '../../src/model/place.ts';
import { known } from '../../src/site/context.ts';
import { anchorOf, clausePath, firstPartOf, isPage, languageOf, pathIn, rankingPath, sourceHref, unitPeriodPath } from '../../src/site/links.ts';
import { publicReason, UNNAMED } from '../../src/site/reasons.ts';

describe('records on the repository’s host', () => {
  const at = placeOf('data/units.yaml', 'units', 0);
  test.each([
    ['github', 'https://git.example.org/o/r/blob/main/data/units.yaml#L3'],
    ['gitlab', 'https://git.example.org/o/r/-/blob/main/data/units.yaml#L3'],
    ['gitea', 'https://git.example.org/o/r/src/branch/main/data/units.yaml#L3'],
    ['gitee', 'https://git.example.org/o/r/blob/main/data/units.yaml#L3'],
  ] as const)('%s', (host, address) => {
    expect(sourceHref({ host, url: 'https://git.example.org/o/r/', branch: 'main' }, at, 3)).toBe(address);
  });

  test('a branch with a slash, a file with a sign of its own', () => {
    const repository = { host: 'github', url: 'https://git.example.org/o/r', branch: 'release/2026' } as const;
    expect(sourceHref(repository, placeOf('data/a#b.yaml'), 1)).toBe('https://git.example.org/o/r/blob/release/2026/data/a%23b.yaml#L1');
  });
});

describe('languages', () => {
  test.each([
    ['', 'en/'],
    ['units/', 'en/units/'],
    ['units/daiyu/2026/#sum', 'en/units/daiyu/2026/#sum'],
    ['submissions/?q=a/b.c', 'en/submissions/?q=a/b.c'],
  ])('the page “%s” stands under en/ in English', (path, english) => {
    expect([isPage(path), pathIn('en', path), pathIn('zh', path)]).toEqual([true, english, path]);
  });

  test.each(['feed.xml', 'data/journal.csv', 'bulletins/2026-04/2026-04.docx', '404', 'calendar/all.ics?x=/'])('the file %s is the same', (path) => {
    expect([isPage(path), pathIn('en', path)]).toEqual([false, path]);
  });

  test('other hosts and anchors in the page stay as they are', () => {
    expect(['https://example.org/', 'http://example.org/a/', '#sum'].map((path) => pathIn('en', path))).toEqual([
      'https://example.org/',
      'http://example.org/a/',
      '#sum',
    ]);
  });

  test('the first part of an address names the language; without one it is Chinese', () => {
    expect([firstPartOf('zh'), firstPartOf('en')]).toEqual([undefined, 'en']);
    expect([languageOf(undefined), languageOf('en'), languageOf('units')]).toEqual(['zh', 'en', 'zh']);
  });
});

test('a clause is an anchor by its own name, without blanks', () => {
  expect(anchorOf('二 (1)')).toBe('clause-二_(1)');
  expect(clausePath('p', '二 (1)')).toBe('policies/p/#clause-%E4%BA%8C_(1)');
  expect(clausePath('p', null)).toBe('policies/p/');
});

test('periods stand in a path without signs that file servers read differently', () => {
  const twoMonths = parsePeriod('2026-01+02') as Period;
  expect(rankingPath(twoMonths)).toBe('ranking/2026-01-and-02/');
  expect(unitPeriodPath('daiyu', twoMonths, 'sum')).toBe('units/daiyu/2026-01-and-02/#sum');
});

describe('the reason of a credit', () => {
  const seen = (record: string) => record === 'open';
  const none = new Set<string>();
  test('names only records that are public', () => {
    expect(publicReason({ code: 'raised', worth: '6', booked: '3', replaces: 'hidden' }, seen, none)).toMatchObject({ replaces: UNNAMED });
    expect(publicReason({ code: 'withdrawn', by: 'hidden' }, seen, none)).toEqual({ code: 'withdrawn', by: UNNAMED });
    expect(publicReason({ code: 'withdrawn', by: null }, seen, none)).toEqual({ code: 'withdrawn', by: null });
    expect(publicReason({ code: 'better-counted', by: 'open', worth: '3' }, seen, none)).toEqual({ code: 'better-counted', by: 'open', worth: '3' });
    expect(publicReason({ code: 'same-story', as: 'hidden' }, seen, none)).toEqual({ code: 'same-story', as: UNNAMED });
    expect(publicReason({ code: 'rejected' }, seen, none)).toEqual({ code: 'rejected' });
  });

  test('names only appeals that are public', () => {
    const because = (appeal?: string) => [{ what: 'changed' as const, file: 'open', ...(appeal === undefined ? {} : { appeal }) }];
    const corrected = (appeal?: string) => ({ code: 'corrected' as const, period: '2026-03', causes: because(appeal) });
    expect(publicReason(corrected('a'), seen, new Set(['a']))).toEqual(corrected('a'));
    expect(publicReason(corrected('b'), seen, new Set(['a']))).toEqual(corrected());
  });
});

test('what the site should know and does not is a mistake of ours', () => {
  expect(() => known(new Map([['a', 1]]), 'b')).toThrow('the site knows no b');
});
