/** 提醒: whom the ordinance has the office remind, and on which days. */
import type { Day } from '../model/day.ts';
import { byCodeUnit, byDay } from '../model/order.ts';
import type { Period } from '../model/period.ts';
import { contains } from '../model/period.ts';
import type { UnitId } from '../model/records.ts';
import { asList } from '../policy/lists.ts';
import type { Reminder } from '../policy/written.ts';
import type { DutyState } from '../scoring/duties.ts';
import type { Journal } from '../scoring/journal.ts';
import { totalOf } from '../scoring/tally.ts';

export interface Reminded {
  readonly at: 'half-month' | 'period-end';
  readonly on: Day;
  readonly unit: UnitId;
  readonly duty: string;
  readonly clause: string;
  readonly period: Period;
  /** Filings up to that day, and what was owed by then. */
  readonly count: number;
  readonly quota: number;
}

/** Every reminder due in `period` up to the day of the journal. */
export function remindersIn(period: Period, journal: Journal): Reminded[] {
  return journal.books
    .flatMap(({ policy }) =>
      policy.reminders.flatMap((reminder) =>
        journal.duties.filter((state) => state.policy === policy && state.duty === reminder.duty).flatMap((state) => remindersOf(reminder, state)),
      ),
    )
    .filter(({ on }) => contains(period, on) && on <= journal.asOf)
    .sort((a, b) => byDay(a, b) || byCodeUnit(a.unit, b.unit));
}

/** When `reminder` falls due for a unit's duty in a period. */
export function remindersOf(reminder: Reminder, state: DutyState): Reminded[] {
  const middle = `${state.period.to.slice(0, 7)}-15` as Day;
  const days = { 'half-month': middle, 'period-end': state.period.to } as const;
  return reminder.at
    .map((at) => ({ at, on: days[at] }))
    .filter(({ at, on }) => isDue(reminder.when, at, on, state))
    .map(({ at, on }) => ({
      at,
      on,
      unit: state.unit,
      duty: state.duty,
      clause: asList(reminder.clause)[0] as string,
      period: state.period,
      count: filedBy(on, state),
      quota: state.quota.toNumber(),
    }));
}

const filedBy = (on: Day, { done }: DutyState): number => totalOf(done.filter((tally) => tally.on <= on)).toNumber();

function isDue(when: Reminder['when'], at: 'half-month' | 'period-end', on: Day, state: DutyState): boolean {
  const count = filedBy(on, state);
  if (when === 'idle') return at === 'half-month' ? count === 0 : count === filedBy(`${on.slice(0, 7)}-15` as Day, state);
  const quota = state.quota.toNumber();
  return when === 'behind' && at === 'half-month' ? count * 2 < quota : count < quota;
}
