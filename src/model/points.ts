/** Exact decimals for points. No binary floating point takes part in a score (0.1 × 3 is 0.3). */
import Big from 'big.js';

/** An exact decimal; immutable. Written and printed as a decimal string. */
export type Points = Big;

/** The points that a number or decimal string writes. Throws on anything that is not a finite decimal: a mistake of ours. */
export const points = (written: number | string): Points => new Big(written);

export const ZERO: Points = points(0);

/** Asked of every credit many times over, so it looks at the sign and first digit instead of building a zero to compare with. */
export const isZero = ({ c }: Points): boolean => c[0] === 0;
export const isNegative = (value: Points): boolean => value.s < 0 && !isZero(value);
export const sum = (values: Iterable<Points>): Points => {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
};

/** How an ordinance rounds: to so many decimal places, by which rule. */
export interface Rounding {
  readonly places: number;
  readonly mode: 'down' | 'half-up' | 'half-even' | 'up';
}

const MODES = { down: 0, 'half-up': 1, 'half-even': 2, up: 3 } as const;

/** `value` ÷ `by`, rounded as the ordinance says. */
export function divide(value: Points, by: number, { places, mode }: Rounding): Points {
  const finer = value.times(points(10).pow(places));
  const { DP, RM } = Big;
  Big.DP = 20;
  Big.RM = MODES.down;
  const quotient = finer.div(by);
  Big.DP = DP;
  Big.RM = RM;
  return quotient.round(0, MODES[mode]).div(points(10).pow(places));
}

/** Plain decimal notation, never an exponent: `0.5`, `-89`, `12`. */
export const written = (value: Points): string => (isZero(value) ? '0' : value.toFixed());
