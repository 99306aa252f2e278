/** Chance from a seed: the same seed throws the same dice on every machine. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  /** True in about `per` of a thousand throws. */
  perMille(per: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
}

export function chanceFrom(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const int = (least: number, most: number): number => uniformInt(generator, least, most);
  return {
    int,
    perMille: (per) => int(1, 1000) <= per,
    pick: (from) => from[int(0, from.length - 1)] ?? from[0],
  };
}

/** Draws from `entries` in proportion to `weightOf`: weights are whole numbers, at least one of them positive. */
export function lottery<T>(entries: readonly [T, ...T[]], weightOf: (entry: T) => number): (chance: Chance) => T {
  let total = 0;
  const limits = entries.map((entry) => {
    total += weightOf(entry);
    return total;
  });
  return (chance) => {
    const ticket = chance.int(1, total);
    return entries[limits.findIndex((limit) => ticket <= limit)] ?? entries[0];
  };
}
