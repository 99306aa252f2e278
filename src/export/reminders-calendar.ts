/** 日历: what is owed, each on its last day, as iCalendar. A later file replaces the entries of an earlier one, for their names stay. */
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { addDays, type Day } from '../model/day.ts';
import { CALENDAR, nameWords, reminderWords } from '../words/reminders.ts';
import { digestOf, type Reminders, unitNames } from './reminders.ts';

/** The library wants instants: midnight in UTC, whatever the machine; only the day of it is written. */
const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** Matters with a last day that has not passed, or of which units are reminded now. The names of entries tell nothing of records. */
export function remindersCalendar({ dues, asOf, openly, ledger }: Reminders): string {
  const nameOf = unitNames(ledger);
  const calendar = ical({
    name: `${ledger.site.organisation} ${CALENDAR.zh}`,
    prodId: { company: 'Tongbao', product: 'remind', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const due of dues) {
    const { matter } = due;
    if (matter.due === null) continue;
    const { zh, en } = reminderWords(due, asOf, openly);
    calendar.createEvent({
      id: `${digestOf(matter.key)}@tongbao`,
      stamp: midnight(asOf),
      start: midnight(matter.due),
      end: midnight(addDays(matter.due, 1)),
      allDay: true,
      timezone: 'UTC',
      summary: `${nameOf(matter.unit)}：${nameWords(matter, openly).zh}`,
      description: `${zh}\n${en}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString().trimEnd()}\r\n`;
}
