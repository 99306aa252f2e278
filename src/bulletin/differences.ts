/** What differs between two contents, by key paths. */

import type { Difference } from '../model/verification.ts';

/** All places where `after` is not what `before` is, in the order of keys and entries. The order of keys says nothing. */
export function differencesBetween(before: unknown, after: unknown): Difference[] {
  return [...compare([], before, after)];
}

type Path = readonly (string | number)[];

function* compare(path: Path, before: unknown, after: unknown): Generator<Difference> {
  if (Array.isArray(before) && Array.isArray(after)) yield* compareLists(path, before, after);
  else if (isMapping(before) && isMapping(after)) yield* compareMappings(path, before, after);
  else if (before !== after) yield differenceAt(path, before, after);
}

function differenceAt(path: Path, before: unknown, after: unknown): Difference {
  return { path: path.join('.'), ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

type Mapping = Readonly<Record<string, unknown>>;
const isMapping = (value: unknown): value is Mapping => typeof value === 'object' && value !== null && !Array.isArray(value);

function* compareMappings(path: Path, before: Mapping, after: Mapping): Generator<Difference> {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) yield* compare([...path, key], before[key], after[key]);
}

/** Entries that are alike at both ends are left out first, so that one that was put in or taken out is told as that. */
function* compareLists(path: Path, before: readonly unknown[], after: readonly unknown[]): Generator<Difference> {
  const start = alike(before, after);
  const most = Math.min(before.length, after.length) - start;
  const end = Math.min(most, alike(before.toReversed(), after.toReversed()));
  const [olds, news] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  for (let at = 0; at < Math.max(olds.length, news.length); at++) yield* compare([...path, start + at], olds[at], news[at]);
}

function alike(before: readonly unknown[], after: readonly unknown[]): number {
  const differing = before.findIndex((entry, index) => index >= after.length || !isSame(entry, after[index]));
  return differing === -1 ? before.length : differing;
}

/** Whether two contents say the same. */
export const isSame = (before: unknown, after: unknown): boolean => compare([], before, after).next().done === true;
