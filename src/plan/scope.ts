/** What a report on a publicity plan looks at: the records known up to a day, for a period of anyone's choosing. */
import { type Day, earlier } from '../model/day.ts';
import { byDay } from '../model/order.ts';
import { contains, type Period } from '../model/period.ts';
import type { Place } from '../model/place.ts';
import type { Activity, PlanRecords, Training } from '../model/plan.ts';
import { serves } from '../model/recorded.ts';
import type { Plan } from '../policy/plan.ts';

export interface Scope {
  readonly plan: Plan;
  readonly records: PlanRecords;
  readonly period: Period;
  /** The last day that is seen: the end of the period, or the day asked for if that comes first. */
  readonly until: Day;
  /** Activities begun within the period, up to that day. */
  readonly activities: readonly Activity[];
  readonly sessions: readonly Session[];
}

/** 培训场次. */
export type Session = Activity & { readonly training: Training };

export type RecordKind = keyof PlanRecords;

/** A record that stands behind something said. */
export interface Source {
  readonly kind: RecordKind;
  readonly id: string;
  readonly at: Place;
}

export function scopeOf(plan: Plan, records: PlanRecords, period: Period, asOf: Day): Scope {
  const until = earlier(period.to, asOf);
  const seen = { from: period.from, to: until };
  const activities = [...records.activities.values()].filter(({ on }) => contains(seen, on)).sort(byDay);
  return { plan, records, period, until, activities, sessions: activities.filter(isSession) };
}

const isSession = (activity: Activity): activity is Session => activity.training !== null;

export const sourcesOf = (kind: RecordKind, records: Iterable<{ readonly id: string; readonly at: Place }>): Source[] =>
  Array.from(records, ({ id, at }) => ({ kind, id, at }));

/** Whether a day lies within the part of the period that is seen. */
export const isSeen = ({ period, until }: Scope, on: Day): boolean => on >= period.from && on <= until;

/** Spots that serve on the last day seen and of whose class the plan wants something, with the clause that says so. */
export const spotsWith = ({ plan, records, until }: Scope, wanted: 'reach' | 'displays') =>
  [...records.spots.values()].flatMap((spot) => {
    const rule = plan.spots[spot.class];
    return rule?.[wanted] && serves(spot, until) ? [{ ...spot, clause: rule.clause }] : [];
  });

/** Ids of spots that some activity of the period was held at, reached or placed on, with those activities. */
export function visitsOf({ records, period, until }: Scope): Map<string, Activity[]> {
  const going = [...records.activities.values()].filter(({ on, to }) => on <= until && to >= period.from);
  const visits = going.flatMap((activity) => [...new Set(activity.spots)].map((spot) => ({ spot, activity })));
  const bySpot = Map.groupBy(visits, ({ spot }) => spot);
  return new Map([...bySpot].map(([spot, all]) => [spot, all.map(({ activity }) => activity)]));
}
