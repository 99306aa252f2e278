import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Finding, inReadingOrder } from '../../src/model/finding.ts';
import { keyAt, placeOf, within } from '../../src/model/place.ts';

const missing = (file: string, ...path: (string | number)[]): Finding => ({ at: placeOf(file, ...path), code: 'schema/missing-key', name: 'on' });

test('findings are read by file, then by place', () => {
  const order = [
    missing('a.yaml', 'rules', 2, 'on'),
    missing('a.yaml', 'rules', 10, 'on'),
    missing('a.yaml', 'title'),
    missing('b.yaml', 'rules', 0),
  ];
  expect(inReadingOrder([...order].reverse())).toEqual(order);
});

test('a place comes before what lies inside it', () => {
  const order = [missing('a.yaml'), missing('a.yaml', 'units'), missing('a.yaml', 'units', 0), missing('a.yaml', 'units', 0, 'mark')];
  expect(inReadingOrder([...order].reverse())).toEqual(order);
});

test('at one place, codes decide, then the facts', () => {
  const at = placeOf('a.yaml', 'on');
  const order: Finding[] = [
    { at, code: 'schema/impossible-day', found: '2026-02-30' },
    { at, code: 'schema/impossible-day', found: '2026-02-31' },
    { at, code: 'source/empty' },
  ];
  expect(inReadingOrder([...order].reverse())).toEqual(order);
});

test('the order does not depend on the order in which they were found, and nothing is lost or altered', () => {
  const step = fc.oneof(fc.constantFrom('on', 'units', '标题'), fc.nat({ max: 12 }));
  const some = fc.array(
    fc.tuple(fc.constantFrom('a.yaml', 'b.yaml', '数据.yaml'), fc.array(step, { maxLength: 3 })).map(([file, path]) => missing(file, ...path)),
  );
  fc.assert(
    fc.property(some, (findings) => {
      const before = structuredClone(findings);
      const sorted = inReadingOrder(findings);
      expect(inReadingOrder([...findings].reverse())).toEqual(sorted);
      expect(findings).toEqual(before);
      expect(sorted).toHaveLength(findings.length);
    }),
  );
});

test('places', () => {
  const place = placeOf('data/units.yaml', 3);
  expect(within(place, 'name')).toEqual({ file: 'data/units.yaml', path: [3, 'name'] });
  expect(within(keyAt(place), 'name')).toEqual({ file: 'data/units.yaml', path: [3, 'name'] });
  expect(keyAt(place)).toEqual({ file: 'data/units.yaml', path: [3], key: true });
  expect(place).toEqual({ file: 'data/units.yaml', path: [3] });
});
