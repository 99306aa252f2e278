/** A register file: a list of entries, read one by one so that a broken entry costs itself. */
import { z } from 'zod';
import type { Day } from '../model/day.ts';
import type { Finding } from '../model/finding.ts';
import { type Place, placeOf, within } from '../model/place.ts';
import { asDay, asDayOrNull, Draft, isUsable } from './draft.ts';
import type { LeftOut, Named } from './names.ts';
import { folded } from './nearest.ts';
import { shape } from './shape.ts';

/** What the registers are read from: the values of files by path, the files that could not be read, and what is found wrong. */
export interface Shelf {
  readonly values: ReadonlyMap<string, unknown>;
  readonly lost: LeftOut;
  readonly findings: Finding[];
}

export interface Register<T> {
  readonly kept: Map<string, T>;
  /** Entries that were refused, by everything that records may call them. */
  readonly leftOut: LeftOut;
}

/** One kind of register: where it lies, the schema of an entry, and how the written entry is decided. */
export interface RegisterKind<S extends z.ZodType, T> {
  readonly file: string;
  readonly key: string;
  readonly schema: S;
  readonly decide: (written: z.output<S>, own: Draft) => T;
}

/** Reads a register; without its file it is empty. */
export function openRegister<S extends z.ZodType<{ id: string }>, T extends { at: Place }>(
  kind: RegisterKind<S, T>,
  { values, lost, findings }: Shelf,
): Register<T> {
  const { file, key } = kind;
  const found = { kept: new Map<string, T>(), leftOut: new Set<string>() };
  const list = shape(z.strictObject({ [key]: z.array(z.unknown()) }), values.get(file) ?? { [key]: [] }, placeOf(file));
  findings.push(...list.findings);
  const entries = (list.value?.[key] ?? []) as unknown[];
  for (const [index, value] of entries.entries()) addEntry(found, value, within(placeOf(file), key, index), kind, findings);
  return lost.has(file) || list.value === undefined ? { ...found, leftOut: EVERYTHING } : found;
}

function addEntry<S extends z.ZodType<{ id: string }>, T extends { at: Place }>(
  { kept, leftOut }: { readonly kept: Map<string, T>; readonly leftOut: Set<string> },
  value: unknown,
  at: Place,
  { schema, decide }: RegisterKind<S, T>,
  findings: Finding[],
): void {
  const { value: written, findings: faults } = shape(schema, value, at);
  const own = new Draft(at);
  own.findings.push(...faults);
  const decided = written === undefined ? undefined : decide(written, own);
  const id = idIn(value);
  const twin = id === null ? undefined : kept.get(id);
  if (twin && id !== null) own.note(['id'], { code: 'ledger/duplicate-id', id, other: twin.at });
  if (decided !== undefined && id !== null && isUsable(own.findings)) kept.set(id, decided);
  else if (!twin) for (const called of callingsIn(value)) leftOut.add(called);
  findings.push(...own.findings);
}

/** Nobody can tell what stands in a register that cannot be read. */
const EVERYTHING: LeftOut = { has: () => true };

/** Whatever records may call a refused entry, as far as that can be read. */
function callingsIn(value: unknown): string[] {
  const { id, name, short, aliases } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  return [id, name, short, ...(Array.isArray(aliases) ? aliases : [])].filter((called) => typeof called === 'string');
}

function idIn(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? id : null;
}

/** The time of service that an entry writes. */
export function servedBy(written: { from?: string | undefined; to?: string | undefined }, own: Draft) {
  const [from, to] = [asDayOrNull(written.from), asDayOrNull(written.to)];
  if (from !== null && to !== null && to < from) own.note(['to'], { code: 'ledger/ends-before-it-begins', from, to });
  return { from, to };
}

/** The times during which an entry is barred. */
export const barredTimes = (written: readonly { from: string; to?: string | undefined }[] | undefined): { from: Day; to: Day | null }[] =>
  (written ?? []).map(({ from, to }) => ({ from: asDay(from), to: asDayOrNull(to) }));

/** Two entries may not go by one name, nor by names that differ only in width or case: nobody could tell which is meant. */
export function namesAreTold(entries: Iterable<Named & { at: Place }>, findings: Finding[]): void {
  const holders = new Map<string, { id: string; called: string; at: Place }>();
  for (const { id, name, aliases, at } of entries) {
    for (const called of new Set([name, ...aliases])) {
      const holder = holders.get(folded(called));
      if (!holder || holder.id === id) holders.set(folded(called), { id, called, at });
      else
        findings.push({
          at: within(at, 'name'),
          code: 'ledger/duplicate-name',
          name: called,
          other: holder.at,
          alike: holder.called === called ? 'same' : 'width-or-case',
        });
    }
  }
}
