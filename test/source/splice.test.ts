/** Single values of a text are changed, and not a byte beside them. */
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/source/parse.ts';
import { isNumber, spliced } from '../../src/source/splice.ts';

const TEXT = `# 办法
rules:
  a:  # 第一条
    points: { by: form, table: { 综合: 3, 简讯: 1.50 } }   # 分值
    steps:
      - { at: 1, give: 2 }
      - { at: 5, give: 4 }
  "1": { points: -2 }
readings:
  A01: { chosen: A }
`;

describe('spliced', () => {
  test('changes values in place and keeps comments, order and layout', () => {
    const edits = [
      { path: ['rules', 'a', 'points', 'table', '简讯'], value: '2' },
      { path: ['rules', 'a', 'steps', 1, 'give'], value: '4.5' },
      { path: ['rules', '1', 'points'], value: '-3' },
      { path: ['readings', 'A01', 'chosen'], value: 'B' },
    ];
    expect(spliced(TEXT, edits)).toBe(
      TEXT.replace('1.50', '2').replace('give: 4 ', 'give: 4.5 ').replace('points: -2', 'points: -3').replace('chosen: A', 'chosen: B'),
    );
  });

  test('without edits it is the text itself, less a byte-order mark', () => {
    expect(spliced(TEXT, [])).toBe(TEXT);
    expect(spliced(`\ufeff${TEXT}`, [])).toBe(TEXT);
  });

  test.each(['rules.b.points', 'rules.a.points', 'nothing', 'rules.a.steps.7.give'])('%s is no single value and stays as it is', (path) => {
    expect(spliced(TEXT, [{ path: path.split('.'), value: '9' }])).toBe(TEXT);
  });

  test.each(['3, 简讯: 9', 'a: b', '- x', '# x', 'true', 'null', '"', '1e3', '007', ''])(
    '%j is typed as text and cannot change what stands around it',
    (value) => {
      const text = spliced(TEXT, [{ path: ['rules', 'a', 'points', 'table', '综合'], value }]);
      expect(parse('x.yaml', text)).toMatchObject({ value: { rules: { a: { points: { table: { 综合: value, 简讯: 1.5 } } } } }, findings: [] });
    },
  );

  test.each([
    ['5', true],
    ['-0.5', true],
    ['.5', false],
    ['1e3', false],
    ['abc', false],
  ])('%s is a number: %s', (written, expected) => expect(isNumber(written)).toBe(expected));
});
