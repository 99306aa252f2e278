/** Days for tests. */
import fc from 'fast-check';
import { addDays, type Day, dayOf } from '../../src/model/day.ts';

/** The day that `text` writes; the test is wrong if there is none. */
export function day(text: string): Day {
  const found = dayOf(text);
  if (!found) throw new Error(`no day: ${text}`);
  return found;
}

/** Any day from 1990 to 2089. */
export const anyDay = fc.integer({ min: 0, max: 36_523 }).map((count) => addDays(day('1990-01-01'), count));
