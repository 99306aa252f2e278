/** Sums over credits: the only source of any number that is shown. */
import type { Day } from '../model/day.ts';
import { type Period, periodOf } from '../model/period.ts';
import { isZero, type Points, ZERO } from '../model/points.ts';
import type { Credit } from '../scoring/credit.ts';

/** The account that rankings are made of. */
export const POINTS = '积分';

/** The credits from `from` to `to`, both included. The journal is in order of days, so this is two searches and a slice. */
export function creditsWithin(credits: readonly Credit[], { from, to }: { from: Day; to: Day }): readonly Credit[] {
  return credits.slice(firstNotBefore(credits, from), firstNotBefore(credits, `${to}~`));
}

function firstNotBefore(credits: readonly Credit[], day: string): number {
  let [low, high] = [0, credits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((credits[middle] as Credit).on < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Totals of the points account by the key of each credit. */
export function totalsBy<K>(credits: Iterable<Credit>, keyOf: (credit: Credit) => K): Map<K, Points> {
  const totals = new Map<K, Points>();
  for (const credit of credits) {
    if (credit.ledger !== POINTS || isZero(credit.points)) continue;
    const key = keyOf(credit);
    totals.set(key, (totals.get(key) ?? ZERO).plus(credit.points));
  }
  return totals;
}

/** Totals of the points account by person. */
export function totalsByPerson(credits: Iterable<Credit>): Map<string, Points> {
  const totals = new Map<string, Points>();
  for (const { people, ledger } of credits) {
    if (ledger !== POINTS) continue;
    for (const { person, points } of people) totals.set(person, (totals.get(person) ?? ZERO).plus(points));
  }
  return totals;
}

/** From the first day of the year in which `period` ends to its last day: the basis of cumulative points. */
export const yearToDate = (period: Pick<Period, 'to'>): { from: Day; to: Day } => ({ from: periodOf(period.to, 'year').from, to: period.to });
