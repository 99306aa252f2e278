/** What a proposal changes in the registers, the settings and the ordinances: entries of a register by their ids, everything else by key paths. */
import { differencesBetween } from '../bulletin/differences.ts';
import type { FileChange } from './change.ts';

/** An entry of a register, or the whole of a file that has none. */
export interface EntryChange {
  readonly what: 'added' | 'changed' | 'deleted';
  /** The name of the entry; empty where the file is meant as a whole. */
  readonly name: string;
  readonly differences: readonly { readonly path: string; readonly before: unknown; readonly after: unknown }[];
}

/** The entries that differ, in the order of the file. */
export function entryChanges({ before, after }: FileChange, register: 'units' | 'people' | 'outlets'): EntryChange[] {
  const [old, now] = [entriesOf(before, register), entriesOf(after, register)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id): EntryChange[] => {
    const [then, here] = [old.get(id), now.get(id)];
    const differences = differencesBetween(then ?? {}, here ?? {}).map(({ path, before: was, after: is }) => ({ path, before: was, after: is }));
    const what = then === undefined ? 'added' : here === undefined ? 'deleted' : 'changed';
    return differences.length === 0 ? [] : [{ what, name: nameOf(here ?? then, id), differences }];
  });
}

/** What differs in a file that is one whole. */
export const differencesIn = ({ before, after }: FileChange): EntryChange['differences'] =>
  differencesBetween(before ?? {}, after ?? {}).map(({ path, before: was, after: is }) => ({ path, before: was, after: is }));

function entriesOf(value: unknown, register: string): Map<string, unknown> {
  const list = isMapping(value) && Array.isArray(value[register]) ? (value[register] as unknown[]) : [];
  return new Map(list.map((entry, index) => [isMapping(entry) && typeof entry.id === 'string' ? entry.id : `#${index + 1}`, entry]));
}

const nameOf = (entry: unknown, id: string): string => (isMapping(entry) && typeof entry.name === 'string' ? entry.name : id);

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
