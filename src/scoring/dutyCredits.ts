/** The credits of duties: met, missed, beyond the quota, with their caps. */
import type { Day } from '../model/day.ts';
import { periodOf, type Span } from '../model/period.ts';
import type { Place } from '../model/place.ts';
import { isZero, type Points, points, written, ZERO } from '../model/points.ts';
import { asList } from '../policy/policy.ts';
import type { Duty } from '../policy/written.ts';
import { type Credit, POINTS, type Reason } from './credit.ts';
import type { DutyState } from './duties.ts';

/** The credits of all duties whose period is over (or, booked as met, as far as they have come). */
export function dutyCredits(states: readonly DutyState[], placeOfUnit: (unit: string) => Place): Credit[] {
  const credits: Credit[] = [];
  const used = new Map<string, Points>();
  for (const state of [...states].sort(byBooking)) credits.push(...creditsOf(state, states, used, placeOfUnit));
  return credits;
}

const byBooking = (a: DutyState, b: DutyState): number => (a.booked < b.booked ? -1 : a.booked > b.booked ? 1 : 0);

function creditsOf(state: DutyState, states: readonly DutyState[], used: Map<string, Points>, placeOfUnit: (unit: string) => Place): Credit[] {
  const duty = dutyOf(state);
  const basic = basicCredit(state, duty, placeOfUnit);
  const beyond = extraCredits(state, duty, states, used, placeOfUnit);
  const credits = basic ? [basic, ...beyond] : beyond;
  return duty.at_most === undefined ? credits : within(points(duty.at_most), credits);
}

const dutyOf = ({ policy, duty }: DutyState): Duty => policy.duties[duty] as Duty;

/** Met or missed. Booked at the end of the period, or on the day the quota is reached where the ordinance says so. */
function basicCredit(state: DutyState, duty: Duty, placeOfUnit: (unit: string) => Place): Credit | null {
  const met = state.filings.length >= state.quota;
  if (met && (state.over || duty.book === 'as-met')) {
    const on = duty.book === 'as-met' ? (state.filings[Math.ceil(state.quota) - 1]?.on ?? state.booked) : state.booked;
    return duty.met === undefined ? null : entry(state, on, points(duty.met), 'duty-met', duty.clause, placeOfUnit);
  }
  if (met || !state.over) return null;
  const lost = points(duty.missed ?? 0).plus(points(duty.each_missing ?? 0).times(points(state.quota).minus(state.filings.length)));
  return isZero(lost) && duty.missed === undefined && duty.each_missing === undefined
    ? null
    : entry(state, state.booked, lost, 'duty-missed', duty.clause, placeOfUnit);
}

/** What is beyond the quota, each further filing on its own day if booked as met, under the cap of its period. */
function extraCredits(
  state: DutyState,
  duty: Duty,
  states: readonly DutyState[],
  used: Map<string, Points>,
  placeOfUnit: (unit: string) => Place,
): Credit[] {
  const { extra } = duty;
  const beyond = state.filings.slice(Math.ceil(state.quota));
  if (!extra || beyond.length === 0 || (!state.over && duty.book !== 'as-met')) return [];
  if (extra.needs_all_of && !allMet(state, extra.needs_all_of, states)) return [];
  const days = duty.book === 'as-met' ? beyond.map(({ on }) => ({ on, count: 1 })) : [{ on: state.booked, count: beyond.length }];
  return days.map(({ on, count }) => {
    const wanted = points(extra.each).times(count);
    const given = extra.at_most === undefined ? wanted : underCap(wanted, points(extra.at_most), capKey(state, extra.per ?? duty.per), used);
    return entry(state, on, given, given.eq(wanted) ? 'duty-extra' : 'capped', extra.clause ?? duty.clause, placeOfUnit);
  });
}

const capKey = (state: DutyState, per: Span): string => [state.unit, state.duty, periodOf(state.booked, per).key].join('\u0000');

/** As much of `wanted` as the cap still leaves; remembers what has been used of it. */
function underCap(wanted: Points, cap: Points, key: string, used: Map<string, Points>): Points {
  const before = used.get(key) ?? ZERO;
  const left = cap.minus(before);
  const given = wanted.lt(left) ? wanted : left;
  used.set(key, before.plus(given));
  return given;
}

/** Whether the unit met the duty in every period of the larger one, all of them being over or met already. */
function allMet(state: DutyState, larger: Span, states: readonly DutyState[]): boolean {
  const whole = periodOf(state.booked, larger).key;
  const own = states.filter((other) => other.unit === state.unit && other.duty === state.duty && periodOf(other.booked, larger).key === whole);
  const reachesEnd = own.some(({ booked }) => booked === periodOf(state.booked, larger).to);
  return reachesEnd && own.every(({ filings, quota }) => filings.length >= quota);
}

/** Cuts the credits of one period so that together they give no more than `cap`. */
function within(cap: Points, credits: readonly Credit[]): Credit[] {
  let left = cap;
  return credits.map((credit) => {
    const given = credit.points.gt(left) ? left : credit.points;
    left = left.minus(given);
    return given.eq(credit.points) || !('period' in credit.reason)
      ? credit
      : { ...credit, points: given, reason: { code: 'cap-reached', period: credit.reason.period, cap: written(cap) } };
  });
}

function entry(
  state: DutyState,
  on: Day,
  given: Points,
  code: 'duty-met' | 'duty-missed' | 'duty-extra' | 'capped',
  clause: Duty['clause'],
  placeOfUnit: (unit: string) => Place,
): Credit {
  const facts = { period: state.period.key, count: state.filings.length, quota: String(state.quota) };
  const reason: Reason =
    code === 'duty-extra' || code === 'capped' ? { code: 'duty-extra', ...facts, capped: code === 'capped' } : { code, ...facts };
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
    at: placeOfUnit(state.unit),
    reason,
  };
}
