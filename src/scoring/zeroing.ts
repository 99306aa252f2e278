/** 计零: from the day on which something sets a period to zero, what the unit had in it is taken back, and what it still earns in it; deductions stay, its own among them. */
import { byCodeUnit } from '../model/order.ts';
import { type Period, periodOf } from '../model/period.ts';
import { isNegative, isZero, type Points, ZERO } from '../model/points.ts';
import { type Credit, POINTS } from './credit.ts';
import type { Rulebook } from './rulebook.ts';
import { type Ground, unitCredit } from './unitCredits.ts';

interface Zeroed {
  readonly period: Period;
  readonly ground: Ground;
  /** The record that did it. */
  readonly by: string;
}

/** `credits` with what zeroing takes back after each. */
export function withZeroing(credits: readonly Credit[], books: readonly Rulebook[]): readonly Credit[] {
  if (!books.some(({ policy }) => [...Object.values(policy.rules), ...Object.values(policy.consequences)].some(({ zeroes }) => zeroes)))
    return credits;
  const zeroed = new Map<string, Zeroed[]>();
  const kept: Credit[] = [];
  for (const credit of zeroingLast(credits, books)) {
    kept.push(credit);
    const running = (zeroed.get(credit.unit) ?? []).find(({ period }) => credit.on <= period.to);
    if (running && countsIn(credit) && !isNegative(credit.points) && !isZero(credit.points)) kept.push(takenBack(running, credit, credit.points));
    const begun = zeroingBy(credit, books);
    if (!begun) continue;
    zeroed.set(credit.unit, [...(zeroed.get(credit.unit) ?? []), begun]);
    const had = totalIn(kept.slice(0, -1), credit.unit, begun.period);
    if (had.gt(0)) kept.push(takenBack(begun, credit, had));
  }
  return kept;
}

/** What sets to zero comes after whatever else the unit got or lost on the day, whatever the rules are called: the day's total is what becomes zero. */
function zeroingLast(credits: readonly Credit[], books: readonly Rulebook[]): Credit[] {
  const ready = credits.map((credit) => ({ credit, zeroes: zeroingBy(credit, books) !== null }));
  return ready
    .sort((a, b) => byCodeUnit(a.credit.on, b.credit.on) || byCodeUnit(a.credit.unit, b.credit.unit) || Number(a.zeroes) - Number(b.zeroes))
    .map(({ credit }) => credit);
}

const countsIn = ({ ledger, scope }: Credit): boolean => ledger === POINTS && scope === null;

const totalIn = (credits: readonly Credit[], unit: string, { from }: Period): Points =>
  credits.filter((credit) => credit.unit === unit && credit.on >= from && countsIn(credit)).reduce((total, { points }) => total.plus(points), ZERO);

const takenBack = ({ period, ground, by }: Zeroed, credit: Credit, given: Points): Credit =>
  unitCredit(ground, credit, given.times(-1), { code: 'zeroed', period: period.key, by });

/** The zeroing that a credit begins, if the rule or consequence behind it says so and it took effect. */
function zeroingBy({ rule, policy: id, reason, on, record }: Credit, books: readonly Rulebook[]): Zeroed | null {
  const policy = books.find((book) => book.policy.id === id)?.policy;
  if (!policy || rule === null || (reason.code !== 'counted' && reason.code !== 'consequence')) return null;
  const { zeroes, clause } = policy.rules[rule] ?? policy.consequences[rule] ?? {};
  return zeroes && clause ? { period: periodOf(on, zeroes), ground: { policy, rule, clause }, by: record } : null;
}
