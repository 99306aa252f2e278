/** 任务进度: how far each unit has come with what it owes, and what is still to do by when. */
import type { Day } from '../model/day.ts';
import type { Period } from '../model/period.ts';
import type { UnitId } from '../model/records.ts';
import type { Duty } from '../policy/written.ts';
import type { DutyState } from '../scoring/duties.ts';
import type { Journal } from '../scoring/journal.ts';

export interface QuotaState {
  readonly duty: string;
  readonly title: string;
  readonly period: Period;
  readonly count: number;
  readonly quota: number;
  /** met; missed once the period is over; running while it can still be met. */
  readonly state: 'met' | 'missed' | 'running';
  /** How many are still to file, and the last day for it; null unless running. */
  readonly forecast: { readonly missing: number; readonly by: Day } | null;
}

/** What each unit owed or owes in the periods that `period` places inside itself, or that are running at its end. */
export function quotaStates(period: Period, journal: Journal): Map<UnitId, QuotaState[]> {
  const states = new Map<UnitId, QuotaState[]>();
  for (const state of journal.duties) {
    if (!concerns(state, period)) continue;
    states.set(state.unit, [...(states.get(state.unit) ?? []), quotaOf(state)]);
  }
  return states;
}

/** A duty's period belongs to the period that contains the day to which it is booked; a longer one, while it lasts. */
const concerns = ({ booked, period: owed }: DutyState, period: Period): boolean =>
  (booked >= period.from && booked <= period.to) || (owed.from <= period.to && owed.to > period.to);

function quotaOf(state: DutyState): QuotaState {
  const [count, quota] = [state.count.toNumber(), state.quota.toNumber()];
  const met = state.count.gte(state.quota);
  return {
    duty: state.duty,
    title: (state.policy.duties[state.duty] as Duty).title,
    period: state.period,
    count,
    quota,
    state: stateOf(state),
    forecast: met || state.over ? null : { missing: Math.ceil(quota - count), by: state.period.to },
  };
}

/** Met, missed once the period is over, running while it can still be met. */
export const stateOf = ({ count, quota, over }: DutyState): QuotaState['state'] => (count.gte(quota) ? 'met' : over ? 'missed' : 'running');
