import fc from 'fast-check';
import { dump } from 'js-yaml';
import { expect, test } from 'vitest';
import { parse as parseWithYaml, stringify } from 'yaml';
import { lineOf } from '../../src/source/lines.ts';
import { locate } from '../../src/source/locate.ts';
import { parse, withoutByteOrderMark } from '../../src/source/parse.ts';
import { pathsOf } from './paths-of.ts';

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'yes',
    'no',
    'null',
    '~',
    '2026-03-05',
    '1e3',
    '0x1F',
    '- a',
    'a: b',
    'a #b',
    '汉字:',
    ' spaces ',
    'line\nbreak',
    '\n',
    '*a',
    '&a',
    '!a',
    '|',
    '>',
    '%a',
    '@a',
    '"',
    "'",
    '---',
    '...',
  ),
);
const key = word.filter((text) => text !== '__proto__');
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, word, number, fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 4 }), tie('map')),
  map: fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
}));
const map = fc.dictionary(key, value, { maxKeys: 6, minKeys: 1, noNullPrototype: true });

/** Fails if the text is read differently; a refusal with a finding is an answer too. Says whether it was read. */
function readAlike(text: string, expected: unknown): boolean {
  const { value, findings } = parse('f.yaml', text);
  if (value === undefined) {
    expect(findings.length).toBeGreaterThan(0);
    return false;
  }
  expect(value).toEqual(expected);
  expect(parseWithYaml(text, { version: '1.2', schema: 'core' })).toEqual(expected);
  return true;
}

test('what either library writes is read alike by both', () => {
  let read = 0;
  fc.assert(
    fc.property(map, (written) => {
      for (const text of [dump(written, { noRefs: true }), stringify(written, { aliasDuplicateObjects: false }), JSON.stringify(written)]) {
        if (readAlike(text, written)) read++;
      }
    }),
    { numRuns: 500 },
  );
  expect(read).toBeGreaterThan(1000);
});

const fragment = fc.constantFrom(
  ...[
    'a',
    'b: ',
    'key:',
    '"q"',
    "'s'",
    ': ',
    ':',
    '- ',
    '-',
    '? ',
    '\n',
    '\n  ',
    '\n    ',
    ' ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    ',',
    '#c',
    ' # c',
    '|',
    '>',
    '|-',
    '>+',
    '|2',
  ],
  ...[
    '"',
    "'",
    '\\n',
    '\\',
    '\t',
    '1',
    '1.5',
    '~',
    'null',
    'true',
    '2026-03-05',
    '0x1F',
    '.inf',
    '---',
    '...',
    '汉',
    '😀',
    '@',
    '`',
    '%',
    '!',
    '&x ',
    '*x',
    '<<',
    '\r\n',
    '\r',
  ],
  ...['{}', '[]', 'a: 1\n', 'b: x y\n', 'c:\n  - d\n', 'e: |\n  text\n', '\\u6c49', 'k:\n', '\u00a0', '\u2028', '\u0000', '\u0001', '\ufeff'],
);

test('any text is either read as both libraries read it, or refused with a finding', () => {
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 20 }), (fragments) => {
      const text = fragments.join('');
      const { value, findings } = parse('f.yaml', text);
      if (value === undefined) expect(findings.length).toBeGreaterThan(0);
      else {
        expect(parseWithYaml(withoutByteOrderMark(text), { version: '1.2', schema: 'core' })).toEqual(value);
        for (const path of pathsOf(value)) expect(lineOf(text, path)).toBe(locate(text, { path }).line);
      }
    }),
    { numRuns: 5000 },
  );
});
