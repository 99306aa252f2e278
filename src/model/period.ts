/** Periods of the calendar: week (ISO 8601), month, quarter, half-year, year, or any range of days. */
import { addDays, type Day, dayOf, daysBetween, daysInMonth, isoWeekOf, weekdayOf } from './day.ts';
import { byCodeUnit } from './order.ts';

export const SPANS = ['week', 'half-month', 'month', 'two-months', 'quarter', 'half-year', 'year'] as const;
/** The kinds of period that ordinances speak of. */
export type Span = (typeof SPANS)[number];

/** From its first day to its last, both included. `key` is how people write it: `2026-03`, `2026-Q1`, `2026-H1`, `2026`, `2026-W05`, `2026-07-01..2026-10-09`. */
export interface Period {
  readonly key: string;
  readonly span: Span | 'range';
  readonly from: Day;
  readonly to: Day;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The months `first` to `last` (1–12) of `year` as a period. */
function months(key: string, span: Span, year: number, first: number, last: number): Period {
  const from = `${yearOf(year)}-${two(first)}-01` as Day;
  const to = `${yearOf(year)}-${two(last)}-${two(daysInMonth(year, last))}` as Day;
  return { key, span, from, to };
}

const yearOf = (year: number): string => String(year).padStart(4, '0');

function week(monday: Day): Period {
  const { year, week: number } = isoWeekOf(monday);
  return { key: `${yearOf(year)}-W${two(number)}`, span: 'week', from: monday, to: addDays(monday, 6) };
}

function halfMonth(on: Day): Period {
  const month = on.slice(0, 7);
  const [year, number] = month.split('-').map(Number) as [number, number];
  return on <= `${month}-15`
    ? { key: `${month}-A`, span: 'half-month', from: `${month}-01` as Day, to: `${month}-15` as Day }
    : { key: `${month}-B`, span: 'half-month', from: `${month}-16` as Day, to: `${month}-${two(daysInMonth(year, number))}` as Day };
}

/** The period of the kind `span` that contains the day `on`. */
export function periodOf(on: Day, span: Span): Period {
  const [year, month] = on.split('-').map(Number) as [number, number];
  const base = yearOf(year);
  switch (span) {
    case 'week':
      return week(addDays(on, 1 - weekdayOf(on)));
    case 'half-month':
      return halfMonth(on);
    case 'month':
      return months(`${base}-${two(month)}`, span, year, month, month);
    case 'two-months': {
      const first = month - ((month - 1) % 2);
      return months(`${base}-${two(first)}+${two(first + 1)}`, span, year, first, first + 1);
    }
    case 'quarter': {
      const quarter = Math.ceil(month / 3);
      return months(`${base}-Q${quarter}`, span, year, quarter * 3 - 2, quarter * 3);
    }
    case 'half-year': {
      const half = month <= 6 ? 1 : 2;
      return months(`${base}-H${half}`, span, year, half * 6 - 5, half * 6);
    }
    case 'year':
      return months(base, span, year, 1, 12);
  }
}

/** The period that follows `period`; a range is followed by one of the same length. */
export function nextPeriod(period: Period): Period {
  const first = addDays(period.to, 1);
  if (period.span !== 'range') return periodOf(first, period.span);
  const length = daysBetween(period.from, period.to);
  return range(first, addDays(first, length));
}

/** The period before `period`; a range is preceded by one of the same length. */
export function previousPeriod(period: Period): Period {
  const last = addDays(period.from, -1);
  if (period.span !== 'range') return periodOf(last, period.span);
  const length = daysBetween(period.from, period.to);
  return range(addDays(last, -length), last);
}

/** All periods of the kind `span` that share a day with `from`…`to`, in order. */
export function periodsWithin(from: Day, to: Day, span: Span): Period[] {
  const found: Period[] = [];
  for (let period = periodOf(from, span); period.from <= to; period = nextPeriod(period)) found.push(period);
  return found;
}

export const range = (from: Day, to: Day): Period => ({ key: `${from}..${to}`, span: 'range', from, to });

/** Periods in the order in which they are closed: by last day, and of those that end together the shorter first, months before their quarter. */
export const byEnd = (a: Period, b: Period): number => byCodeUnit(a.to, b.to) || byCodeUnit(b.from, a.from);

export const contains = (period: { from: Day; to: Day }, on: Day): boolean => on >= period.from && on <= period.to;

const FORMS: readonly [RegExp, Span, (found: RegExpExecArray) => string][] = [
  [/^(\d{4})$/, 'year', ([, year]) => `${year}-01-01`],
  [/^(\d{4})-H([12])$/, 'half-year', ([, year, half]) => `${year}-${half === '1' ? '01' : '07'}-01`],
  [/^(\d{4})-Q([1-4])$/, 'quarter', ([, year, quarter]) => `${year}-${two(Number(quarter) * 3 - 2)}-01`],
  [/^(\d{4}-\d{2})\+\d{2}$/, 'two-months', ([, month]) => `${month}-01`],
  [/^(\d{4}-\d{2})$/, 'month', ([, month]) => `${month}-01`],
  [/^(\d{4}-\d{2})-([AB])$/, 'half-month', ([, month, half]) => `${month}-${half === 'A' ? '01' : '16'}`],
];

/** The period that `text` writes, or null: `2026`, `2026-H1`, `2026-Q1`, `2026-01+02`, `2026-03`, `2026-03-A`, `2026-W05`, `2026-07-01..2026-10-09`, or a single day. */
export function parsePeriod(text: string): Period | null {
  for (const [form, span, first] of FORMS) {
    const found = form.exec(text);
    const on = found && dayOf(first(found));
    const period = on && periodOf(on, span);
    if (period?.key === text) return period;
  }
  return parseWeek(text) ?? parseRange(text);
}

function parseWeek(text: string): Period | null {
  const found = /^(\d{4})-W(\d{2})$/.exec(text);
  const fourth = found && dayOf(`${found[1]}-01-04`);
  if (!found || !fourth) return null;
  const wanted = week(addDays(fourth, 1 - weekdayOf(fourth) + 7 * (Number(found[2]) - 1)));
  return wanted.key === text ? wanted : null;
}

function parseRange(text: string): Period | null {
  const [first, last = first, ...rest] = text.split('..');
  const from = dayOf(first ?? '');
  const to = dayOf(last ?? '');
  return from && to && from <= to && rest.length === 0 ? range(from, to) : null;
}
