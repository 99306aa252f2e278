/** What the makers of pages work with, and the small texts that many pages share. */
import { byCodeUnit } from '../model/order.ts';
import { type Period, periodOf, previousPeriod } from '../model/period.ts';
import type { Place } from '../model/place.ts';
import { isZero, type Points, written } from '../model/points.ts';
import type { UnitId } from '../model/records.ts';
import type { Policy } from '../policy/policy.ts';
import { periodWords } from '../words/periods.ts';
import { signed } from '../words/points.ts';
import type { Language } from '../words/speech.ts';
import type { Ui } from '../words/ui.ts';
import { sourceHref } from './links.ts';
import type { Cell, Linked, Mark, Tone } from './shown.ts';
import type { View } from './view.ts';

export interface Context {
  readonly view: View;
  readonly ui: Ui;
  readonly language: Language;
}

/** What a map must have under a key; that it has not is a mistake of ours. */
export function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the site knows no ${String(key)}`);
  return value;
}

/** The list under a key; where there is none, an empty one. */
export const listIn = <K, T>(map: ReadonlyMap<K, readonly T[]>, key: K): readonly T[] => map.get(key) ?? [];

export const periodName = (period: Period, { language }: Context): string => periodWords(period, language);

export const unitName = (unit: UnitId, { view }: Context): string => known(view.units, unit).name;
/** The short name, for tables. */
export const unitShort = (unit: UnitId, { view }: Context): string => known(view.units, unit).short;

const isOver = ({ to }: Period, { view }: Context): boolean => to <= view.asOf;

/** Whether a period is over, as a mark beside its name. */
export const stateOf = (period: Period, context: Context): Mark =>
  isOver(period, context) ? { text: context.ui.state.closed, tone: 'quiet' } : { text: context.ui.state.running(context.view.asOf), tone: 'wait' };

const toneOf = (value: Points): Tone => (isZero(value) ? 'muted' : value.lt(0) ? 'minus' : 'plus');

/** Points as they change an account: +3, -2, 0. */
export const change = (value: Points): Cell => ({ text: signed(value), tone: toneOf(value) });
export const amount = (value: Points, href?: string): Cell => ({ text: written(value), href, tone: isZero(value) ? 'muted' : undefined });
export const count = (value: number, href?: string): Cell => ({ text: String(value), href, tone: value === 0 ? 'muted' : undefined });
export const text = (written: string, href?: string): Cell => ({ text: written, href });
export const muted = (written: string): Cell => ({ text: written, tone: 'muted' });

/** The ordinances, the latest first. */
export const policiesInOrder = ({ view }: Context): Policy[] => [...view.policies].sort((a, b) => byCodeUnit(b.inForce.from, a.inForce.from));

/** A share in percent, to one place, as decimal fractions allow it exactly; a dash where there is nothing to take a share of. */
export function rate(part: number, whole: number, { ui }: Context): string {
  if (whole === 0) return ui.none;
  const tenths = Math.floor((part * 2000 + whole) / (2 * whole));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

/** Where a record stands, `file:line`, with the way to the repository's host if the installation names one. */
export function sourceCell(at: Place, { view }: Context): Cell {
  const line = view.lineOf(at);
  return { text: `${at.file}:${line}`, href: sourceHref(view.site.repository, at, line) };
}

export const home = ({ ui }: Context): Linked => ({ text: ui.home, href: '' });

/** The `length` months up to the day asked for, oldest first. */
export function lastMonths(length: number, { view }: Context): Period[] {
  const months = [periodOf(view.asOf, 'month')];
  while (months.length < length) months.unshift(previousPeriod(months[0] as Period));
  return months;
}

/** The part of a list in order of days that lies within a period: two searches and a slice. */
export function within<T extends { readonly on: string }>(list: readonly T[], { from, to }: Pick<Period, 'from' | 'to'>): readonly T[] {
  return list.slice(firstFrom(list, from), firstFrom(list, `${to}~`));
}

function firstFrom<T extends { readonly on: string }>(list: readonly T[], day: string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as T).on < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
