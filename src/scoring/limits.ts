/** 基础分、封顶与保底、折算: what a unit starts with, how far a total may go, and what it becomes elsewhere. */
import type { Day } from '../model/day.ts';
import { contains, type Period, periodOf, SPANS, type Span } from '../model/period.ts';
import { type Points, points, written, ZERO } from '../model/points.ts';
import type { Ledger } from '../model/records.ts';
import type { Base, Conversion, Limit } from '../policy/written.ts';
import { type Credit, POINTS } from './credit.ts';
import { startingWith } from './duties.ts';
import type { Rulebook } from './rulebook.ts';
import { type Ground, unitCredit } from './unitCredits.ts';

/** What every assessed unit starts a period with, booked on its first day. */
export function baseCredits(ledger: Ledger, books: readonly Rulebook[], asOf: Day): Credit[] {
  return books.flatMap((book) =>
    Object.entries(book.policy.bases).flatMap(([id, base]) =>
      startingWith(book.policy.inForce.from, base.per, 'containing', asOf).flatMap((period) => basesOf(id, base, period, book, ledger)),
    ),
  );
}

function basesOf(rule: string, base: Base, period: Period, { policy, assesses }: Rulebook, ledger: Ledger): Credit[] {
  const on = period.from < policy.inForce.from ? policy.inForce.from : period.from;
  const units = [...ledger.units.values()].filter((unit) => assesses(unit) && contains({ from: unit.from ?? on, to: unit.to ?? on }, on));
  const ground: Ground = { policy, rule, clause: base.clause };
  return units.map((unit) => unitCredit(ground, { on, unit: unit.id, at: unit.at }, points(base.points), { code: 'base', period: period.key }));
}

/**
 * `credits`, with a credit at the end of each day on which a sum has gone past a limit of its ordinance, taking it back to the limit. A limit on
 * named rules looks at these alone; one on the total looks at all points, but not at other accounts or at charges on longer periods. What a
 * narrower or shorter limit has taken is gone before a wider or longer one looks. Limits on each item are part of what the item is worth.
 */
export function withLimits(credits: readonly Credit[], books: readonly Rulebook[]): readonly Credit[] {
  return books.reduce(
    (all, { policy }) =>
      inOrder(policy.limits).reduce((before, [rule, limit]) => limited(before, limit, { policy, rule, clause: limit.clause }), all),
    credits,
  );
}

type PeriodLimit = Limit & { readonly per: Span };

/** The narrower first, and of these the shorter. */
const inOrder = (limits: Readonly<Record<string, Limit>>): [string, PeriodLimit][] =>
  Object.entries(limits)
    .filter((entry): entry is [string, PeriodLimit] => entry[1].per !== 'item')
    .sort(([, a], [, b]) => breadth(a) - breadth(b) || SPANS.indexOf(a.per) - SPANS.indexOf(b.per));

const breadth = ({ rules }: Limit): number => rules?.length ?? Number.MAX_SAFE_INTEGER;

function limited(credits: readonly Credit[], limit: PeriodLimit, ground: Ground): Credit[] {
  const totals = new Map<string, Points>();
  return credits.flatMap((credit, index) => {
    if (!isUnder(limit, credit, ground)) return [credit];
    const period = periodOf(credit.on, limit.per).key;
    const key = `${credit.unit} ${period}`;
    const reached = (totals.get(key) ?? ZERO).plus(credit.points);
    const kept = dayGoesOn(credits, index, limit, ground) ? reached : clamp(reached, limit);
    totals.set(key, kept);
    if (kept.eq(reached)) return [credit];
    return [credit, unitCredit(ground, credit, kept.minus(reached), { code: 'cap-reached', period, cap: written(kept) })];
  });
}

/** Whether the unit has more under the limit on the same day: within a day nothing comes before anything else. */
function dayGoesOn(credits: readonly Credit[], index: number, limit: Limit, ground: Ground): boolean {
  const { unit, on } = credits[index] as Credit;
  for (let next = index + 1; credits[next]?.unit === unit && credits[next]?.on === on; next += 1)
    if (isUnder(limit, credits[next] as Credit, ground)) return true;
  return false;
}

function isUnder({ rules }: Limit, credit: Credit, { policy }: Ground): boolean {
  if (credit.policy !== policy.id || credit.ledger !== POINTS || credit.scope !== null) return false;
  return rules === undefined || (credit.rule !== null && comesFrom(credit.rule, rules, policy.limits));
}

/** Whether a credit is of one of `rules`: given by it, or taken by a limit on nothing else. */
export const comesFrom = (rule: string, rules: readonly string[], limits: Readonly<Record<string, Limit>>): boolean =>
  rules.includes(rule) || (limits[rule]?.rules?.every((one) => rules.includes(one)) ?? false);

/** `reached`, or the bound that it has gone past. */
export function clamp(reached: Points, { at_most, at_least }: { at_most?: number | undefined; at_least?: number | undefined }): Points {
  if (at_most !== undefined && reached.gt(at_most)) return points(at_most);
  return at_least !== undefined && reached.lt(at_least) ? points(at_least) : reached;
}

/** What totals become in another account, booked on the last day of a period that is over. */
export function conversionCredits(credits: readonly Credit[], books: readonly Rulebook[], asOf: Day): Credit[] {
  return books.flatMap(({ policy }) =>
    Object.entries(policy.conversions).flatMap(([rule, conversion]) =>
      converted(credits, conversion, asOf, { policy, rule, clause: conversion.clause, ledger: conversion.into }),
    ),
  );
}

function converted(credits: readonly Credit[], conversion: Conversion, asOf: Day, ground: Ground): Credit[] {
  const totals = new Map<string, { readonly period: Period; readonly last: Credit; readonly total: Points }>();
  for (const credit of credits) {
    if (credit.policy !== ground.policy.id || credit.ledger !== conversion.of) continue;
    const period = periodOf(credit.on, conversion.per);
    const key = `${credit.unit} ${period.key}`;
    totals.set(key, { period, last: credit, total: (totals.get(key)?.total ?? ZERO).plus(credit.points) });
  }
  return [...totals.values()]
    .filter(({ period }) => period.to <= asOf)
    .map(({ period, last, total }) =>
      unitCredit(ground, { ...last, on: period.to }, clamp(total.times(conversion.times), conversion), {
        code: 'converted',
        period: period.key,
        total: written(total),
        of: conversion.of,
      }),
    );
}
