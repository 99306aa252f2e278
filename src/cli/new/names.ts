/** Names that somebody types for a unit, a person, an outlet, a submission or a task: what they mean, and what may be meant where they mean nothing. */
import { folded, nearest } from '../../ledger/nearest.ts';
import { foldTitle } from '../../ledger/stories.ts';
import type { ReferenceKind } from '../../model/finding.ts';
import { byCodeUnit } from '../../model/order.ts';
import type { Ledger } from '../../model/records.ts';

export type Naming = Extract<ReferenceKind, 'unit' | 'person' | 'outlet' | 'submission' | 'obligation'>;

/** Something that may be named. */
export interface Entry {
  /** As a record names it. */
  readonly value: string;
  /** What else it is called; a title among them. */
  readonly names: readonly string[];
  /** What is shown beside it. */
  readonly says: string;
}

export interface Book {
  readonly entries: readonly Entry[];
  /** As a record should name what is called so; null where it is not clear which is meant. */
  find(named: string): string | null;
  /** What may be meant: what has the words in it, and the nearest. */
  like(named: string): Entry[];
}

/** The keys of records that name something, by the kind that they name. What else refers to something is left to the check. */
export const NAMING: ReadonlyMap<string, Naming> = new Map<string, Naming>([
  ['unit', 'unit'],
  ['units', 'unit'],
  ['authors', 'person'],
  ['person', 'person'],
  ['outlet', 'outlet'],
  ['target', 'outlet'],
  ['submission', 'submission'],
  ['same_as', 'submission'],
  ['composite_of', 'submission'],
  ['answers', 'obligation'],
]);

export function booksOf(ledger: Ledger): Readonly<Record<Naming, Book>> {
  const { units, people, outlets, submissions, obligations } = ledger;
  return {
    unit: book(registered([...units.values()], (unit) => unit.class)),
    person: book(registered([...people.values()], (person) => units.get(person.unit)?.name ?? '')),
    outlet: book(registered([...outlets.values()], (outlet) => outlet.level ?? outlet.channel)),
    submission: byWords(book([...submissions.values()].toSorted(latestFirst).map(titled))),
    obligation: byWords(book([...obligations.values()].toSorted(latestFirst).map(titled))),
  };
}

interface Registered {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A name that two have is no name for either: then the id stands in records. */
function registered<E extends Registered>(all: readonly E[], describe: (entry: E) => string): Entry[] {
  const holders = Map.groupBy(
    all.flatMap(({ id, name, aliases }) => [name, ...aliases].map((called) => ({ called, id }))),
    ({ called }) => called,
  );
  const isClear = (called: string): boolean => new Set(holders.get(called)?.map(({ id }) => id)).size === 1;
  return all.map((entry) => ({
    value: [entry.name, ...entry.aliases].find(isClear) ?? entry.id,
    names: [entry.id, entry.name, ...entry.aliases],
    says: describe(entry),
  }));
}

const titled = ({ id, title, on }: { id: string; title: string; on: string }): Entry => ({ value: id, names: [id, title], says: `${on} ${title}` });

const latestFirst = (a: { on: string; id: string }, b: { on: string; id: string }): number => byCodeUnit(b.on, a.on) || byCodeUnit(a.id, b.id);

/** Whoever says enough of a title means the one record that has these words. */
const byWords = (titles: Book): Book => ({
  ...titles,
  find: (named) => titles.find(named) ?? onlyOne(titles.entries.filter(hasWords(named))),
});

const onlyOne = ([first, ...others]: readonly Entry[]): string | null => (first === undefined || others.length > 0 ? null : first.value);

/** Below two signs anything has them. */
function hasWords(named: string): (entry: Entry) => boolean {
  const wanted = foldTitle(named);
  return ({ names }) => wanted.length > 1 && names.some((name) => foldTitle(name).includes(wanted));
}

function book(entries: readonly Entry[]): Book {
  const byName = new Map<string, Set<string>>();
  for (const { value, names } of entries)
    for (const name of names.flatMap((one) => [one, folded(one)])) byName.set(name, (byName.get(name) ?? new Set()).add(value));
  const only = (named: string): string | null => {
    const [value, ...others] = byName.get(named) ?? [];
    return value === undefined || others.length > 0 ? null : value;
  };
  return {
    entries,
    find: (named) => only(named) ?? only(folded(named)),
    like: (named) => {
      const near = nearest(named, byName.keys());
      const nearby = near === null ? [] : entries.filter(({ names }) => names.some((name) => name === near || folded(name) === near));
      return [...new Set([...nearby, ...entries.filter(hasWords(named))])];
    },
  };
}
