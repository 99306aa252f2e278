/** The writing guide cannot rot: every piece of YAML in it is of the form that the language has. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runSuite } from '../../src/cases/suite.ts';
import { shape } from '../../src/ledger/shape.ts';
import { placeOf } from '../../src/model/place.ts';
import { ATTRIBUTES } from '../../src/policy/attributes.ts';
import { withReadings } from '../../src/policy/readings.ts';
import { WrittenPolicy } from '../../src/policy/written.ts';

const guide = readFileSync(new URL('../../policies/README.md', import.meta.url), 'utf8');
const blocks = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text as string);

type Written = Record<string, unknown>;
const ORDINANCE: Written = { id: 'x', title: 'x', in_force: { from: '2026-01-01' }, clauses: { 一: 'x' } };

/** A block that shows one key several ways is several ordinances; any other is one. */
function ordinancesIn(text: string): Written[] {
  const keys = [...text.matchAll(/^([a-z_]+):/gm)].map(([, key]) => key);
  if (new Set(keys).size === keys.length) return [{ ...ORDINANCE, ...(parse(text) as Written) }];
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ ...ORDINANCE, rules: { x: { clause: '一', for: 'adoption', points: 1, ...(parse(line) as Written) } } }));
}

it('shows the language in many pieces', () => {
  expect(blocks.length).toBeGreaterThanOrEqual(12);
});

describe('a piece of YAML in the guide', () => {
  it.each(blocks.flatMap((text) => ordinancesIn(text).map((written) => [text.split('\n')[0], written] as const)))('%s', (_first, written) => {
    expect(shape(WrittenPolicy, withReadings({ ...written, readings: {} }), placeOf('policies/x.yaml')).findings).toEqual([]);
    expect(shape(WrittenPolicy, written, placeOf('policies/x.yaml')).findings).toEqual([]);
  });
});

it('explains every attribute', () => {
  expect(Object.keys(ATTRIBUTES).filter((name) => !guide.includes(`| \`${name}\` |`))).toEqual([]);
});

it('shows cases that pass under the ordinance that it shows', () => {
  const [skeleton = ''] = blocks;
  const written = parse(skeleton) as Written;
  const ordinance = {
    ...written,
    clauses: { ...(written.clauses as Written), 五: '差错每处扣0.5分。' },
    outlets: { 市级: { level: '市' }, 省级: { level: '省' } },
    rules: {
      adoption: { clause: '三(一)', for: 'adoption', pool: '采用', points: { by: 'class', table: { 市级: 6, 省级: 9 } } },
      slips: { clause: '五', for: 'incident', where: { kind: '差错' }, points: -0.5, times: 'count' },
    },
    pools: { 采用: { clause: '三(一)', combine: 'highest' } },
  };
  const [, cases = ''] = /```yaml cases\n([\s\S]*?)```/.exec(guide) ?? [];
  const suite = runSuite(
    { file: `policies/${written.id}.yaml`, value: ordinance },
    { file: `policies/${written.id}.cases.yaml`, value: parse(cases) },
    () => null,
  );
  expect(suite.findings).toEqual([]);
  expect(suite.runs.flatMap(({ verdicts }) => verdicts)).toHaveLength(4);
  expect(suite.runs.flatMap(({ verdicts }) => verdicts).filter(({ passed }) => !passed)).toEqual([]);
});
