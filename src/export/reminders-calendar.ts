/** 日历: what is owed, each on its last day, as iCalendar. */
import { CALENDAR, nameWords, reminderWords } from '../words/reminders.ts';
import { calendarText } from './calendar.ts';
import { digestOf, type Reminders, unitNames } from './reminders.ts';

/** Matters with a last day that has not passed, or of which units are reminded now. The names of entries tell nothing of records. */
export function remindersCalendar({ dues, asOf, openly, ledger }: Reminders): string {
  const nameOf = unitNames(ledger);
  const entries = dues.flatMap((due) => {
    const { matter } = due;
    if (matter.due === null) return [];
    const { zh, en } = reminderWords(due, asOf, openly);
    const summary = `${nameOf(matter.unit)}：${nameWords(matter, openly).zh}`;
    return [{ name: digestOf(matter.key), on: matter.due, summary, description: `${zh}\n${en}` }];
  });
  return calendarText({ name: `${ledger.site.organisation} ${CALENDAR.zh}`, product: 'remind', language: 'ZH', asOf, entries });
}
