/** Amounts, turned into functions of a subject's attributes. What an ordinance does not decide is null: no invented points. */
import { type Points, points } from '../model/points.ts';
import type { Attributes } from './conditions.ts';
import { asList } from './lists.ts';
import type { Amount } from './written.ts';

export type AmountOf = (attributes: Attributes) => Points | null;

type Of<K extends string> = Extract<Amount, Record<K, unknown>>;

/** The amount for given attributes: a number, a table, bands, steps, a multiple, or what somebody judged. */
export function amount(written: Amount): AmountOf {
  if (typeof written === 'number') {
    const fixed = points(written);
    return () => fixed;
  }
  if ('table' in written) return lookup(written);
  if ('bands' in written) return banded(written);
  if ('of' in written) return multiple(written);
  return 'judged' in written ? judged(written) : stepped(written);
}

function lookup(written: Of<'table'>): AmountOf {
  const names = asList(written.by);
  const otherwise = written.otherwise === undefined ? () => null : amount(written.otherwise);
  const table = exact(written.table);
  return (attributes) => {
    const found = names.reduce<Exact | undefined>((row, name) => (row instanceof Map ? row.get(String(attributes(name))) : undefined), table);
    return found === undefined || found instanceof Map ? otherwise(attributes) : found;
  };
}

type Exact = Points | Map<string, Exact>;
type Written = { [value: string]: number | Written };

const exact = (table: Written): Map<string, Exact> =>
  new Map(Object.entries(table).map(([value, entry]) => [value, typeof entry === 'number' ? points(entry) : exact(entry)]));

const numberOf = (attributes: Attributes, name: string): number | null => {
  const value = attributes(name);
  return typeof value === 'number' ? value : null;
};

/** The first band that reaches to the number. */
function banded({ by, bands }: Of<'bands'>): AmountOf {
  const ready = bands.map(({ up_to, give }) => ({ upTo: up_to ?? Number.POSITIVE_INFINITY, give: points(give) }));
  return (attributes) => {
    const value = numberOf(attributes, by);
    return value === null ? null : (ready.find(({ upTo }) => value <= upTo)?.give ?? null);
  };
}

type Steps = Exclude<Extract<Amount, { by: unknown }>, Of<'table'> | Of<'bands'>>;

/** The highest step reached; beyond the last one, so much more for each full stretch. Below the first step it gives nothing. */
function stepped({ by, steps = [], each, more, at_most }: Steps): AmountOf {
  const last = steps.at(-1);
  return (attributes) => {
    const value = numberOf(attributes, by);
    if (value === null) return null;
    const reached = steps.filter(({ at }) => at <= value).at(-1);
    const stretches = each !== undefined && reached === last ? Math.floor((value - (last?.at ?? 0)) / each) : 0;
    const given = points(reached?.give ?? 0).plus(points(more ?? 0).times(stretches));
    return at_most !== undefined && given.gt(at_most) ? points(at_most) : given;
  };
}

function multiple({ of, times, at_least, at_most }: Of<'of'>): AmountOf {
  return (attributes) => {
    const value = numberOf(attributes, of);
    if (value === null) return null;
    const given = points(value).times(times);
    if (at_most !== undefined && given.gt(at_most)) return points(at_most);
    return at_least !== undefined && given.lt(at_least) ? points(at_least) : given;
  };
}

/** A judgement outside its range is none. */
function judged({ judged: name, from, to }: Of<'judged'>): AmountOf {
  return (attributes) => {
    const value = numberOf(attributes, name);
    return value === null || value < from || value > to ? null : points(value);
  };
}
