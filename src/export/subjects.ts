/** What somebody means who asks for an explanation: a submission, a unit or a person. */
import { nearest } from '../ledger/nearest.ts';
import type { Ledger } from '../model/records.ts';
import type { Subject } from './explanation.ts';

export interface Candidates {
  /** All that go by the name: one if the world is well. */
  readonly found: readonly Subject[];
  /** The nearest name where none does. */
  readonly nearest: string | null;
}

/** Looks `named` up among ids, names, aliases and titles. An id wins over names. */
export function subjectsNamed(named: string, ledger: Ledger): Candidates {
  const all = [...entries(ledger)];
  const byId = all.filter(({ subject }) => subject.id === named);
  const found = byId.length > 0 ? byId : all.filter(({ names }) => names.includes(named));
  const known = all.flatMap(({ subject, names }) => [subject.id, ...names]);
  return { found: found.map(({ subject }) => subject), nearest: found.length > 0 ? null : nearest(named, known) };
}

interface Entry {
  readonly subject: Subject;
  readonly names: readonly string[];
}

function* entries({ units, people, submissions }: Ledger): Generator<Entry> {
  for (const { id, name, aliases } of units.values()) yield { subject: { kind: 'unit', id, name }, names: [name, ...aliases] };
  for (const { id, name, aliases } of people.values()) yield { subject: { kind: 'person', id, name }, names: [name, ...aliases] };
  for (const { id, title } of submissions.values()) yield { subject: { kind: 'submission', id, name: title }, names: [title] };
}
