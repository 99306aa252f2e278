/** 基础分、封顶与保底: what a unit starts a period with, and how far its total may go. */
import type { Day } from '../model/day.ts';
import { contains, type Period, periodOf } from '../model/period.ts';
import { type Points, points, written, ZERO } from '../model/points.ts';
import type { Ledger } from '../model/records.ts';
import { asList, type Policy } from '../policy/policy.ts';
import type { WrittenPolicy } from '../policy/written.ts';
import { type Credit, POINTS } from './credit.ts';
import { startingWith } from './duties.ts';
import type { Rulebook } from './rulebook.ts';

type Base = WrittenPolicy['bases'][string];
type Limit = WrittenPolicy['limits'][string];

/** What every assessed unit starts a period with, booked on its first day. */
export function baseCredits(ledger: Ledger, books: readonly Rulebook[], asOf: Day): Credit[] {
  return books.flatMap((book) =>
    Object.entries(book.policy.bases).flatMap(([id, base]) =>
      startingWith(book.policy.inForce.from, base.per, 'containing', asOf).flatMap((period) => basesOf(id, base, period, book, ledger)),
    ),
  );
}

function basesOf(id: string, base: Base, period: Period, { policy, assesses }: Rulebook, ledger: Ledger): Credit[] {
  const on = period.from < policy.inForce.from ? policy.inForce.from : period.from;
  const units = [...ledger.units.values()].filter((unit) => assesses(unit) && contains({ from: unit.from ?? on, to: unit.to ?? on }, on));
  return units.map((unit) =>
    unitCredit(id, base, policy, { on, unit: unit.id, at: unit.at }, points(base.points), { code: 'base', period: period.key }),
  );
}

/** `credits`, with a credit after each one that would carry a total past a limit of its ordinance, taking it back to the limit. Fees and other accounts have no part in it. */
export function withLimits(credits: readonly Credit[], books: readonly Rulebook[]): readonly Credit[] {
  return books.reduce(
    (all, { policy }) => Object.entries(policy.limits).reduce((before, [id, limit]) => limited(before, id, limit, policy), all),
    credits,
  );
}

function limited(credits: readonly Credit[], id: string, limit: Limit, policy: Policy): Credit[] {
  const totals = new Map<string, Points>();
  return credits.flatMap((credit) => {
    if (credit.policy !== policy.id || credit.ledger !== POINTS) return [credit];
    const period = periodOf(credit.on, limit.per).key;
    const key = `${credit.unit} ${period}`;
    const reached = (totals.get(key) ?? ZERO).plus(credit.points);
    const kept = clamp(reached, limit);
    totals.set(key, kept);
    if (kept.eq(reached)) return [credit];
    return [credit, unitCredit(id, limit, policy, credit, kept.minus(reached), { code: 'cap-reached', period, cap: written(kept) })];
  });
}

function clamp(reached: Points, { at_most, at_least }: Limit): Points {
  if (at_most !== undefined && reached.gt(at_most)) return points(at_most);
  return at_least !== undefined && reached.lt(at_least) ? points(at_least) : reached;
}

function unitCredit(
  rule: string,
  { clause }: Base | Limit,
  policy: Policy,
  { on, unit, at }: Pick<Credit, 'on' | 'unit' | 'at'>,
  given: Points,
  reason: Credit['reason'],
): Credit {
  return {
    on,
    unit,
    people: [],
    points: given,
    ledger: POINTS,
    policy: policy.id,
    clause: asList(clause)[0] ?? null,
    rule,
    item: null,
    kind: 'unit',
    record: unit,
    at,
    reason,
  };
}
