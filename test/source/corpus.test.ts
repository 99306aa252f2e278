import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { parse as parseWithYaml } from 'yaml';
import { lineFinder } from '../../src/source/lines.ts';
import { locate, positionOfFinding } from '../../src/source/locate.ts';
import { parse } from '../../src/source/parse.ts';
import { pathsOf } from './paths-of.ts';

const corpus = new URL('./corpus/', import.meta.url);
const names = (folder: string) =>
  readdirSync(new URL(folder, corpus))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
const text = (name: string) => readFileSync(new URL(name, corpus), 'utf8');
const value = (name: string) => parse(name, text(`accepted/${name}.yaml`)).value;

describe('exotic YAML that is accepted', () => {
  test.each(names('accepted/'))('%s: both parsers read the same, and no finding', (name) => {
    const source = text(`accepted/${name}`);
    const { value, findings } = parse(name, source);
    expect(findings).toEqual([]);
    expect(value).toEqual(parseWithYaml(source, { version: '1.2', schema: 'core' }));
    expect(value).toEqual(load(source));
  });

  test.each(names('accepted/'))('%s: with the line ends of Windows it means the same', (name) => {
    const source = text(`accepted/${name}`);
    const { value, findings } = parse(name, source.replaceAll('\n', '\r\n'));
    expect(findings.map(({ code }) => code)).toEqual(source.includes('\n') ? ['source/carriage-return'] : []);
    expect(value).toEqual(parse(name, source).value);
  });

  test.each(names('accepted/'))('%s: the cheap line is the located line, of every value', (name) => {
    for (const source of [text(`accepted/${name}`), text(`accepted/${name}`).replaceAll('\n', '\r\n')]) {
      const lineOf = lineFinder(source);
      const paths = pathsOf(parse(name, source).value);
      expect(paths.map((path) => [path, lineOf(path)])).toEqual(paths.map((path) => [path, locate(source, { path }).line]));
    }
  });

  test('what looks like a day, a yes or a version stays text', () => {
    expect(value('days-stay-text')).toEqual({
      day: '2026-03-05',
      time: '2026-03-05 10:00:00',
      iso: '2026-03-05T10:00:00Z',
      slash: '2026/3/5',
      number: 20260305,
      month: '2026-03',
    });
    expect(value('booleans')).toMatchObject({
      a: true,
      b: true,
      c: true,
      'yes-stays': 'yes',
      'on-stays': 'on',
      'tRue-stays': 'tRue',
      quoted: 'true',
    });
  });

  test('numbers are those of YAML 1.2', () => {
    expect(value('numbers')).toMatchObject({
      plus: 12,
      leading: 7,
      octal: 12,
      hex: 31,
      float: 1.5,
      point: 0.5,
      exponent: 1000,
      signed: -0.0015,
      underscore: '1_000',
      sexagesimal: '1:30',
      binary: '0b101',
      version: '1.2.3',
      fullwidth: '\uff11\uff12',
    });
  });

  test('keys are their own text', () => {
    expect(Object.keys(value('keys') as object)).toEqual(
      expect.arrayContaining([
        '1',
        '2026',
        '-3',
        '1.5',
        '2026-03-05',
        'yes',
        'on',
        'null',
        '1.50',
        'true',
        '<<',
        '',
        'explicit',
        'constructor',
        'a:b:c',
      ]),
    );
  });
});

describe('YAML that is refused', () => {
  test.each(names('refused/'))('%s gives its finding at its place', (name) => {
    const source = text(`refused/${name}`);
    const { value, findings } = parse(name, source);
    const told = findings.map((finding) => {
      const { line, column } = positionOfFinding(source, finding);
      const what = ['feature', 'name', 'reason'].flatMap((key) => (key in finding ? [(finding as unknown as Record<string, string>)[key]] : []));
      return [finding.code, ...what, `${line}:${column}`].join(' ');
    });
    expect(value).toBeUndefined();
    expect(told.join('\n')).toBe(text(`refused/${name.replace('.yaml', '.txt')}`).trimEnd());
  });
});
