/**
 * Ordinances that are none of ours, each from a statement in plain words, through the code of `tongbao policy test`. Expected values stand in
 * `<id>.cases.yaml` and were worked out by hand.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Content, runSuite, uncovered } from '../../src/cases/suite.ts';
import { decidePolicy } from '../../src/policy/decide.ts';
import { parse } from '../../src/source/parse.ts';

const HERE = new URL('./', import.meta.url);
const IDS = readdirSync(HERE)
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('.cases.yaml'))
  .map((name) => name.replace(/\.yaml$/, ''));

function contentOf(file: string): Content {
  const { value, findings } = parse(file, readFileSync(new URL(file, HERE), 'utf8'));
  expect(findings, file).toEqual([]);
  return { file, value };
}

const policyOf = (id: string) => (IDS.includes(id) ? decidePolicy(`${id}.yaml`, contentOf(`${id}.yaml`).value).policy : null);
const SUITES = IDS.map((id) => runSuite(contentOf(`${id}.yaml`), contentOf(`${id}.cases.yaml`), policyOf));

test('there are more than twenty', () => {
  expect(SUITES.length).toBeGreaterThan(20);
});

describe.each(SUITES)('$policy $title', (suite) => {
  test('nothing is wrong with it, nor with its cases', () => {
    expect(suite.findings).toEqual([]);
    expect(suite.runs.length).toBeGreaterThan(0);
  });

  test.each(suite.runs.map((run) => [run.name, run] as const))('%s', (_, { verdicts }) => {
    const told = verdicts.map(({ statement, measure, expected }) => ({ statement, measure, answer: expected }));
    expect(verdicts.map(({ statement, measure, got }) => ({ statement, measure, answer: got }))).toEqual(told);
  });

  test('every clause that does anything has a case', () => {
    expect(uncovered(suite)).toEqual([]);
  });
});

/** The rows of the guide's table: what is said, the lines that say it, and the ordinances whose cases prove it. */
const [, TABLE = ''] = readFileSync(new URL('../../policies/README.md', import.meta.url), 'utf8').split('\n## 每种说法怎么写\n');
const ROWS = [...(TABLE.split('\n## ')[0] ?? '').matchAll(/^\| (.+?) \| `(.+?)` \| (.+?) \|$/gm)].map(([, says = '', lines = '', files = '']) => ({
  says,
  lines,
  files: files.split('、'),
}));

/** YAML in braces or in lines, by its words alone. */
const words = (text: string): string => text.replace(/[\s{}[\],:]+/g, ' ').trim();
const textOf = (file: string): string => {
  const shipped = new URL(`../../policies/${file}`, import.meta.url);
  return readFileSync(existsSync(shipped) ? shipped : new URL(file, HERE), 'utf8');
};

describe('the table of what the language says', () => {
  test.each(ROWS)('$says', ({ lines, files }) => {
    const [first] = files;
    expect(parse('row', `{ ${lines} }`).findings).toEqual([]);
    expect(words(textOf(`${first}.yaml`) + textOf(`${first}.cases.yaml`))).toContain(words(lines));
    for (const file of files) expect(textOf(`${file}.cases.yaml`)).not.toBe('');
  });

  test('has a row for each of more than a hundred phrases', () => {
    expect(ROWS.length).toBeGreaterThan(100);
  });

  test('every ordinance proves something', () => {
    const named = new Set(ROWS.flatMap(({ files }) => files));
    expect(IDS.filter((id) => !named.has(id))).toEqual([]);
  });
});
