/** Calendar days: `2026-03-05`, without time or zone. Compare them as strings; arithmetic is Temporal's. */
import { Temporal } from 'temporal-polyfill';

declare const day: unique symbol;
/** A calendar day of the installation's time zone, written `2026-03-05`; lexical order is order in time. */
export type Day = string & { readonly [day]: true };

const WRITTEN = /^\d{4}-\d{2}-\d{2}$/;

/** The day that `text` writes, or null if it is not of the form `2026-03-05` or no such day exists. */
export function dayOf(text: string): Day | null {
  if (!WRITTEN.test(text)) return null;
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  if (year < 1 || month < 1 || month > 12 || date < 1) return null;
  return date <= 28 || date <= daysInMonth(year, month) ? (text as Day) : null;
}

/** The number of days in `month` (1–12) of `year`. The calendar repeats every 400 years; Temporal costs ten times as much here. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** The day `count` days after `from` (before it, if negative). */
export function addDays(from: Day, count: number): Day {
  return plain(from).add({ days: count }).toString() as Day;
}

/** The number of days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return plain(from).until(plain(to), { largestUnit: 'day' }).days;
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(on: Day): number {
  return plain(on).dayOfWeek;
}

/** The ISO 8601 week of a day, as its week-year and number. */
export function isoWeekOf(on: Day): { year: number; week: number } {
  const { yearOfWeek, weekOfYear } = plain(on);
  return { year: yearOfWeek as number, week: weekOfYear as number };
}

export const later = (a: Day, b: Day): Day => (a > b ? a : b);
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

const plain = (on: Day): Temporal.PlainDate => Temporal.PlainDate.from(on);
