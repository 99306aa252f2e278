import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divide, isZero, points, type Rounding, sum, written, ZERO } from '../../src/model/points.ts';

const MODES = ['down', 'half-up', 'half-even', 'up'] as const;
const quotient = (value: string, by: number, places: number, mode: Rounding['mode']): string => written(divide(points(value), by, { places, mode }));

test('no binary floating point: 0.1 × 3 is 0.3', () => {
  expect(written(points('0.1').times(3))).toBe('0.3');
  expect(written(sum(['0.1', '0.2'].map(points)))).toBe('0.3');
});

test.each(['', 'drei', '1,5', 'NaN', 'Infinity', '1/2', '0x10', '\uff13'])('“%s” is no decimal', (text) => {
  expect(() => points(text)).toThrow();
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is no decimal', (value) => {
  expect(() => points(value)).toThrow();
});

describe('sum', () => {
  test('of nothing is nought', () => {
    expect(isZero(sum([]))).toBe(true);
  });

  test('does not depend on order', () => {
    const some = fc.array(fc.integer({ min: -100_000, max: 100_000 }).map((hundredths) => points(hundredths).div(100)));
    fc.assert(
      fc.property(some, (values) => {
        expect(written(sum(values))).toBe(written(sum([...values].reverse())));
      }),
    );
  });
});

describe('written', () => {
  test.each([
    ['0.50', '0.5'],
    ['-89', '-89'],
    ['12.0', '12'],
    ['-0', '0'],
    ['1e21', '1000000000000000000000'],
    ['1e-9', '0.000000001'],
    ['.5', '0.5'],
  ])('%s is written %s', (text, expected) => {
    expect(written(points(text))).toBe(expected);
  });
});

test('isZero knows nought in every dress', () => {
  expect(['0', '-0', '0.00', '0.01', '-1'].map((text) => isZero(points(text)))).toEqual([true, true, true, false, false]);
  expect(isZero(ZERO)).toBe(true);
});

describe('divide', () => {
  test.each([
    // value, by, places: down, half-up, half-even, up
    ['10', 4, 0, '2', '3', '2', '3'],
    ['14', 4, 0, '3', '4', '4', '4'],
    ['10', 3, 0, '3', '3', '3', '4'],
    ['11', 3, 0, '3', '4', '4', '4'],
    ['1', 3, 2, '0.33', '0.33', '0.33', '0.34'],
    ['2', 3, 2, '0.66', '0.67', '0.67', '0.67'],
    ['0.25', 2, 2, '0.12', '0.13', '0.12', '0.13'],
    ['0.27', 2, 2, '0.13', '0.14', '0.14', '0.14'],
    ['5', 2, 0, '2', '3', '2', '3'],
    ['7', 7, 0, '1', '1', '1', '1'],
    ['0', 3, 2, '0', '0', '0', '0'],
    ['1', 8, 3, '0.125', '0.125', '0.125', '0.125'],
  ] as const)('%s ÷ %i to %i places', (value, by, places, ...expected) => {
    expect(MODES.map((mode) => quotient(value, by, places, mode))).toEqual(expected);
  });

  test('rounds a negative value by its size: down is towards nought', () => {
    expect(MODES.map((mode) => quotient('-10', 4, 0, mode))).toEqual(['-2', '-3', '-2', '-3']);
    expect(MODES.map((mode) => quotient('-2', 3, 2, mode))).toEqual(['-0.66', '-0.67', '-0.67', '-0.67']);
  });

  test('a small remainder rounds up all the same', () => {
    expect(quotient('1', 1_000_000_000, 0, 'up')).toBe('1');
    expect(quotient('5000000001', 10_000_000_000, 0, 'half-even')).toBe('1');
  });

  test('leaves no rounding behind for others', () => {
    divide(points(1), 3, { places: 1, mode: 'up' });
    expect(written(points(2).div(3))).toBe('0.66666666666666666667');
  });

  test('is off by less than one unit of the last place, by half at most when rounding half', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.integer({ min: 1, max: 60 }),
        fc.nat({ max: 4 }),
        fc.constantFrom(...MODES),
        (value, by, places, mode) => {
          const unit = points(10).pow(-places);
          // Multiplied back, so that the comparison itself is exact.
          const off = divide(points(value), by, { places, mode }).times(by).minus(value).abs();
          const bound = unit.times(by);
          expect(mode.startsWith('half') ? off.times(2).lte(bound) : off.lt(bound)).toBe(true);
        },
      ),
    );
  });
});
