import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { type DemoFile, demoFiles } from '../../src/demo/demo.ts';
import { personName, placeName } from '../../src/demo/names.ts';
import { DEMO_POLICIES, type DemoPolicy } from '../../src/demo/settings/all.ts';
import { recordText } from '../../src/demo/text.ts';
import { openLedger } from '../../src/ledger/open.ts';
import type { Ledger } from '../../src/model/records.ts';
import { parse } from '../../src/source/parse.ts';
import { day } from '../model/days.ts';

const until = day('2026-11-26');
const write = (policy: DemoPolicy, more: Partial<Parameters<typeof demoFiles>[0]> = {}): DemoFile[] => [
  ...demoFiles({ policy, units: 40, months: 14, perMonth: 90, seed: 7, until, ...more }),
];

/** The ledger that the files write, read as any other. */
function opened(files: readonly DemoFile[]): { ledger: Ledger; findings: unknown[] } {
  const parsed = files.map(([path, text]) => [path, parse(path, text)] as const);
  const { ledger, findings } = openLedger(new Map(parsed.map(([path, { value }]) => [path, value])));
  if (!ledger) throw new Error('no ledger');
  return { ledger, findings: [...parsed.flatMap(([, own]) => own.findings), ...findings] };
}

/** What the ordinance itself says of its words. */
interface Vocabulary {
  readonly words?: { readonly form?: string[]; readonly category?: string[]; readonly incident?: string[] };
  readonly subjects: { readonly unit_class: string[] };
}

describe.each(DEMO_POLICIES)('a demonstration under %s', (policy) => {
  const files = write(policy);
  const { ledger, findings } = opened(files);
  const { words = {}, subjects } = parseYaml(readFileSync(`policies/${policy}.yaml`, 'utf8')) as Vocabulary;

  test('is clean under every check', () => expect(findings).toEqual([]));

  test('is the same, byte by byte, for the same seed, and another for another', () => {
    expect(write(policy)).toEqual(files);
    expect(write(policy, { seed: 8 })).not.toEqual(files);
  });

  test('has about as many submissions as asked for, adopted about once each', () => {
    const asked = 13 * 90 + Math.round((90 * 26) / 30);
    expect(ledger.submissions.size - asked).toBeLessThanOrEqual(14);
    expect(ledger.submissions.size).toBeGreaterThanOrEqual(asked);
    expect(ledger.adoptions.length / ledger.submissions.size).toBeGreaterThan(0.8);
    expect(ledger.adoptions.length / ledger.submissions.size).toBeLessThan(1.2);
  });

  test('has the units asked for, of classes that the ordinance counts, under names of their own', () => {
    const units = [...ledger.units.values()];
    expect(new Set(units.map(({ name }) => name)).size).toBe(40);
    expect(subjects.unit_class).toEqual(expect.arrayContaining(units.map((unit) => unit.class)));
  });

  test('speaks the words of the ordinance', () => {
    const submissions = [...ledger.submissions.values()];
    const wordsOf = (key: 'form' | 'category') => [...new Set(submissions.flatMap((submission) => submission[key] ?? []))].sort();
    expect(wordsOf('form')).toEqual([...(words.form ?? [])].sort());
    expect(wordsOf('category')).toEqual([...(words.category ?? [])].sort());
    expect(words.incident ?? []).toEqual(expect.arrayContaining(ledger.incidents.map(({ kind }) => kind)));
  });

  test('holds nothing before its first month and nothing after its last day', () => {
    const days = [...ledger.submissions.values(), ...ledger.adoptions, ...ledger.instructions, ...ledger.incidents].map(({ on }) => on).sort();
    expect(days.at(0)?.slice(0, 7)).toBe('2025-10');
    expect(days.at(-1)).toBe(until);
  });
});

test('obligations are answered, answered late, or not at all', () => {
  const { ledger } = opened(write('ganzhou-2020', { months: 30 }));
  const answers = [...ledger.submissions.values()].flatMap(({ answers, on }) =>
    answers === null ? [] : [{ on, due: ledger.obligations.get(answers)?.due }],
  );
  const owed = [...ledger.obligations.values()].flatMap(({ units }) => units ?? []).length;
  expect(answers.some(({ on, due }) => due && on > due)).toBe(true);
  expect(answers.some(({ on, due }) => due && on <= due)).toBe(true);
  expect(answers.length).toBeLessThan(owed);
  expect(new Set([...ledger.obligations.values()].map(({ kind }) => kind))).toEqual(new Set(['约稿', '会议', '政策']));
  expect([...ledger.submissions.values()].some(({ compositeOf }) => compositeOf.length === 3)).toBe(true);
});

test('one unit, one month, one submission is a ledger too; so is a month that begins on a Sunday', () => {
  for (const policy of DEMO_POLICIES) expect(opened(write(policy, { units: 1, months: 1, perMonth: 1 })).findings).toEqual([]);
  const { ledger, findings } = opened(write('county-2021', { units: 0, months: 1, perMonth: 60, until: day('2026-11-01') }));
  expect(findings).toEqual([]);
  expect([...ledger.submissions.values()].map(({ on }) => on)).toEqual(['2026-11-01', '2026-11-01']);
});

test('places and persons have names of their own', () => {
  const unlike = (nameOf: (n: number) => string, count: number) => new Set(Array.from({ length: count }, (_, n) => nameOf(n))).size;
  expect(unlike(placeName, 1500)).toBe(1500);
  expect(unlike(personName, 60_000)).toBe(60_000);
});

test('text that YAML would take for something else is quoted', () => {
  const text = recordText('data/x/2026/a.yaml', 'adoption', {
    title: '12345热线: 一问',
    on: '2026-03-05',
    submission: '20260305-unit-001-1',
    print: false,
    'a,b': '是',
  });
  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../.schema/adoption.json');
  expect(parse('a.yaml', text).value).toEqual({
    title: '12345热线: 一问',
    on: '2026-03-05',
    submission: '20260305-unit-001-1',
    print: false,
    'a,b': '是',
  });
});

test('fifty thousand titles are fifty thousand', () => {
  const files = write('county-2021', { units: 100, months: 24, perMonth: 2150, seed: 1 });
  const titles = files.flatMap(([path, text]) => (path.startsWith('data/submissions/') ? [/^title: (.*)$/m.exec(text)?.[1]] : []));
  expect(titles.length).toBeGreaterThan(50_000);
  expect(new Set(titles).size).toBe(titles.length);
});
