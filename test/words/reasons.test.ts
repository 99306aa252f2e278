import { describe, expect, test } from 'vitest';
import { points } from '../../src/model/points.ts';
import type { Reason } from '../../src/scoring/credit.ts';
import { pointsWords, signed } from '../../src/words/points.ts';
import { reasonWords } from '../../src/words/reasons.ts';
import type { Coded } from '../../src/words/speech.ts';

type Samples = { readonly [C in Reason['code']]: readonly Coded<Reason, C>[] };

const duty = { period: '2026-03', count: '2', quota: '1' };
const SAMPLES: Samples = {
  corrected: [
    { code: 'corrected', period: '2026-09', causes: [] },
    {
      code: 'corrected',
      period: '2026-Q3',
      causes: [
        { what: 'added', file: 'data/adoptions/2026/0901-a.yaml', commit: '0123456789abcdef' },
        { what: 'changed', file: 'policies/county-2021.yaml' },
        { what: 'deleted', file: 'data/incidents/2026/0902-b.yaml' },
        { what: 'program' },
      ],
    },
  ],
  counted: [{ code: 'counted' }],
  raised: [{ code: 'raised', worth: '18', booked: '3', replaces: 'a' }],
  withdrawn: [
    { code: 'withdrawn', by: 'a' },
    { code: 'withdrawn', by: null },
  ],
  overridden: [{ code: 'overridden', by: 'a' }],
  'pool-capped': [{ code: 'pool-capped', cap: '10' }],
  zeroed: [{ code: 'zeroed', period: '2026-03', by: 'a' }],
  consequence: [{ code: 'consequence', period: '2026-03', times: 3 }],
  converted: [{ code: 'converted', period: '2026', total: '12', of: '积分' }],
  'excluded-content': [{ code: 'excluded-content' }],
  'better-counted': [{ code: 'better-counted', by: 'a', worth: '18' }],
  'not-covered': [{ code: 'not-covered' }],
  'no-ordinance': [{ code: 'no-ordinance' }],
  'filed-before-ordinance': [{ code: 'filed-before-ordinance' }],
  'level-open': [{ code: 'level-open' }],
  'edition-needed': [{ code: 'edition-needed' }],
  'needs-company': [{ code: 'needs-company' }],
  'excluded-by-company': [{ code: 'excluded-by-company' }],
  unapproved: [{ code: 'unapproved', missing: ['分管领导'] }],
  rejected: [{ code: 'rejected' }],
  returned: [{ code: 'returned' }],
  'too-many-revisions': [
    { code: 'too-many-revisions', allowed: 1 },
    { code: 'too-many-revisions', allowed: 2 },
  ],
  'same-story': [{ code: 'same-story', as: 'a' }],
  'duty-met': [{ code: 'duty-met', ...duty }],
  'duty-missed': [{ code: 'duty-missed', ...duty }],
  'duty-extra': [{ code: 'duty-extra', ...duty }],
  'cap-reached': [{ code: 'cap-reached', period: '2026', cap: '20' }],
  'deadline-missed': [{ code: 'deadline-missed', due: '2026-03-20' }],
  base: [{ code: 'base', period: '2026' }],
};

describe('every reason has words in both languages', () => {
  test.each(
    Object.values(SAMPLES)
      .flat()
      .map((reason: Reason) => [reason.code, reason] as const),
  )('%s', (_, reason) => {
    const [zh, en] = [reasonWords(reason, 'zh'), reasonWords(reason, 'en')];
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[a-z]/);
    for (const words of [zh, en]) expect(words).not.toMatch(/undefined|\[object|NaN|null|[。.]$/);
  });
});

test('records are called as the page calls them', () => {
  expect(reasonWords({ code: 'better-counted', by: 'a', worth: '18' }, 'zh', () => '人民网')).toBe('同一稿件已按 人民网 计18分，不重复计分');
});

test('points are told without exponents, and one is one', () => {
  expect(pointsWords(points('0.5'), 'zh')).toBe('0.5分');
  expect(pointsWords(points('-89'), 'en')).toBe('-89 points');
  expect(pointsWords('1', 'en')).toBe('1 point');
  expect(pointsWords('-1', 'en')).toBe('-1 point');
});

test('a change has its sign', () => {
  expect([points(3), points('-0.5'), points(0)].map(signed)).toEqual(['+3', '-0.5', '0']);
});
