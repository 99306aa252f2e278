import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/model/day.ts';
import type { Concern } from '../../src/plan/concerns.ts';
import { MEASURES } from '../../src/policy/written-plan.ts';
import { concernWords, durationWords, MEASURE_NAMES, measureText, type NameOf, percent } from '../../src/words/plan.ts';

const on = '2022-04-15' as Day;
const records: [] = [];
const clause = '三(四)';
const CONCERNS: readonly Concern[] = [
  { code: 'vacant-role', role: '组长', clause, records },
  { code: 'missing-system', system: '重大舆情处置预案', clause, records },
  { code: 'release-not-publicised', release: 'mulu', days: 10, clause, records },
  { code: 'spot-not-reached', spot: 'liucun', class: '村屯', clause, records },
  { code: 'not-on-display', spot: 'liucun', class: '村卫生室', checked: on, lacks: ['tool-book', 'procedure'], clause, records },
  { code: 'not-on-display', spot: 'liucun', class: '村卫生室', checked: null, lacks: ['tool-book', 'procedure'], clause, records },
  { code: 'idle-lecturer', lecturer: 'he', last: on, clause, records },
  { code: 'idle-lecturer', lecturer: 'he', last: null, clause, records },
  { code: 'opinion-open', opinion: 'a', days: 18, clause, records },
  { code: 'report-missing', opinion: 'a', to: '省局', days: 18, clause, records },
  { code: 'no-budget', year: 2023, clause, records },
  { code: 'offline-in-epidemic', activity: 's1', on, clause, records },
  { code: 'not-approved', activity: 's1', on, why: 'refused', clause, records },
  { code: 'not-approved', activity: 's1', on, why: 'afterwards', clause, records },
];
const named: NameOf = (_, id) => `名称${id}`;
const unnamed: NameOf = () => null;

describe('every concern is a sentence in both languages', () => {
  test.each(CONCERNS.map((concern) => [concern.code, concern] as const))('%s', (_, concern) => {
    for (const nameOf of [named, unnamed]) {
      const { zh, en } = concernWords(concern, nameOf);
      expect(zh).toMatch(/。$/);
      expect(en).toMatch(/\.$/);
      expect(zh + en).not.toMatch(/undefined|null|NaN/);
    }
  });
});

test('what may not be named is not: incidents, lecturers, activities', () => {
  const said = (code: Concern['code']): string => concernWords(CONCERNS.find((concern) => concern.code === code) as Concern, unnamed).zh;
  expect(said('report-missing')).toBe('一起重大舆情尚未报告省局，已 18 天。');
  expect(said('idle-lecturer')).toBe('一名讲师本期没有授课（上次授课 2022-04-15）。');
  expect(said('offline-in-epidemic')).toBe('2022-04-15 的培训在疫情期间线下举办。');
});

test('a display says what is lacking, and when it was looked at', () => {
  const said = CONCERNS.filter(({ code }) => code === 'not-on-display').map((concern) => concernWords(concern, named));
  expect(said.map(({ zh }) => zh)).toEqual([
    '村卫生室“名称liucun”没有在醒目位置摆放工具书和经办流程（2022-04-15 检查）。',
    '村卫生室“名称liucun”还没有检查过摆放情况。',
  ]);
});

test('every measure has a name in both languages', () => {
  for (const name of MEASURES) {
    expect(MEASURE_NAMES[name].zh).toMatch(/\p{Script=Han}/u);
    expect(MEASURE_NAMES[name].en).toMatch(/[a-z]/);
  }
});

test('shares are told in percent, to one place', () => {
  expect(measureText(3, null)).toBe('3');
  expect(measureText(3, 5)).toBe('3/5(60.0%)');
  expect(measureText(0, 0)).toBe('0/0');
  expect(percent(1, 3)).toBe('33.3%');
  expect(percent(2, 3)).toBe('66.7%');
  expect(percent(1, 8)).toBe('12.5%');
  expect(percent(1, 2000)).toBe('0.1%');
});

test('durations are told as people say them', () => {
  expect(durationWords(0)).toEqual({ zh: '0分钟', en: '0 min' });
  expect(durationWords(30)).toEqual({ zh: '30分钟', en: '30 min' });
  expect(durationWords(75)).toEqual({ zh: '1小时15分钟', en: '1 h 15 min' });
  expect(durationWords(2 * 1440 + 185)).toEqual({ zh: '2天3小时', en: '2 d 3 h' });
  expect(durationWords(1440)).toEqual({ zh: '1天', en: '1 d' });
});
