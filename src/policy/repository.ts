/** From the values of all files to the ledger and the ordinances in use, with everything that is wrong with them. */
import { nearest } from '../ledger/nearest.ts';
import { openWritten } from '../ledger/open.ts';
import { type Finding, inReadingOrder } from '../model/finding.ts';
import { placeOf } from '../model/place.ts';
import type { Ledger } from '../model/records.ts';
import { decidePolicy } from './decide.ts';
import { checkTogether } from './ledgerChecks.ts';
import type { Policy } from './policy.ts';

export interface Repository {
  /** Null only where there is no usable `data/site.yaml`. */
  readonly ledger: Ledger | null;
  /** The ordinances in use that have no errors, in the order of `site.yaml`. */
  readonly policies: readonly Policy[];
  /** In reading order. */
  readonly findings: readonly Finding[];
}

/**
 * Opens what `values` (path → content of the file, records held against their schema by `shapeFile`) write. `before` are the findings of getting
 * so far: who refers to a record that could not be read is told so. Ordinances that are not in use are checked by themselves all the same.
 */
export function openRepository(values: ReadonlyMap<string, unknown>, before: readonly Finding[] = []): Repository {
  const lost = new Set(before.map(({ at }) => at.file).filter((file) => !values.has(file)));
  const { ledger, findings: ofLedger } = openWritten(values, lost);
  const ordinances = [...values].filter(([file]) => file.startsWith('policies/')).map(([file, value]) => ({ file, ...decidePolicy(file, value) }));
  const inUse = (ledger?.site.policies ?? []).flatMap((id) => ordinances.find(({ file }) => idOf(file) === id)?.policy ?? []);
  const findings = [
    ...before,
    ...ofLedger.filter(({ at, code }) => code !== 'source/missing-file' || !lost.has(at.file)),
    ...ordinances.flatMap((ordinance) => ordinance.findings),
    ...(ledger ? [...unknownPolicies(ledger, [...values.keys(), ...lost]), ...checkTogether(ledger, inUse)] : []),
  ];
  return { ledger, policies: inUse, findings: inReadingOrder(findings) };
}

function unknownPolicies({ site }: Ledger, files: readonly string[]): Finding[] {
  const known = files.filter((file) => file.startsWith('policies/')).map(idOf);
  return site.policies.flatMap((named, index): Finding[] =>
    known.includes(named)
      ? []
      : [{ at: placeOf('data/site.yaml', 'policies', index), code: 'policy/unknown-policy', named, nearest: nearest(named, known) }],
  );
}

const idOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
