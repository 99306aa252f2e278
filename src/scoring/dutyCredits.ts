/** The credits of duties: met, missed, beyond the quota, with their caps. */
import { type Day, later } from '../model/day.ts';
import { periodOf, type Span } from '../model/period.ts';
import type { Place } from '../model/place.ts';
import { type Points, points, written, ZERO } from '../model/points.ts';
import { asList } from '../policy/policy.ts';
import type { Duty } from '../policy/written.ts';
import { type Credit, POINTS, type Reason } from './credit.ts';
import type { DutyState } from './duties.ts';

/** What a duty comes to: the points of one credit, the day it is booked to, and how many filings had counted by then. */
interface Verdict {
  readonly on: Day;
  readonly points: Points;
  readonly clause: Duty['clause'];
  readonly code: 'duty-met' | 'duty-missed' | 'duty-extra' | 'cap-reached';
  readonly count: number;
  /** The cap that cut it; null if none did. */
  readonly cap: Points | null;
}

/** The states of all duties, and what has been used of the caps so far. */
interface Account {
  readonly states: readonly DutyState[];
  readonly used: Map<string, Points>;
}

/** The credits of all duties whose period is over (or, booked as met, as far as they have come). */
export function dutyCredits(states: readonly DutyState[], placeOfUnit: (unit: string) => Place): Credit[] {
  const account: Account = { states, used: new Map() };
  const inOrder = [...states].sort((a, b) => (a.booked < b.booked ? -1 : a.booked > b.booked ? 1 : 0));
  return inOrder.flatMap((state) => verdictsOn(state, account).map((verdict) => creditOf(verdict, state, placeOfUnit(state.unit))));
}

const dutyOf = ({ policy, duty }: DutyState): Duty => policy.duties[duty] as Duty;

function verdictsOn(state: DutyState, account: Account): Verdict[] {
  const duty = dutyOf(state);
  const verdicts = [...basic(state, duty), ...beyond(state, duty, account)];
  return duty.at_most === undefined ? verdicts : underCap(verdicts, points(duty.at_most));
}

/** The day on which the quota was reached; null if it was not. A quota of nothing is met from the start. */
function metOn({ filings, quota, period }: DutyState): Day | null {
  if (quota <= 0) return period.from;
  return filings[Math.ceil(quota) - 1]?.on ?? null;
}

/** Met or missed. Booked at the end of the period, or on the day the quota is reached where the ordinance says so. */
function basic(state: DutyState, duty: Duty): Verdict[] {
  const { filings, quota, over, booked } = state;
  const reached = metOn(state);
  if (reached !== null && duty.met !== undefined) {
    if (duty.book === 'as-met')
      return [{ on: reached, points: points(duty.met), clause: duty.clause, code: 'duty-met', count: Math.ceil(quota), cap: null }];
    return over ? [{ on: booked, points: points(duty.met), clause: duty.clause, code: 'duty-met', count: filings.length, cap: null }] : [];
  }
  const costs = duty.missed !== undefined || duty.each_missing !== undefined;
  if (reached !== null || !over || !costs) return [];
  const lost = points(duty.each_missing ?? 0).times(points(quota).minus(filings.length));
  return [{ on: booked, points: lost.plus(duty.missed ?? 0), clause: duty.clause, code: 'duty-missed', count: filings.length, cap: null }];
}

/** What is beyond the quota: at the end of the period in one, or each further filing on its own day, under the cap of its period. */
function beyond(state: DutyState, duty: Duty, account: Account): Verdict[] {
  const { extra } = duty;
  const { filings, quota, over, booked } = state;
  const first = Math.ceil(quota);
  const asMet = duty.book === 'as-met';
  if (!extra || filings.length <= first || !(over || asMet)) return [];
  const allMet = extra.needs_all_of === undefined ? state.period.from : allMetOn(state, extra.needs_all_of, account.states);
  if (allMet === null) return [];
  const parts = asMet
    ? filings.slice(first).map(({ on }, index) => ({ on: later(on, allMet), number: 1, count: first + index + 1 }))
    : [{ on: booked, number: filings.length - first, count: filings.length }];
  return parts.map(({ on, number, count }) => {
    const wanted = points(extra.each).times(number);
    const given = extra.at_most === undefined ? wanted : leftOf(wanted, points(extra.at_most), keyOf(state, extra.per ?? duty.per), account.used);
    const cut = !given.eq(wanted);
    return {
      on,
      points: given,
      clause: extra.clause ?? duty.clause,
      code: cut ? 'cap-reached' : 'duty-extra',
      count,
      cap: cut ? points(extra.at_most ?? 0) : null,
    };
  });
}

const keyOf = (state: DutyState, per: Span): string => [state.unit, state.duty, periodOf(state.booked, per).key].join('\u0000');

/** As much of `wanted` as the cap still leaves; remembers what has been used of it. */
function leftOf(wanted: Points, cap: Points, key: string, used: Map<string, Points>): Points {
  const before = used.get(key) ?? ZERO;
  const left = cap.minus(before);
  const given = wanted.lt(left) ? wanted : left;
  used.set(key, before.plus(given));
  return given;
}

/** The day by which the unit had met the duty in every period of the larger one; null while that has not happened. */
function allMetOn(state: DutyState, larger: Span, states: readonly DutyState[]): Day | null {
  const whole = periodOf(state.booked, larger);
  const own = states.filter(({ unit, duty, booked }) => unit === state.unit && duty === state.duty && periodOf(booked, larger).key === whole.key);
  const days = own.map(metOn);
  if (!own.some(({ booked }) => booked === whole.to)) return null;
  return days.reduce<Day | null>((latest, day) => (latest === null || day === null ? null : later(latest, day)), whole.from);
}

/** Cuts the verdicts on one period so that together they give no more than `cap`. */
function underCap(verdicts: readonly Verdict[], cap: Points): Verdict[] {
  let left = cap;
  return verdicts.map((verdict) => {
    const given = verdict.points.gt(left) ? left : verdict.points;
    left = left.minus(given);
    return given.eq(verdict.points) ? verdict : { ...verdict, points: given, code: 'cap-reached', cap };
  });
}

function creditOf({ on, points: given, clause, code, count, cap }: Verdict, state: DutyState, at: Place): Credit {
  const facts = { period: state.period.key, count, quota: String(state.quota) };
  const reason: Reason = code === 'cap-reached' ? { code, period: facts.period, cap: written(cap ?? ZERO) } : { code, ...facts };
  return {
    on,
    unit: state.unit,
    people: [],
    points: given,
    ledger: POINTS,
    policy: state.policy.id,
    clause: asList(clause)[0] ?? null,
    rule: state.duty,
    item: null,
    kind: 'unit',
    record: state.unit,
    at,
    reason,
  };
}
