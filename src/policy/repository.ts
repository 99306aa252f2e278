/** From the values of all files to the ledger and the ordinances in use, with everything that is wrong with them. */
import { type BulletinSettings, type Issued, openBulletins } from '../ledger/bulletins.ts';
import { nearest } from '../ledger/nearest.ts';
import { openWritten } from '../ledger/open.ts';
import { type Finding, inReadingOrder } from '../model/finding.ts';
import { placeOf } from '../model/place.ts';
import type { Ledger } from '../model/records.ts';
import { decidePolicy, faultsOfOptions } from './decide.ts';
import { checkTogether } from './ledgerChecks.ts';
import { decidePlan, isPlan, type Plan, recordsUseTheWordsOfThePlan } from './plan.ts';
import type { Policy } from './policy.ts';

export interface Repository {
  /** Null only where there is no usable `data/site.yaml`. */
  readonly ledger: Ledger | null;
  /** The ordinances in use that have no errors, in the order of `site.yaml`. */
  readonly policies: readonly Policy[];
  /** The publicity plan that the installation follows, if it has one without errors. */
  readonly plan: Plan | null;
  /** The bulletins that were issued, in the order of their last days. */
  readonly bulletins: readonly Issued[];
  readonly bulletinSettings: BulletinSettings;
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
  const files = [...values].filter(([file]) => file.startsWith('policies/'));
  const ordinances = files.filter(([, value]) => !isPlan(value)).map(([file, value]) => ordinanceIn(file, value));
  const plans = files.filter(([, value]) => isPlan(value)).map(([file, value]) => ({ file, ...decidePlan(file, value) }));
  const plan = plans.find(({ file }) => idOf(file) === ledger?.site.plan)?.plan ?? null;
  const inUse = (ledger?.site.policies ?? []).flatMap((id) => ordinances.find(({ file }) => idOf(file) === id)?.policy ?? []);
  const bulletins = openBulletins(values);
  const findings = [
    ...before,
    ...ofLedger.filter(({ at, code }) => code !== 'source/missing-file' || !lost.has(at.file)),
    ...[...ordinances, ...plans].flatMap((document) => document.findings),
    ...(ledger ? [...misnamed(ledger, [...values.keys(), ...lost], plans), ...checkTogether(ledger, inUse)] : []),
    ...bulletins.findings,
    ...(ledger && plan ? recordsUseTheWordsOfThePlan(ledger.plan, plan) : []),
  ];
  return { ledger, policies: inUse, plan, bulletins: bulletins.issued, bulletinSettings: bulletins.settings, findings: inReadingOrder(findings) };
}

/** What `site.yaml` names and is not there, or is not what it is named as. A file that could not be read may be either. */
function misnamed({ site, plan: records }: Ledger, files: readonly string[], plans: readonly { file: string }[]): Finding[] {
  const known = files.filter((file) => file.startsWith('policies/')).map(idOf);
  const ofPlans = plans.map(({ file }) => idOf(file));
  const judge = (named: string, wanted: 'ordinance' | 'plan', ...path: (string | number)[]): Finding[] => {
    const at = placeOf('data/site.yaml', ...path);
    if (!known.includes(named)) return [{ at, code: 'policy/unknown-policy', named, nearest: nearest(named, known) }];
    return ofPlans.includes(named) === (wanted === 'plan') ? [] : [{ at, code: 'policy/wrong-kind', named, wanted }];
  };
  return [
    ...site.policies.flatMap((named, index) => judge(named, 'ordinance', 'policies', index)),
    ...(site.plan === null ? unfollowed(records) : judge(site.plan, 'plan', 'plan')),
  ];
}

const idOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.yaml$/, '');

/** Records of a publicity plan that nobody follows. */
function unfollowed(plan: Ledger['plan']): Finding[] {
  const records = Object.values(plan).reduce((count, { size }) => count + size, 0);
  return records === 0 ? [] : [{ at: placeOf('data/site.yaml'), code: 'plan/not-followed', records }];
}

function ordinanceIn(file: string, value: unknown): { file: string; policy: Policy | null; findings: Finding[] } {
  const { policy, findings } = decidePolicy(file, value);
  return { file, policy, findings: [...findings, ...faultsOfOptions(file, value, findings)] };
}
