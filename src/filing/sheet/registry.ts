/** The registers, asked by what cells say: names as people type them, with blanks between the characters and in full width. */
import { type Named, namesOf } from '../../ledger/names.ts';
import { folded, nearest } from '../../ledger/nearest.ts';
import type { Ledger, UnitId } from '../../model/records.ts';
import type { CellFault, Registered } from './faults.ts';
import type { Words } from './mapping.ts';

/** What a name means: the id, and the name to write into a record. */
export type Found = { readonly id: string; readonly name: string } | { readonly fault: CellFault };

export interface Registry {
  /** `among` are units whose people are preferred where several share a name. */
  readonly find: (to: Registered, named: string, among?: readonly UnitId[]) => Found;
}

interface Entry extends Named {
  readonly unit?: UnitId;
}

export function registryOf(ledger: Pick<Ledger, 'units' | 'people' | 'outlets'>, words: Words = {}): Registry {
  const shelves = { unit: shelfOf('unit', ledger.units), person: shelfOf('person', ledger.people), outlet: shelfOf('outlet', ledger.outlets) };
  return {
    find: (to, named, among = []) => {
      const meant = words[to]?.[named] ?? named;
      return shelves[to](meant, among);
    },
  };
}

type Shelf = (named: string, among: readonly UnitId[]) => Found;

/** Answers are remembered: a ledger names the same few hundred things ten thousand times. */
function shelfOf(to: Registered, register: ReadonlyMap<string, Entry>): Shelf {
  const names = namesOf(to, register.values());
  const byFold = new Map<string, Set<string>>();
  for (const { id, name, aliases } of register.values())
    for (const called of [name, ...aliases]) byFold.set(foldName(called), (byFold.get(foldName(called)) ?? new Set()).add(id));
  const told = (id: string): Found => {
    const { name } = register.get(id) as Entry;
    const own = names.resolve(name);
    return { id, name: 'id' in own ? name : id };
  };
  const look = (named: string, among: readonly UnitId[]): Found => {
    const exact = names.resolve(named);
    if ('id' in exact) return told(exact.id);
    const ids = [...(byFold.get(foldName(named)) ?? [])];
    const own = ids.filter((id) => among.includes(register.get(id)?.unit ?? ''));
    const [id, ...others] = own.length === 1 ? own : ids;
    if (id !== undefined && others.length === 0) return told(id);
    if (id !== undefined) return { fault: { code: 'import/ambiguous-name', to, named, candidates: [id, ...others] } };
    return { fault: { code: 'import/unknown-name', to, named, nearest: nearestOf(named, register) } };
  };
  const remembered = new Map<string, Found>();
  return (named, among) => {
    const key = [named, ...among].join('\u0000');
    const found = remembered.get(key) ?? look(named, among);
    remembered.set(key, found);
    return found;
  };
}

/** Book title marks around the name of a paper are no part of it. */
const foldName = (name: string): string => folded(name).replace(/[《》〈〉「」“”"]/g, '');

const nearestOf = (named: string, register: ReadonlyMap<string, Entry>): string | null =>
  nearest(
    named,
    [...register.values()].flatMap(({ name, aliases }) => [name, ...aliases]),
  );
