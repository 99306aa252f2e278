import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differencesBetween, isSame } from '../../src/bulletin/differences.ts';

describe('what differs is told by key path', () => {
  test.each([
    ['nothing', { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
    ['the order of keys says nothing', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    [
      'a value deep inside',
      { rows: [{ points: 12 }, { points: 3 }] },
      { rows: [{ points: 14 }, { points: 3 }] },
      [{ path: 'rows.0.points', before: 12, after: 14 }],
    ],
    [
      'a key that is new, and one that is gone',
      { a: 1 },
      { b: 2 },
      [
        { path: 'a', before: 1 },
        { path: 'b', after: 2 },
      ],
    ],
    ['a key that is there without a value is as good as none', { a: 1, b: undefined }, { a: 1 }, []],
    ['an entry put in', ['x', 'z'], ['x', 'y', 'z'], [{ path: '1', after: 'y' }]],
    ['an entry taken out', ['x', 'y', 'z'], ['x', 'z'], [{ path: '1', before: 'y' }]],
    ['an entry that stands twice, taken out once', ['x', 'x'], ['x'], [{ path: '1', before: 'x' }]],
    ['another kind of value', { a: [1] }, { a: { 0: 1 } }, [{ path: 'a', before: [1], after: { 0: 1 } }]],
    ['the whole', 'x', null, [{ path: '', before: 'x', after: null }]],
  ])('%s', (_name, before, after, expected) => {
    expect(differencesBetween(before, after)).toEqual(expected);
  });
});

test('two contents are the same just when nothing differs, whichever comes first', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(differencesBetween(a, structuredClone(a))).toEqual([]);
      expect(isSame(a, b)).toBe(differencesBetween(a, b).length === 0);
      expect(isSame(a, b)).toBe(isSame(b, a));
    }),
  );
});
