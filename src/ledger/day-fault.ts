/** What is wrong with something written where a day belongs. */
import { dayOf } from '../model/day.ts';
import type { SchemaFault } from '../model/finding.ts';

/** 2026-3-5, 2026/03/05, 2026.3.5, 2026年3月5日, 20260305; perhaps with a time after it. */
const DATE = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?<time>(?:T|\s+)\d{1,2}(?:[:时点].*)?)?$/u;

/** The fault of `found`, which is no day; null if it is neither text nor number, so that its kind is wrong. */
export function dayFault(found: unknown): SchemaFault | null {
  if (typeof found !== 'string' && typeof found !== 'number') return null;
  const text = String(found);
  const match = DATE.exec(text.normalize('NFKC').trim());
  if (match === null) return { code: 'schema/not-a-day', found: text, proposal: null };
  const [, year = '', month = match[4] ?? '', date = match[5] ?? ''] = match;
  const day = dayOf(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  if (day === null) return { code: 'schema/impossible-day', found: text };
  return match.groups?.time === undefined
    ? { code: 'schema/not-a-day', found: text, proposal: day }
    : { code: 'schema/time-where-day', found: text, day };
}
