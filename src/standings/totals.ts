/** Sums over credits: the only source of any number that is shown. */
import type { Day } from '../model/day.ts';
import { type Period, periodOf } from '../model/period.ts';
import { isZero, type Points, ZERO } from '../model/points.ts';
import { type Credit, POINTS } from '../scoring/credit.ts';

/** What happened from `from` to `to`, both included, of a list in the order of days: two searches and a slice. */
export function within<T extends { readonly on: Day }>(list: readonly T[], { from, to }: { from: Day; to: Day }): readonly T[] {
  return list.slice(firstNotBefore(list, from), firstNotBefore(list, `${to}~`));
}

/** The credits that count in the total of a period: those of its days, less charges on periods that reach beyond it. */
export const creditsWithin = (credits: readonly Credit[], period: { from: Day; to: Day }): readonly Credit[] =>
  fitting(within(credits, period), ({ on, scope }) => scope === null || covers(period, periodOf(on, scope)));

/** The credits that count in a total that is still running, charges on the whole of it among them. */
export const creditsToDate = (credits: readonly Credit[], period: { from: Day; to: Day }): readonly Credit[] =>
  fitting(within(credits, period), ({ on, scope }) => scope === null || period.from <= periodOf(on, scope).from);

/** Hardly any credit has a scope, so the list is mostly handed on as it is. */
const fitting = (credits: readonly Credit[], fits: (credit: Credit) => boolean): readonly Credit[] =>
  credits.every(fits) ? credits : credits.filter(fits);

const covers = (outer: { from: Day; to: Day }, inner: { from: Day; to: Day }): boolean => outer.from <= inner.from && inner.to <= outer.to;

function firstNotBefore(list: readonly { readonly on: Day }[], day: string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as { on: Day }).on < day) low = middle + 1;
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
