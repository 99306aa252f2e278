/** The keys of a record in the order of its schema, and without what says nothing. */
import { FOLDER_SCHEMAS, type RecordFolder } from '../ledger/files.ts';
import { keysAt } from '../ledger/keys-at.ts';

type Path = readonly (string | number)[];

/** What the schema does not know stays, last, so that the check can name it. */
export function ordered(folder: RecordFolder, written: unknown): unknown {
  return inOrder(folder, written, []) ?? {};
}

function inOrder(folder: RecordFolder, value: unknown, path: Path): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const entries = Array.isArray(value)
    ? value.map((one, index) => [index, one] as const)
    : sorted(Object.entries(value), keysAt(FOLDER_SCHEMAS[folder], path));
  const kept = entries.map(([key, one]) => [key, inOrder(folder, one, [...path, key])] as const).filter(([, one]) => one !== undefined);
  if (kept.length === 0) return undefined;
  return Array.isArray(value) ? kept.map(([, one]) => one) : Object.fromEntries(kept);
}

function sorted(entries: readonly (readonly [string, unknown])[], keys: readonly string[]): (readonly [string, unknown])[] {
  const places = new Map(keys.map((key, index) => [key, index]));
  return entries.toSorted(([a], [b]) => (places.get(a) ?? keys.length) - (places.get(b) ?? keys.length));
}
