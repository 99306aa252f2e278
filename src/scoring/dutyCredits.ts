/** The credits of duties: met, missed, beyond the quota, with their caps. */
import { type Day, later } from '../model/day.ts';
import { periodOf, type Span } from '../model/period.ts';
import type { Place } from '../model/place.ts';
import { divide, type Points, points, type Rounding, written, ZERO } from '../model/points.ts';
import { asList } from '../policy/lists.ts';
import type { Duty } from '../policy/written.ts';
import { type Credit, POINTS, type Reason } from './credit.ts';
import { type DutyState, nextBooked } from './duties.ts';
import { reachedOn } from './tally.ts';

/** What a duty comes to: the points of one credit, the day it is booked to, and how many filings had counted by then. */
interface Verdict {
  readonly on: Day;
  readonly points: Points;
  readonly clause: Duty['clause'];
  readonly code: 'duty-met' | 'duty-missed' | 'duty-extra' | 'cap-reached';
  readonly count: Points;
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

/** Rates and points may fall again: they are judged, and booked, at the end of the period, whatever is written. */
const mayFall = ({ count: { of } }: Duty): boolean => of === 'adoption-rate' || of === 'points';

const bookedAsMet = (duty: Duty): boolean => duty.book === 'as-met' && !mayFall(duty);

/** The day on which the quota was reached; null if it was not. A quota of nothing is met from the start. */
function metOn(state: DutyState): Day | null {
  const { done, count, quota, period, over, booked } = state;
  if (mayFall(dutyOf(state))) return over && count.gte(quota) ? booked : null;
  return quota.lte(0) ? period.from : reachedOn(done, quota);
}

/** Met, missed, or in proportion. Booked at the end of the period, or on the day the quota is reached where the ordinance says so. */
function basic(state: DutyState, duty: Duty): Verdict[] {
  const { count, quota, over, booked, voluntary } = state;
  const reached = metOn(state);
  const verdict = (on: Day, given: Points, code: Verdict['code'], counted: Points): Verdict => ({
    on,
    points: given,
    clause: duty.clause,
    code,
    count: counted,
    cap: null,
  });
  if (duty.proportion !== undefined)
    return over ? [verdict(booked, proportional(duty.proportion, state), reached === null ? 'duty-missed' : 'duty-met', count)] : [];
  if (reached !== null && duty.met !== undefined) {
    if (bookedAsMet(duty)) return [verdict(reached, points(duty.met), 'duty-met', quota)];
    return over ? [verdict(booked, points(duty.met), 'duty-met', count)] : [];
  }
  const costs = duty.missed !== undefined || duty.each_missing !== undefined;
  if (reached !== null || !over || !costs || voluntary) return [];
  return [
    verdict(
      booked,
      points(duty.each_missing ?? 0)
        .times(quota.minus(count))
        .plus(duty.missed ?? 0),
      'duty-missed',
      count,
    ),
  ];
}

function proportional(whole: number, { count, quota, policy }: DutyState): Points {
  if (quota.lte(0) || count.gte(quota)) return points(whole);
  return divide(points(whole).times(count), quota.toNumber(), policy.rounding as Rounding);
}

/** What is beyond the quota: at the end of the period in one, or each further one on its own day, under the cap of its period. */
function beyond(state: DutyState, duty: Duty, account: Account): Verdict[] {
  const { extra } = duty;
  const { count, quota, over, booked } = state;
  const asMet = bookedAsMet(duty);
  if (!extra || count.lte(quota) || !(over || asMet)) return [];
  const allMet = extra.needs_all_of === undefined ? state.period.from : allMetOn(state, extra.needs_all_of, account.states);
  if (allMet === null) return [];
  const parts = asMet
    ? furtherOnes(state).map((part) => ({ ...part, on: later(part.on, allMet) }))
    : [{ on: later(booked, allMet), number: count.minus(quota), counted: count }];
  return parts.map(({ on, number, counted }) => {
    const wanted = points(extra.each).times(number);
    const given = extra.at_most === undefined ? wanted : leftOf(wanted, points(extra.at_most), keyOf(state, extra.per ?? duty.per), account.used);
    const cut = !given.eq(wanted);
    return {
      on,
      points: given,
      clause: extra.clause ?? duty.clause,
      code: cut ? 'cap-reached' : 'duty-extra',
      count: counted,
      cap: cut ? points(extra.at_most ?? 0) : null,
    };
  });
}

/** What each tally adds beyond the quota, on its day. */
function furtherOnes({ done, quota }: DutyState): { on: Day; number: Points; counted: Points }[] {
  let counted = ZERO;
  return done.flatMap(({ on, amount }) => {
    const before = counted.gt(quota) ? counted : quota;
    counted = counted.plus(amount);
    return counted.gt(before) ? [{ on, number: counted.minus(before), counted }] : [];
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
  const last = own.at(-1);
  if (last === undefined || nextBooked(last) <= whole.to) return null;
  return days.reduce<Day | null>((latest, day) => (latest === null || day === null ? null : later(latest, day)), whole.from);
}

/** Cuts the verdicts on one period, in order of their days, so that together they give no more than `cap`. */
function underCap(verdicts: readonly Verdict[], cap: Points): Verdict[] {
  let left = cap;
  const inOrder = [...verdicts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return inOrder.map((verdict) => {
    const given = verdict.points.gt(left) ? left : verdict.points;
    left = left.minus(given);
    return given.eq(verdict.points) ? verdict : { ...verdict, points: given, code: 'cap-reached', cap };
  });
}

function creditOf({ on, points: given, clause, code, count, cap }: Verdict, state: DutyState, at: Place): Credit {
  const facts = { period: state.period.key, count: written(count), quota: written(state.quota) };
  const reason: Reason = code === 'cap-reached' ? { code, period: facts.period, cap: written(cap ?? ZERO) } : { code, ...facts };
  return {
    on,
    unit: state.unit,
    people: [],
    points: given,
    ledger: POINTS,
    scope: dutyOf(state).charged_to ?? null,
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
