/** The days that a demonstration covers, and on which of them people are at work. Days are counted from the first, because that is fast. */
import { addDays, type Day, daysBetween, daysInMonth, weekdayOf } from '../model/day.ts';

export interface DemoMonth {
  /** `2026-03` */
  readonly key: string;
  /** Numbers of its working days, Monday to Friday; never empty. */
  readonly working: readonly [number, ...number[]];
  /** 1, or the part of the month that is over. */
  readonly part: number;
}

export interface Calendar {
  /** All days, the first of the first month to `until`. */
  readonly days: readonly Day[];
  readonly months: readonly DemoMonth[];
}

/** The last `count` months up to `until`, the month of `until` included. */
export function calendarOf(count: number, until: Day): Calendar {
  const first = firstOfMonth(until, count - 1);
  const days = Array.from({ length: daysBetween(first, until) + 1 }, (_, index) => addDays(first, index));
  const keys = [...new Set(days.map((day) => day.slice(0, 7)))];
  return { days, months: keys.map((key) => monthOf(key, days, weekdayOf(first))) };
}

function firstOfMonth(day: Day, back: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - back;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01` as Day;
}

function monthOf(key: string, days: readonly Day[], weekdayOfFirst: number): DemoMonth {
  const from = days.findIndex((day) => day.startsWith(key));
  const all = days.flatMap((day, index) => (day.startsWith(key) ? [index] : []));
  const [head = from, ...rest] = all.filter((index) => (weekdayOfFirst - 1 + index) % 7 < 5);
  return { key, working: [head, ...rest], part: all.length / daysInMonth(Number(key.slice(0, 4)), Number(key.slice(5))) };
}
