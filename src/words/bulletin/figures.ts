/** Figures and names as an official document writes them. */
import type { Published, PublishedRow } from '../../ledger/written/bulletin.ts';
import { type Day, dayOf } from '../../model/day.ts';
import { divide, type Points, points, sum, written } from '../../model/points.ts';
import { dayWords } from '../periods.ts';
import { signed } from '../points.ts';

/** Stands in a table for what cannot be said. */
export const NOTHING = '—';

/** Points, exactly: 120.5, -5. */
export const amount = (value: number): string => written(points(value));

/** With a sign: +2, -3, 0. */
export const change = (value: number): string => signed(points(value));

/** The exact sum of what stands in a column. */
export const added = (values: readonly number[]): number => sum(values.map(points)).toNumber();

/** A share in per cent, to one place; null of nothing. */
export const percentOf = (part: number, whole: number): Points | null =>
  whole === 0 ? null : divide(points(part).times(100), whole, { places: 1, mode: 'half-up' });

/** 44.4%; a dash where nothing was filed. */
export function rate(part: number, whole: number): string {
  const percent = percentOf(part, whole);
  return percent === null ? NOTHING : `${written(percent)}%`;
}

/** 2026年10月9日. */
export const longDay = (on: string): string => dayWords(on as Day, 'zh');

/** 10月9日, for lists in which the year is clear. */
export const shortDay = (on: string): string => (dayOf(on) === null ? on : longDay(on).slice(5));

/** Names one after another. */
export const listed = (names: readonly string[]): string => names.join('、');

/** What a record says under a key; no name reaches what every object has. */
export const at = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(record, key) ? record[key] : undefined);

/** The full name of a unit; its id where the lock does not name it. */
export const nameOf = ({ units }: Published, unit: string): string => at(units, unit)?.name ?? unit;
export const namesOf = (published: Published, units: readonly string[]): string => listed(units.map((unit) => nameOf(published, unit)));

/** Units in the order of the register. */
export function registered<T>({ units }: Published, entries: readonly T[], unitOf: (entry: T) => string): T[] {
  const order = new Map(Object.keys(units).map((unit, index) => [unit, index]));
  const placeOf = (entry: T): number => order.get(unitOf(entry)) ?? order.size;
  return [...entries].sort((a, b) => placeOf(a) - placeOf(b));
}

export const rowsOf = ({ groups }: Published): PublishedRow[] => groups.flatMap(({ rows }) => rows);

/** Classes of outlets in their order, those that a bulletin counts without listing them, and those of no class last. */
export function classesOf({ classes }: Published, counts: readonly Readonly<Record<string, number>>[]): string[] {
  const counted = counts.flatMap((byClass) => Object.keys(byClass).filter((name) => (at(byClass, name) ?? 0) > 0));
  const named = [...new Set([...classes, ...counted])].filter((name) => name !== '');
  return counted.includes('') ? [...named, ''] : named;
}

/** What a class of outlets is called; the outlets of none are the others. */
export const className = (name: string): string => (name === '' ? '其他' : name);

/** From the lowest to the highest. */
export const LEVELS: readonly string[] = ['县', '市', '省', '国家'];

/** 县级, 国家级; 部委 stays. */
export const levelName = (level: string): string => (LEVELS.includes(level) ? `${level}级` : level);

/** 市级领导（市政府副职）, or 领导 where the level is not told. */
export const leaderOf = (level: string | undefined, rank: string | undefined): string =>
  `${level === undefined ? '' : levelName(level)}领导${rank === undefined ? '' : `（${rank}）`}`;
