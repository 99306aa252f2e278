import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { keyAt, type Place } from '../../src/model/place.ts';
import { excerpt } from '../../src/source/excerpt.ts';
import { lineOf } from '../../src/source/lines.ts';
import { locate, positionOfFinding } from '../../src/source/locate.ts';
import { positionOfOffset } from '../../src/source/position.ts';

const text = `# 采用
outlet: 人民往
on: 2026-03-05
empty:
list:
  - a: 1
    b: "x y"
  - 汉字
note: |
  one
  two
`;

/** `line:column-endLine:endColumn` of a path. */
const at = (path: Place['path'], key = false, source = text) => {
  const { line, column, endLine, endColumn } = locate(source, key ? keyAt({ file: 'f', path }) : { path });
  return `${line}:${column}-${endLine}:${endColumn}`;
};

describe('locate', () => {
  test('a value, from its first to its last character', () => {
    expect(at(['outlet'])).toBe('2:9-2:12');
    expect(at(['list', 0, 'b'])).toBe('7:8-7:13');
    expect(at(['list', 1])).toBe('8:5-8:7');
  });
  test('a key', () => {
    expect(at(['outlet'], true)).toBe('2:1-2:7');
    expect(at(['list', 0, 'b'], true)).toBe('7:5-7:6');
  });
  test('a block, without the line breaks after it', () => {
    expect(at(['list', 0])).toBe('6:5-7:13');
    expect(at(['note'])).toBe('9:7-11:6');
    expect(at([])).toBe('2:1-11:6');
  });
  test('where a path leads nowhere: the nearest block that exists', () => {
    expect(at(['list', 0, 'c', 'd'])).toBe(at(['list', 0]));
    expect(at(['list', 7])).toBe(at(['list']));
    expect(at(['absent'])).toBe(at([]));
    expect(at(['outlet', 'deeper'])).toBe(at(['outlet']));
  });
  test('a key without value stands for its value', () => {
    expect(at(['empty'])).toBe('4:1-4:6');
  });
  test('columns count characters: an emoji is one, a byte-order mark none', () => {
    expect(at(['b'], true, '\ufeff{😀: 1, b: 2}\n')).toBe('1:8-1:9');
  });
  test('a broken text, an empty text and a monstrous text have a beginning', () => {
    expect(at(['a'], false, 'a: [1\nb: "')).toMatch(/^1:/);
    expect(at(['a'], false, '')).toBe('1:1-1:1');
    expect(at(['a'], false, '['.repeat(100_000))).toMatch(/^1:1-/);
  });
  test('an alias is no value', () => {
    expect(at(['b'], false, 'a: &x 1\nb: *x\n')).toBe('2:1-2:2');
  });
  test('Windows line ends do not shift anything', () => {
    expect(at(['list', 0, 'b'], false, text.replaceAll('\n', '\r\n'))).toBe('7:8-7:13');
  });
});

test('an offset is the word that begins there', () => {
  expect(positionOfOffset('a: b\n汉字: x', 5)).toEqual({ line: 2, column: 1, endLine: 2, endColumn: 3 });
  expect(positionOfOffset('a: [', 3)).toEqual({ line: 1, column: 4, endLine: 1, endColumn: 5 });
  expect(positionOfOffset('a\n', 1)).toEqual({ line: 1, column: 2, endLine: 1, endColumn: 2 });
  expect(positionOfOffset('a', 99)).toEqual({ line: 1, column: 2, endLine: 1, endColumn: 2 });
});

test('a finding stands at its offset, or else at its place', () => {
  const place = { file: 'f', path: ['outlet'] };
  const byPlace: Finding = { at: place, code: 'schema/missing-key', name: 'x' };
  const byOffset: Finding = { at: { file: 'f', path: [] }, code: 'source/tab', offset: 5 };
  expect(positionOfFinding(text, byPlace)).toMatchObject({ line: 2, column: 9 });
  expect(positionOfFinding(`\ufeff${text}`, byOffset)).toMatchObject({ line: 2, column: 1 });
});

describe('lineOf', () => {
  test('a value beside its key, below its key, in a list, and of a key that is not there', () => {
    expect([['on'], ['list'], ['list', 0, 'b'], ['note'], ['empty'], ['absent'], []].map((path) => lineOf(text, path))).toEqual([
      3, 6, 7, 9, 4, 2, 2,
    ]);
  });
  test('a text that only looks like a key is none', () => {
    expect(lineOf('a: |\n  on: 1\n# on: 2\non: 3\n', ['on'])).toBe(4);
    expect(lineOf('a: x\n  on: 1\n', ['a'])).toBe(1);
    expect(lineOf('{a: 1,\non: 3}\n', ['on'])).toBe(2);
  });
});

describe('excerpt', () => {
  const marked = (source: string, path: Place['path'], key = false) => {
    const { line, marks } = excerpt(source, locate(source, key ? keyAt({ file: 'f', path }) : { path }));
    return [line, marks];
  };
  test('Chinese characters take two columns', () => {
    expect(marked(text, ['outlet'])).toEqual(['outlet: 人民往', '        ^^^^^^']);
    expect(marked('标题: [一, b]\n', ['标题', 1])).toEqual(['标题: [一, b]', '           ^']);
  });
  test('of several lines the first is marked to its end', () => {
    expect(marked(text, ['list', 0])).toEqual(['  - a: 1', '    ^^^^']);
  });
  test('a long line is shortened around the place', () => {
    const [line = '', marks = ''] = marked(`{a: ${'x'.repeat(200)}, bad: 1, c: ${'y'.repeat(200)}}\n`, ['bad'], true);
    expect(line).toMatch(/^…x{28}, bad: 1, c: y+…$/);
    expect(line.slice(marks.indexOf('^'), marks.length)).toBe('bad');
  });
  test('a long Chinese line keeps the marks under the place', () => {
    const [line = '', marks = ''] = marked(`{a: ${'汉'.repeat(200)}, bad: 1}\n`, ['bad'], true);
    expect(line).toMatch(/^…汉+, bad: 1}$/);
    const before = [...line.slice(0, line.indexOf('bad'))].reduce((width, character) => width + (character === '汉' ? 2 : 1), 0);
    expect(marks).toBe(`${' '.repeat(before)}^^^`);
  });
  test('control characters and tabs are shown as spaces, combining marks take no column', () => {
    expect(excerpt('a:\tb\u001b[31m', { line: 1, column: 4, endLine: 1, endColumn: 5 })).toEqual({ line: 'a: b [31m', marks: '   ^' });
    expect(excerpt('e\u0301: b', { line: 1, column: 5, endLine: 1, endColumn: 6 }).marks).toBe('   ^');
  });
  test('a place past the end is still marked', () => {
    expect(excerpt('ab\n', { line: 9, column: 4, endLine: 9, endColumn: 4 })).toEqual({ line: '', marks: '^' });
  });
});
