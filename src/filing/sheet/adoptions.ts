/** The adoptions that a group of columns tells: one outlet and its day, several outlets in one cell, or a day under the name of an outlet. */
import type { Day } from '../../model/day.ts';
import { type Context, faultIn, listIn, saysNothing } from './cells.ts';
import { type DayRead, dayIn } from './days.ts';
import type { CellFault } from './faults.ts';
import { type Content, EMPTY, textOf } from './grid.ts';
import type { Columns } from './located.ts';
import { type At, type Reading, readGroup } from './reading.ts';

export interface Group {
  readonly columns: Columns;
  /** The outlet that the mapping says these columns are of. */
  readonly outletIs: string | null;
}

/** An outlet as a cell names it, perhaps with its day: 人民网(3月5日). */
interface Told {
  readonly outlet: string;
  readonly day: DayRead | null;
}

export function readAdoptions(
  { columns, outletIs }: Group,
  content: readonly Content[],
  place: (column: number) => string,
  context: Context,
): Reading[] {
  const at = (field: 'outlet' | 'on'): Content => content[columns[field] ?? -1] ?? EMPTY;
  const cellFor = (field: 'outlet' | 'on'): string => place(columns[field] ?? columns.outlet ?? columns.on ?? 0);
  const { outlet: _, on: __, ...others } = columns;
  const broken = (['outlet', 'on'] as const).flatMap((field) => brokenAt(at(field), cellFor(field)));
  if (broken.length > 0) return [{ values: {}, cells: {}, faults: broken }];
  const named = outletIs === null ? outletsIn(at('outlet'), context) : saysNothing(at('on')) ? [] : [{ outlet: outletIs, day: null }];
  if (named.length === 0) return strayDay(at('on'), cellFor('on'));
  const days = named.every(({ day }) => day !== null) ? named.map(({ day }) => day as DayRead) : daysFor(named, at('on'), context);
  if (days === null) {
    const fault: CellFault = { code: 'import/outlets-and-days', outlets: named.length, days: daysOf(at('on'), context).length };
    return [{ values: {}, cells: {}, faults: [{ cell: cellFor('on'), fault }] }];
  }
  const details = readGroup('adoptions', others, content, place, context);
  return named.map((told, index) => adoptionOf(told, days[index] ?? null, details, { outlet: cellFor('outlet'), on: cellFor('on') }, context));
}

function brokenAt(content: Content, cell: string): At<CellFault>[] {
  const fault = faultIn(content);
  return fault === null ? [] : [{ cell, fault }];
}

/** A day of adoption without an outlet. */
const strayDay = (content: Content, cell: string): Reading[] =>
  saysNothing(content) ? [] : [{ values: {}, cells: {}, faults: [{ cell, fault: { code: 'import/no-outlet', found: textOf(content) } }] }];

const WITH_DAY = /^(.*\S)\s*[(（]\s*([^()（）]*\d[^()（）]*)[)）]$/;

function outletsIn(content: Content, context: Context): Told[] {
  if (saysNothing(content)) return [];
  const known = (name: string): boolean => 'id' in context.registry.find('outlet', name);
  return listIn(content, (name) => known(name) || known(WITH_DAY.exec(name)?.[1] ?? name)).map((part) => {
    const [, outlet = part, on] = known(part) ? [] : (WITH_DAY.exec(part) ?? []);
    const day = on === undefined ? null : dayIn({ kind: 'text', text: on }, context.almanac);
    return day !== null && 'day' in day ? { outlet, day } : { outlet: part, day: null };
  });
}

const TICKED: ReadonlySet<string> = new Set(['√', '✓', '✔', '是', '有', '1', '采用', '已采用', '刊发', '已刊发']);

/** The days that a cell lists; null stands for a tick, which tells no day. */
function daysOf(content: Content, { almanac }: Context): (DayRead | null)[] {
  if (saysNothing(content)) return [];
  const text = textOf(content);
  if (TICKED.has(text)) return [null];
  const whole = dayIn(content, almanac);
  if ('day' in whole || content.kind !== 'text') return [whole];
  const parts = listIn(content, () => false);
  return parts.length > 1 ? parts.map((part) => dayIn({ kind: 'text', text: part }, almanac)) : [whole];
}

/** One day for all outlets, or one for each, in their order. Null where the numbers do not fit. */
function daysFor(named: readonly Told[], content: Content, context: Context): (DayRead | null)[] | null {
  const days = daysOf(content, context);
  if (days.length <= 1) return named.map(({ day }) => day ?? days[0] ?? null);
  return days.length === named.length ? named.map(({ day }, at) => day ?? days[at] ?? null) : null;
}

function adoptionOf(
  { outlet }: Told,
  day: DayRead | null,
  details: Reading,
  cells: { readonly outlet: string; readonly on: string },
  { registry, today }: Context,
): Reading {
  const found = registry.find('outlet', outlet);
  const dayFault = faultOfDay(day, outlet, today);
  const faults = [
    ...('fault' in found ? [{ cell: cells.outlet, fault: found.fault }] : []),
    ...(dayFault === null ? [] : [{ cell: cells.on, fault: dayFault }]),
  ];
  return {
    values: { ...details.values, outlet: 'name' in found ? found.name : outlet, ...(day !== null && 'day' in day ? { on: day.day } : {}) },
    cells: { ...details.cells, ...cells },
    faults: [...details.faults, ...faults],
  };
}

function faultOfDay(read: DayRead | null, outlet: string, today: Day): CellFault | null {
  if (read === null) return { code: 'import/no-day-of-adoption', outlet };
  if ('fault' in read) return read.fault;
  return read.day > today ? { code: 'import/in-the-future', day: read.day, today } : null;
}
