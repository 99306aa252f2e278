/** Ordinances in use held against the register of units, and against each other; what is shipped has nothing to complain of. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { decidePolicy } from '../../src/policy/decide.ts';
import { isPlan } from '../../src/policy/plan.ts';
import { choosing } from '../../src/policy/readings.ts';
import { openRepository } from '../../src/policy/repository.ts';

const units = [
  { id: 'office', name: '办公室', short: '办', aliases: ['局办公室'], class: '股室' },
  { id: 'centre', name: '信息中心', class: '中心' },
];

const ordinance = (id: string, more: object = {}): [string, unknown] => [
  `policies/${id}.yaml`,
  { id, title: id, in_force: { from: '2025-01-01' }, clauses: { 一: '条文' }, ...more },
];

/** What is found under ordinances that are all in use. */
function found(...ordinances: readonly [string, unknown][]): object[] {
  const policies = ordinances.map(([file]) => file.replace(/^policies\/|\.yaml$/g, ''));
  const values = new Map<string, unknown>([['data/site.yaml', { organisation: '某局', policies }], ['data/units.yaml', { units }], ...ordinances]);
  return openRepository(values)
    .findings.filter(({ code }) => code !== 'source/missing-file')
    .map(({ at, ...fault }) => ({ at: `${at.file.replace(/^policies\/|\.yaml$/g, '')}:${at.path.join('.')}`, ...fault }));
}

const duty = { clause: '一', title: '月任务', per: 'month', at_least: 1 };

describe('an option that is not chosen', () => {
  const clause = { clause: '一' };
  const ruled = (set: object): object[] =>
    found(
      ordinance('a', {
        rules: { filed: { ...clause, for: 'submission', points: 1 } },
        readings: { A01: { ...clause, question: '?', chosen: 'A', options: { A: { says: 'a' }, B: { says: 'b', set } } } },
      }),
    );

  test('keeps to the form of the language', () => {
    expect(ruled({ 'rules.filed.points': 2 })).toEqual([]);
    expect(ruled({ 'rules.filed.except': true })).toMatchObject([
      { at: 'a:readings.A01.options.B.set.rules.filed.except', code: 'schema/unknown-key' },
    ]);
    expect(ruled({ 'rules.filed.for': null })).toMatchObject([{ at: 'a:readings.A01.options.B.set', code: 'schema/missing-key' }]);
  });

  test('is told of once', () => {
    expect(ruled({ 'rulez.filed.points': 1 })).toMatchObject([{ code: 'policy/reading-changes-nothing' }]);
  });
});

describe('units that an ordinance names', () => {
  test('are in the register, by their full names', () => {
    const at_least = { by: 'unit', table: { 办公室: 1, 局办公室: 2, 信息中芯: 3, 财务科: 4 } };
    expect(found(ordinance('a', { duties: { duty: { ...duty, at_least } } }))).toEqual([
      { at: 'a:duties.duty.at_least.table.信息中芯', code: 'policy/no-such-unit', what: 'unit', named: '信息中芯', nearest: '信息中心' },
      { at: 'a:duties.duty.at_least.table.局办公室', code: 'policy/no-such-unit', what: 'unit', named: '局办公室', nearest: '办公室' },
      { at: 'a:duties.duty.at_least.table.财务科', code: 'policy/no-such-unit', what: 'unit', named: '财务科', nearest: null },
    ]);
  });

  test('edit under a name that the register has', () => {
    const office = (unit: string): object => ({ units: { office: { unit, part: 0.3 } } });
    expect(found(ordinance('a', { items: office('办公室'), ledgers: { 稿费: { unit: '元', ...office('办公市') } } }))).toEqual([
      { at: 'a:ledgers.稿费.units.office.unit', code: 'policy/no-such-unit', what: 'unit', named: '办公市', nearest: '办公室' },
    ]);
    expect(found(ordinance('a', { items: office('局办公室') }))).toMatchObject([{ at: 'a:items.units.office.unit', nearest: '办公室' }]);
  });

  test('are of classes that some unit has', () => {
    const each = { unit_class: ['股室', '科室'] };
    expect(found(ordinance('a', { duties: { duty: { ...duty, each } } }))).toEqual([
      { at: 'a:duties.duty.each.unit_class.1', code: 'policy/no-such-unit', what: 'class', named: '科室', nearest: '股室' },
    ]);
  });

  test('or that the ordinance says it assesses, though there is none for now; but for a slip of the pen', () => {
    expect(found(ordinance('a', { subjects: { unit_class: ['股室', '中心', '直属单位'] } }))).toEqual([]);
    expect(found(ordinance('a', { subjects: { unit_class: ['股室', '中芯'] } }))).toMatchObject([{ named: '中芯', nearest: '中心' }]);
    expect(found(ordinance('a', { subjects: { unit_class: { not: '股室' } } }))).toEqual([]);
  });

  test('owe what is owed', () => {
    const subjects = { unit_class: ['股室', '直属单位'] };
    const owed = (each: object): object[] => found(ordinance('a', { subjects, duties: { duty: { ...duty, each } } }));
    expect(owed({ unit_class: '直属单位' })).toEqual([{ at: 'a:duties.duty.each', code: 'policy/owed-by-nobody', duty: '月任务' }]);
    expect(owed({ unit_class: '中心' })).toMatchObject([{ code: 'policy/owed-by-nobody' }]);
    expect(owed({ unit_class: '股室', year: 2030 })).toEqual([]);
    expect(owed([{ unit_class: '中心' }, { unit: '办公室' }] as object)).toEqual([]);
  });
});

describe('the days of ordinances', () => {
  const inForce = (from: string, to?: string, more: object = {}): object => ({ in_force: { from, ...(to === undefined ? {} : { to }), ...more } });

  test('follow one another, whether the former says that it ends or not', () => {
    expect(found(ordinance('b', inForce('2026-01-01')), ordinance('a', inForce('2025-01-01', '2025-12-31')))).toEqual([]);
    expect(found(ordinance('a', inForce('2025-01-01')), ordinance('b', inForce('2026-01-01')))).toEqual([]);
  });

  test('leave none without', () => {
    expect(found(ordinance('a', inForce('2025-01-01', '2025-06-30')), ordinance('b', inForce('2026-01-01')))).toEqual([
      { at: 'b:in_force.from', code: 'policy/days-without', from: '2025-07-01', to: '2025-12-31', before: 'a' },
    ]);
  });

  test('have one each', () => {
    const former = ordinance('a', inForce('2025-01-01', '2026-06-30'));
    const both = { at: 'b:in_force.from', code: 'policy/days-with-two', other: 'a', from: '2026-01-01' };
    expect(found(former, ordinance('b', inForce('2026-01-01')))).toEqual([{ ...both, to: '2026-06-30' }]);
    expect(found(former, ordinance('b', inForce('2026-01-01', '2026-03-31')))).toEqual([{ ...both, to: '2026-03-31' }]);
  });

  test('unless they stand side by side', () => {
    expect(found(ordinance('a', inForce('2025-01-01', '2026-06-30')), ordinance('b', inForce('2026-01-01', undefined, { beside: ['a'] })))).toEqual(
      [],
    );
  });
});

/** Every ordinance of a folder, under its chosen readings and under each alternative. */
function* ordinancesIn(folder: string): Generator<[name: string, file: string, value: unknown]> {
  const root = new URL(`../../${folder}/`, import.meta.url);
  for (const name of readdirSync(root).filter((file) => file.endsWith('.yaml') && !file.endsWith('.cases.yaml'))) {
    const value: unknown = parse(readFileSync(new URL(name, root), 'utf8'));
    if (isPlan(value)) continue;
    yield [name, `policies/${name}`, value];
    const { readings = {} } = value as { readings?: Record<string, { options: object }> };
    for (const [reading, { options }] of Object.entries(readings))
      for (const option of Object.keys(options)) yield [`${name} with ${reading} ${option}`, `policies/${name}`, choosing(value, reading, option)];
  }
}

test.each([...ordinancesIn('policies'), ...ordinancesIn('test/ordinances')])('%s has nothing to complain of', (_name, file, value) => {
  expect(decidePolicy(file, value).findings).toEqual([]);
});
