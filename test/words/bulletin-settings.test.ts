import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CADENCES, WrittenBulletinSettings } from '../../src/ledger/written/wording.ts';
import { parsePeriod } from '../../src/model/period.ts';
import { cadenceOf, wordingFor } from '../../src/words/bulletin/cadence.ts';
import { MEANINGS } from '../../src/words/bulletin/context.ts';
import { filled } from '../../src/words/bulletin/document.ts';
import { DEFAULT_WORDING } from '../../src/words/bulletin/wording.ts';

const text = readFileSync('data/bulletins.yaml', 'utf8');
const settings = WrittenBulletinSettings.parse(parse(text));
const period = (key: string) => parsePeriod(key) ?? expect.fail(key);

describe('data/bulletins.yaml', () => {
  test.each(CADENCES)('words the %s as the program does by itself', (cadence) => {
    expect(settings.wording?.[cadence]).toEqual(DEFAULT_WORDING[cadence]);
  });

  test('names every value that a wording can ask for, with its meaning', () => {
    for (const [name, meaning] of Object.entries(MEANINGS)) expect(text).toContain(`#   ${name}：${meaning}`);
  });

  test('numbers documents as GB/T 9704 asks: six-cornered brackets, no 第, no padding zero', () => {
    expect(filled(settings.number ?? '', { 年: 2026, 序号: 7 })).toBe('南医保通〔2026〕7号');
  });
});

describe('the wording of a period', () => {
  test.each([
    ['2026-10', 'month'],
    ['2026-09+10', 'month'],
    ['2026-07-01..2026-10-09', 'month'],
    ['2026-Q3', 'quarter'],
    ['2026-H1', 'half-year'],
    ['2026', 'year'],
    ['2026-10-A', 'half-month'],
    ['2026-W05', 'half-month'],
  ])('of %s is that of the %s', (key, cadence) => {
    const at = parsePeriod(key);
    // 两个月 is written by its odd month first: 2026-09+10.
    expect(at && cadenceOf(at)).toBe(cadence);
  });

  test('is the office’s where it has one, else ours', () => {
    const own = { ...DEFAULT_WORDING.month, title: '本局月报' };
    expect(wordingFor(period('2026-10'), { wording: { month: own } })).toBe(own);
    expect(wordingFor(period('2026-Q3'), { wording: { month: own } })).toBe(DEFAULT_WORDING.quarter);
    expect(wordingFor(period('2026'), null)).toBe(DEFAULT_WORDING.year);
  });
});
