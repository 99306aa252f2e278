/** Which credits a change brings and which it takes away. */
import { byCodeUnit } from '../model/order.ts';
import { isZero, type Points, ZERO } from '../model/points.ts';
import type { Credit } from '../scoring/credit.ts';

/** A credit that only one of two journals has, with the points that it changes. */
export interface Difference {
  readonly credit: Credit;
  readonly points: Points;
}

/**
 * Every credit that is not the same in both journals. Both are in their order, so one walk through them does; credits without points tell why and are
 * left out.
 */
export function differencesBetween(before: readonly Credit[], after: readonly Credit[]): Difference[] {
  const differences: Difference[] = [];
  let [then, now] = [0, 0];
  while (then < before.length || now < after.length) {
    const [old, young] = [before[then], after[now]];
    const order = old === undefined ? 1 : young === undefined ? -1 : inOrder(old, young);
    const [upTo, until] = [order <= 0 ? endOfRun(before, then) : then, order >= 0 ? endOfRun(after, now) : now];
    differences.push(...differing(before.slice(then, upTo), after.slice(now, until)));
    [then, now] = [upTo, until];
  }
  return differences;
}

/** The order of journals, as far as it does not depend on points. */
const inOrder = (a: Credit, b: Credit): number =>
  byCodeUnit(a.on, b.on) ||
  byCodeUnit(a.unit, b.unit) ||
  byCodeUnit(a.item ?? '', b.item ?? '') ||
  byCodeUnit(a.record, b.record) ||
  byCodeUnit(a.rule ?? '', b.rule ?? '') ||
  byCodeUnit(a.kind, b.kind);

function endOfRun(credits: readonly Credit[], start: number): number {
  let end = start + 1;
  while (end < credits.length && inOrder(credits[start] as Credit, credits[end] as Credit) === 0) end++;
  return end;
}

function differing(before: readonly Credit[], after: readonly Credit[]): Difference[] {
  const left = [...before];
  const came = after.filter((credit) => {
    const twin = left.findIndex((other) => isTwin(other, credit));
    if (twin >= 0) left.splice(twin, 1);
    return twin < 0;
  });
  return [
    ...left.map((credit) => ({ credit, points: ZERO.minus(credit.points) })),
    ...came.map((credit) => ({ credit, points: credit.points })),
  ].filter(({ points }) => !isZero(points));
}

const isTwin = (a: Credit, b: Credit): boolean =>
  a.points.eq(b.points) && a.policy === b.policy && a.clause === b.clause && a.ledger === b.ledger && a.scope === b.scope;

/** What a unit gains or loses by a clause in an account. */
export interface Gain {
  readonly unit: string;
  readonly ledger: string;
  readonly policy: string | null;
  readonly clause: string | null;
  readonly points: Points;
}

/** The sums of differences by unit, account and clause, in the order in which they first appear; what comes to nothing is left out. */
export function gainsOf(differences: readonly Difference[]): Gain[] {
  const gains = new Map<string, Gain>();
  for (const { credit, points } of differences) {
    const { unit, ledger, policy, clause } = credit;
    const key = JSON.stringify([unit, ledger, policy, clause]);
    gains.set(key, { unit, ledger, policy, clause, points: (gains.get(key)?.points ?? ZERO).plus(points) });
  }
  return [...gains.values()].filter(({ points }) => !isZero(points));
}
