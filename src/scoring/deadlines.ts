/** 期限: by which day an obligation must be answered, and when a miss is booked. */
import { addDays, type Day, weekdayOf } from '../model/day.ts';
import type { Obligation, Site } from '../model/records.ts';
import type { Policy } from '../policy/policy.ts';
import type { Deadline } from '../policy/written.ts';

/** The last day to answer `obligation` under `policy`; null where no day was set. A day on the record wins over the ordinance's count. */
export function dueDayOf(obligation: Obligation, policy: Policy, site: Site): Day | null {
  const rule = policy.deadlines[obligation.kind];
  if (obligation.due) return obligation.due;
  return rule?.days === undefined ? null : countFrom(rule.from === 'first-day' ? obligation.on : obligation.to, rule.days, rule.counting, site);
}

/** The last of so many days after an event. */
export function countFrom(event: Day, days: number, counting: Deadline['counting'], site: Site): Day {
  if (counting === 'calendar') return addDays(event, days);
  if (counting === 'inclusive') return addDays(event, days - 1);
  let day = event;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, site)) left -= 1;
  }
  return day;
}

/** Monday to Friday, less the days off and with the weekends worked that `site.yaml` lists. */
export const isWorkingDay = (day: Day, site: Site): boolean => (weekdayOf(day) < 6 ? !site.daysOff.has(day) : site.workingWeekends.has(day));

/** The day on which a missed deadline is booked. */
export const missedOn = (due: Day, rule: Deadline | undefined): Day => (rule?.missed_on === 'day-after' ? addDays(due, 1) : due);
