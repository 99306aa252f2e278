/** Moments: a day with a time to the minute, written `2026-03-05 14:30`, in the installation's time zone. Lexical order is order in time. */
import { type Day, dayOf } from './day.ts';

declare const moment: unique symbol;
export type Moment = string & { readonly [moment]: true };

const WRITTEN = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):([0-5]\d)$/;

/** The moment that `text` writes, or null if it is not of the form `2026-03-05 14:30` or no such moment exists. */
export function momentOf(text: string): Moment | null {
  const day = WRITTEN.exec(text)?.[1];
  return day !== undefined && dayOf(day) !== null ? (text as Moment) : null;
}

export const dayAt = (moment: Moment): Day => moment.slice(0, 10) as Day;

/** Minutes from one moment to another; negative if the other is earlier. China knows no summer time, so a day has 24 hours. */
export const minutesBetween = (from: Moment, to: Moment): number => (instant(to) - instant(from)) / 60_000;

const instant = (moment: Moment): number => Date.parse(`${moment.replace(' ', 'T')}:00Z`);
