/** What day it is. */
import { Temporal } from 'temporal-polyfill';
import type { Day } from '../model/day.ts';

/** The day in a time zone such as `Asia/Shanghai` at a time in milliseconds since 1970. */
export const dayAt = (time: number, timeZone: string): Day =>
  Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone).toPlainDate().toString() as Day;

/** Today in a time zone such as `Asia/Shanghai`. */
export const today = (timeZone: string): Day => Temporal.Now.plainDateISO(timeZone).toString() as Day;
