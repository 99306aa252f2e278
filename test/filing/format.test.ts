import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentsOf } from '../../src/filing/comments.ts';
import { formatted } from '../../src/filing/format.ts';
import { isPlainlyLaid } from '../../src/filing/laid.ts';
import { renderRecord } from '../../src/filing/record.ts';
import { parse } from '../../src/source/parse.ts';
import { untidy } from './untidy.ts';

const RECORD = 'data/submissions/fuwu/2026/20260305-fuwu-4b1cf8.yaml';
const lines = (...all: string[]): string => `${all.join('\n')}\n`;

describe('the stable form', () => {
  test('indentation, spaces, empty lines, quotes and line ends', () => {
    const untidied = "\ufefftitle:   '一篇'  \r\n\r\n\r\nrounds:\r\n    -   returned:  2026-03-06\r\n        reason:  补充数据   # 电话告知\r\n\r\n";
    expect(formatted(RECORD, untidied)).toBe(lines('title: "一篇"', '', 'rounds:', '  - returned: 2026-03-06', '    reason: 补充数据 # 电话告知'));
  });

  test('in a record a list of words stands in a line; one with a comment stays as it was', () => {
    expect(formatted(RECORD, 'authors:\n  - 王芳\n  - 李明\n')).toBe('authors: [王芳, 李明]\n');
    expect(formatted(RECORD, 'authors:\n    - 王芳 # 主笔\n    - 李明\n')).toBe('authors:\n  - 王芳 # 主笔\n  - 李明\n');
  });

  test('in a register lists and mappings stay in lines, or line by line, as they were written', () => {
    const text = lines('days_off:', '  - 2026-01-01', '  - 2026-01-02', 'policies: [county-2021]', 'repository: { host: gitee, branch: main }');
    expect(formatted('data/site.yaml', text)).toBe(text);
    expect(formatted('data/site.yaml', 'policies: [ county-2021 ]\nrepository: {host: gitee,branch: main}\n')).toBe(
      'policies: [county-2021]\nrepository: { host: gitee, branch: main }\n',
    );
  });

  test('the order of keys is the writer’s, and a key twice is left to the check', () => {
    const text = lines('on: 2026-03-05', 'title: 一篇');
    expect(formatted(RECORD, text)).toBe(text);
    expect(formatted(RECORD, 'title:  一\ntitle:  二\n')).toBe('title:  一\ntitle:  二\n');
  });

  test.each(['title: [', '', '# 只有注释\n', 'a: &x 1\nb: *x\n', 'title: \u0007\n'])('a text that cannot be read is left alone: %j', (text) => {
    expect(formatted(RECORD, text)).toBe(text);
  });

  test('whatever the layout: same meaning, every comment, and nothing left to do the second time', () => {
    fc.assert(
      fc.property(untidy, ({ value, text }) => {
        const laid = formatted(RECORD, text);
        expect(parse(RECORD, text).value).toEqual(value);
        expect(parse(RECORD, laid)).toEqual({ value, findings: [] });
        expect(commentsOf(laid)).toEqual(commentsOf(text));
        expect(formatted(RECORD, laid)).toBe(laid);
        expect(laid).toMatch(/[^\n]\n$/);
        expect(laid).not.toMatch(/\r|\ufeff|\n\n\n/);
      }),
      { numRuns: 120 },
    );
  });

  test('a new record is in it', () => {
    const text = fc.constantFrom('一篇', '24小时', 'a: b', '#', '2026', ' x', 'a, b', '[x]', '甲\n乙');
    const written = fc.record({
      title: text,
      authors: fc.array(text),
      figures: fc.dictionary(text, fc.integer()),
      rounds: fc.array(fc.record({ reason: text })),
    });
    fc.assert(
      fc.property(written, (one) => {
        const rendered = renderRecord(RECORD, one);
        expect(formatted(RECORD, rendered)).toBe(rendered);
      }),
    );
  });

  test('what is told to be in it at a glance is in it', () => {
    const plain = [
      '一篇',
      'true',
      'null',
      'a b',
      '2026-03-05',
      '12',
      '"24小时: #"',
      '20260305-fuwu',
      'https://a.b/c?d=1',
      '[一, "b, c"]',
      '“甲”',
      'x1',
    ];
    const odd = fc.constantFrom('~', '1.50', 'a: b', "it's", '！', '{}', '[ a]', 'a  b', 'a ', '0x1f', '"\\u4e00"');
    const word = fc.oneof({ arbitrary: fc.constantFrom(...plain), weight: 12 }, { arbitrary: odd, weight: 1 });
    const before = fc.constantFrom('', '', '', 'rows:\n  - ', '  - ', '    ', '   ');
    let told = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(before, word), { minLength: 1, maxLength: 4 }), (entries) => {
        const text = entries.map(([start, value], index) => `${start}${'abcd'[index]}: ${value}\n`).join('');
        if (!isPlainlyLaid(text) || parse(RECORD, text).value === undefined) return;
        told++;
        expect(formatted(RECORD, `${text}\n`)).toBe(text);
      }),
      { numRuns: 400 },
    );
    expect(told).toBeGreaterThan(50);
  });
});
