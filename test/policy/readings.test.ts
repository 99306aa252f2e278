import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.ts';
import { classesOf, classifier, timeline } from '../../src/policy/policy.ts';
import { choosing, withReadings } from '../../src/policy/readings.ts';
import { policyFrom, SHIPPED, shippedPolicy, writtenPolicy } from '../support/policies.ts';

const written = {
  rules: { a: { points: 1, with: { for: 'adoption' } } },
  readings: {
    A01: { chosen: 'A', options: { A: { says: '' }, B: { says: '', set: { 'rules.a.points': 2, 'rules.a.with': null, 'limits.cap.at_most': 9 } } } },
  },
};

describe('the chosen reading', () => {
  it('changes nothing where it is the one that the file is written under', () => {
    expect(withReadings(written)).toEqual(written);
  });
  it('sets, adds and removes what it says, and leaves the written file as it was', () => {
    const before = structuredClone(written);
    const read = withReadings(choosing(written, 'A01', 'B')) as typeof written & { limits: unknown };
    expect(read.rules).toEqual({ a: { points: 2 } });
    expect(read.limits).toEqual({ cap: { at_most: 9 } });
    expect(written).toEqual(before);
  });
  it.each([
    null,
    'text',
    [],
    { readings: [] },
    { readings: { A: null } },
    { readings: { A: { chosen: 'A' } } },
    { readings: { A: { chosen: 1, options: {} } } },
  ])('leaves the malformed to the schema: %o', (value) => {
    expect(withReadings(value)).toEqual(value);
  });
  it('is chosen in what can bear a choice only', () => {
    expect(choosing('text', 'A', 'B')).toBe('text');
  });
});

describe.each(SHIPPED)('%s', (id) => {
  const readings = Object.entries((writtenPolicy(id) as { readings?: Record<string, { options: object }> }).readings ?? {});
  it.each(readings.flatMap(([name, { options }]) => Object.keys(options).map((option) => [name, option] as const)))(
    'is sound when %s is read as %s',
    (name, option) => {
      expect(shippedPolicy(id, [name, option]).id).toBe(id);
    },
  );
  it('cites only clauses that it prints, and is sound as shipped', () => {
    expect(Object.keys(shippedPolicy(id).clauses).length).toBeGreaterThan(0);
  });
});

describe('the ordinance in force', () => {
  const from = (id: string, start: string, to?: string) =>
    policyFrom(id, { id, title: id, in_force: { from: start, ...(to ? { to } : {}) }, clauses: { 一: '条文' } });
  const policyOn = timeline([from('old', '2020-01-01'), from('new', '2022-01-01', '2022-12-31')]);
  it.each([
    ['2019-12-31', null],
    ['2020-01-01', 'old'],
    ['2021-12-31', 'old'],
    ['2022-01-01', 'new'],
    ['2022-12-31', 'new'],
    ['2023-01-01', null],
  ])('on %s is %s', (day, expected) => {
    expect(policyOn(day as Day)?.id ?? null).toBe(expected);
  });
});

it('an outlet is classified by name or alias, level, channel and print', () => {
  const policy = policyFrom('test', {
    id: 'test',
    title: 'x',
    in_force: { from: '2020-01-01' },
    clauses: { 一: '条文' },
    outlets: { 甲: { name: '别名' }, 乙: { level: '市', print: true }, 丙: { channel: '报纸' } },
  });
  const outlet = {
    id: 'o',
    at: { file: '', path: [] },
    name: '本名',
    aliases: ['别名'],
    level: '市',
    channel: '报纸',
    print: true,
    own: false,
    parent: null,
    barred: [],
    editions: false,
    from: null,
    to: null,
  } as const;
  expect(classifier(policy)(outlet)).toBe('甲');
  expect(classesOf(policy, outlet)).toEqual(['甲', '乙', '丙']);
  expect(classifier(policy)({ ...outlet, aliases: [], level: null, channel: '网站' })).toBeNull();
});
