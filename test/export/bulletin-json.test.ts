import { expect, test } from 'vitest';
import { bulletinJson } from '../../src/export/bulletin/json.ts';
import { bulletin } from '../support/bulletin.ts';

const read = (one = bulletin()) => JSON.parse(bulletinJson(one));

test('it says what the lock says, with the keys in the order of the lock', () => {
  const json = read();
  expect(Object.keys(json)).toEqual(['period', 'document', 'published', 'evidence', 'credits', 'seal']);
  const { published, evidence, document } = bulletin();
  expect(json.published).toEqual(published);
  expect(json.evidence).toEqual(evidence);
  expect(json.document).toEqual(document);
});

test('the order of keys in what is handed over does not matter', () => {
  const one = bulletin();
  const turned = Object.fromEntries(Object.entries(one).reverse()) as unknown as typeof one;
  const published = Object.fromEntries(Object.entries(one.published).reverse()) as unknown as typeof one.published;
  expect(bulletinJson({ ...turned, published })).toBe(bulletinJson(one));
});

test('of a hidden credit only the figures are told', () => {
  const one = bulletin();
  const hidden = {
    on: '2026-10-01',
    unit: 'fuwu',
    points: 2,
    kind: 'adoption' as const,
    record: '',
    file: '',
    reason: { code: 'counted' },
    hidden: true as const,
  };
  expect(read({ ...one, credits: [hidden] }).credits).toEqual([{ on: '2026-10-01', unit: 'fuwu', points: 2, kind: 'adoption', hidden: true }]);
});

test('a credit is a line, so that tools that compare lines see what changed', () => {
  const one = bulletin();
  const lines = bulletinJson(one).split('\n');
  expect(lines.filter((line) => line.startsWith('    {"on":'))).toHaveLength(one.credits.length);
});

test.each([
  [
    'all',
    [
      [1, 1],
      [1, 2],
    ],
  ],
  [
    1,
    [
      [1, 1],
      [1, undefined],
    ],
  ],
  [
    'none',
    [
      [undefined, undefined],
      [undefined, undefined],
    ],
  ],
] as const)('where ranks shown are %s', (ranks, expected) => {
  const one = bulletin();
  const { groups } = read({ ...one, published: { ...one.published, ranks } }).published;
  expect(groups.map(({ rows }: { rows: { rank?: number }[] }) => rows.map(({ rank }) => rank))).toEqual(expected);
});
