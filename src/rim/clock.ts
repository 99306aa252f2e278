/** What day it is. */
import { Temporal } from 'temporal-polyfill';
import type { Day } from '../model/day.ts';

/** Today in a time zone such as `Asia/Shanghai`. */
export const today = (timeZone: string): Day => Temporal.Now.plainDateISO(timeZone).toString() as Day;
