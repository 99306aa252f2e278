/** References: by id, exact name or registered alias. An unknown or ambiguous one is a fault that names the candidates. */
import type { Fault, ReferenceKind } from '../model/finding.ts';
import { nearest } from './nearest.ts';

/** What a reference may call something. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export type Resolved = { readonly id: string } | { readonly fault: Fault };

/** Resolves references to one kind of thing. */
export interface Names {
  resolve(named: string): Resolved;
}

/** What stands in the files but was refused for faults of its own, by whatever records may call it. */
export type LeftOut = Pick<ReadonlySet<string>, 'has'>;

/** The names of a register. */
export function namesOf(to: ReferenceKind, entries: Iterable<Named>, leftOut: LeftOut = new Set()): Names {
  const ids = new Map<string, string[]>();
  for (const { id, name, aliases } of entries)
    for (const called of new Set([id, name, ...aliases])) ids.set(called, [...(ids.get(called) ?? []), id]);
  const resolved = new Map<string, Resolved>();
  return {
    resolve(named) {
      const known = resolved.get(named) ?? find(to, named, ids, leftOut);
      resolved.set(named, known);
      return known;
    },
  };
}

function find(to: ReferenceKind, named: string, ids: ReadonlyMap<string, string[]>, leftOut: LeftOut): Resolved {
  const [id, ...others] = ids.get(named) ?? [];
  if (id !== undefined && others.length === 0) return { id };
  if (id !== undefined) return { fault: { code: 'ledger/ambiguous-reference', to, named, candidates: [id, ...others] } };
  if (leftOut.has(named)) return { fault: { code: 'ledger/reference-left-out', to, named } };
  return { fault: { code: 'ledger/unknown-reference', to, named, nearest: nearest(named, [...ids.keys()]) } };
}

/** References to records, which have no names but their ids. */
export function recordNames(to: ReferenceKind, known: ReadonlyMap<string, unknown>, leftOut: LeftOut): Names {
  return {
    resolve: (named) => {
      if (known.has(named)) return { id: named };
      if (leftOut.has(named)) return { fault: { code: 'ledger/reference-left-out', to, named } };
      return { fault: { code: 'ledger/unknown-reference', to, named, nearest: nearest(named, [...known.keys()]) } };
    },
  };
}
