/** 日历文件: entries of whole days as iCalendar (RFC 5545). A later file replaces the entries of an earlier one, for their names stay. */
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { addDays, type Day } from '../model/day.ts';

export interface CalendarEntry {
  /** Names it for good; it tells nothing of what is not public. */
  readonly name: string;
  readonly on: Day;
  /** Its last day; the first one unless given. */
  readonly to?: Day;
  readonly summary: string;
  readonly description: string;
  readonly categories?: readonly string[];
}

export interface CalendarFile {
  readonly name: string;
  readonly product: string;
  readonly language: 'ZH' | 'EN';
  /** The day by which everything is known. */
  readonly asOf: Day;
  /** After how many hours a calendar that subscribes asks again; not said unless given. */
  readonly refreshHours?: number;
  readonly entries: readonly CalendarEntry[];
}

/** The library wants instants: midnight in UTC, whatever the machine; only the day of it is written. */
const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** The same entries give the same bytes. */
export function calendarText({ name, product, language, asOf, refreshHours, entries }: CalendarFile): string {
  const calendar = ical({
    name,
    prodId: { company: 'Tongbao', product, language },
    method: ICalCalendarMethod.PUBLISH,
    ...(refreshHours === undefined ? {} : { ttl: refreshHours * 3600 }),
  });
  for (const { name: id, on, to = on, summary, description, categories = [] } of entries) {
    calendar.createEvent({
      id: `${id}@tongbao`,
      stamp: midnight(asOf),
      start: midnight(on),
      end: midnight(addDays(to, 1)),
      allDay: true,
      timezone: 'UTC',
      summary,
      description,
      categories: categories.map((category) => ({ name: category })),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString().trimEnd()}\r\n`;
}
