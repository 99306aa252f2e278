/** Credits as a bulletin locks them, and back. */
import type { LockedCredit } from '../ledger/written/bulletin.ts';
import type { Day } from '../model/day.ts';
import { byCodeUnit } from '../model/order.ts';
import { type Points, points, written } from '../model/points.ts';
import { type Credit, POINTS, type Reason } from '../scoring/credit.ts';

/** `hidden`: whether the item, or the record behind it, is not open to the public. */
export function locked(credit: Credit, hidden: boolean): LockedCredit {
  const { on, unit, people, points: own, ledger, scope, policy, clause, rule, item, kind, record, at, reason } = credit;
  return {
    on,
    unit,
    points: numberOf(own),
    ...(ledger === POINTS ? {} : { ledger }),
    ...(scope === null ? {} : { scope }),
    ...(policy === null ? {} : { policy }),
    ...(clause === null ? {} : { clause }),
    ...(rule === null ? {} : { rule }),
    kind,
    ...(item === null ? {} : { item }),
    record,
    file: at.file,
    ...(at.path.length === 0 ? {} : { path: [...at.path] }),
    ...(people.length === 0 ? {} : { people: Object.fromEntries(inOrder(people).map((one) => [one.person, numberOf(one.points)])) }),
    reason: { ...reason },
    ...(hidden ? { hidden } : {}),
  };
}

const inOrder = (people: Credit['people']): Credit['people'] => [...people].sort((a, b) => byCodeUnit(a.person, b.person));

export const unlocked = ({
  on,
  unit,
  points: own,
  ledger,
  scope,
  policy,
  clause,
  rule,
  kind,
  item,
  record,
  file,
  path,
  people,
  reason,
}: LockedCredit): Credit => ({
  on: on as Day,
  unit,
  people: Object.entries(people ?? {}).map(([person, part]) => ({ person, points: points(part) })),
  points: points(own),
  ledger: ledger ?? POINTS,
  scope: scope ?? null,
  policy: policy ?? null,
  clause: clause ?? null,
  rule: rule ?? null,
  item: item ?? null,
  kind,
  record,
  at: { file, path: path ?? [] },
  // The seal vouches for it: this program wrote it.
  reason: reason as Reason,
});

/** A decimal as a number that writes the same; every amount of an ordinance has far fewer digits than a number can carry. Throws on one that has not: a mistake of ours. */
export function numberOf(value: Points): number {
  const number = Number(written(value));
  if (!points(number).eq(value)) throw new Error(`${written(value)} does not fit a number`);
  return number;
}
