/** Whether conditions can hold at all, tried on those values of each attribute that make a difference. */
import { condition } from './conditions.ts';
import { asList } from './lists.ts';
import type { Range, Scalar } from './ranges.ts';
import type { Condition, Conditions, Test } from './written.ts';

/** What each attribute that is mentioned can still be; one for each alternative. */
export type Possible = ReadonlyMap<string, readonly Scalar[]>;
export type RangeOf = (name: string) => Range;

/** Stands for every word that nobody mentions. */
const ANOTHER = '\u0000';

/** The alternatives under which all of `all` and none of `none` holds, as far as single attributes decide it; empty where nothing can. */
export function possibilities(all: readonly (Condition | undefined)[], none: readonly (Condition | undefined)[], rangeOf: RangeOf): Possible[] {
  const excluded = none.flatMap((written) => asList<Conditions>(written));
  const tests = [...all.flatMap((written) => asList<Conditions>(written)), ...excluded].flatMap((one) => Object.entries(one));
  const names = [...new Set(tests.map(([name]) => name))];
  const every: Possible = new Map(names.map((name) => [name, samples(rangeOf(name), mentionedIn(tests, name))]));
  const held = all
    .filter((written) => written !== undefined)
    .reduce<Possible[]>((before, written) => before.flatMap((one) => asList<Conditions>(written).flatMap((more) => narrowed(one, more))), [every]);
  return excluded.reduce<Possible[]>((before, one) => before.flatMap((possible) => without(possible, one)), held);
}

const mentionedIn = (tests: readonly (readonly [string, Test])[], name: string): Test[] =>
  tests.filter(([own]) => own === name).map(([, test]) => test);

/** The values of a test, and its bounds. */
export const valuesIn = (test: Test): Scalar[] =>
  typeof test === 'object' && test !== null && !Array.isArray(test) ? [...asList<Scalar>(test.not)] : [...asList<Scalar>(test)];
export const boundsIn = (test: Test): number[] =>
  typeof test === 'object' && test !== null && !Array.isArray(test)
    ? [test.at_least, test.at_most, test.above, test.below].filter((bound) => bound !== undefined)
    : [];

/** Of words all that are known or mentioned, and another; of numbers those at the bounds, between them and beyond. That a word has no bounds another check tells. */
function samples({ is, words, closed, open, least }: Range, tests: readonly Test[]): Scalar[] {
  const missing = open ? [null] : [];
  if (is === 'number') return [...numbersAround(tests, least), ...tests.flatMap(valuesIn).filter((value) => typeof value === 'string'), ...missing];
  const never = closed && words.length === 0;
  const mentioned = never ? [] : tests.flatMap((test) => [...valuesIn(test), ...numbersAround([test], null, [])]).filter((value) => value !== null);
  return [...new Set<Scalar>([...words, ...mentioned, ...(closed ? [] : [ANOTHER]), ...missing])];
}

/** Between two bounds a number that need not be whole has room for others. */
function numbersAround(tests: readonly Test[], least: number | null, otherwise: readonly number[] = [0]): number[] {
  const marks = tests.flatMap((test) => [...boundsIn(test), ...valuesIn(test).filter((value) => typeof value === 'number')]).sort((a, b) => a - b);
  const known = marks.length > 0 ? marks : otherwise;
  if (known.length === 0) return [];
  const [first = 0, last = 0] = [known[0], known.at(-1)];
  const between = known.slice(1).map((mark, index) => (mark + (known[index] as number)) / 2);
  const numbers = [first - 1, ...known, ...between, last + 1];
  if (least === null) return numbers;
  const whole = numbers.flatMap((number) => [Math.floor(number) - 1, Math.floor(number), Math.ceil(number), Math.ceil(number) + 1]);
  return [...new Set(whole)].filter((number) => number >= least);
}

const passing = (values: readonly Scalar[], name: string, test: Test): Scalar[] => {
  const holds = condition({ [name]: test });
  return values.filter((value) => holds(() => value));
};

function narrowed(possible: Possible, conditions: Conditions): Possible[] {
  const left = new Map(possible);
  for (const [name, test] of Object.entries(conditions)) left.set(name, passing(left.get(name) ?? [], name, test));
  return [...left.values()].every((values) => values.length > 0) ? [left] : [];
}

/** What is left outside `conditions`. Where two attributes or more decide together, nothing is taken away. */
function without(possible: Possible, conditions: Conditions): Possible[] {
  const outside = Object.entries(conditions).map(([name, test]) => {
    const values = possible.get(name) ?? [];
    const inside = passing(values, name, test);
    return { name, values: values.filter((value) => !inside.includes(value)) };
  });
  const deciding = outside.filter(({ values }) => values.length > 0);
  if (deciding.length === 0) return [];
  const [only] = deciding;
  return deciding.length === 1 && only ? [new Map([...possible, [only.name, only.values]])] : [possible];
}
