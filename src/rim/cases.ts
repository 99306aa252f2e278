/** Reads ordinances and their cases from `policies/`, by themselves: neither needs a ledger. */
import { readdirSync } from 'node:fs';
import { type Content, runSuite, type Suite } from '../cases/suite.ts';
import type { Finding } from '../model/finding.ts';
import { decidePolicy } from '../policy/decide.ts';
import { isPlan } from '../policy/plan.ts';
import type { Policy } from '../policy/policy.ts';
import { parse } from '../source/parse.ts';
import { sourceReader, statOf } from './disk.ts';

/** The ids of the ordinances under `root`, in order; a publicity plan, which values nothing, is none. */
export function policyIdsIn(root: string): string[] {
  if (statOf(root, 'policies')?.isDirectory() !== true) return [];
  const names = readdirSync(`${root}/policies`).filter((name) => name.endsWith('.yaml') && !name.endsWith('.cases.yaml'));
  return names
    .filter((name) => !isPlan(contentOf(root, `policies/${name}`).value))
    .map((name) => name.replace(/\.yaml$/, ''))
    .sort();
}

/** The ordinance `id` by itself, with all that is wrong with it; null if it cannot be used. */
export function openPolicy(root: string, id: string): { readonly policy: Policy | null; readonly findings: readonly Finding[] } {
  const { file, value, findings } = contentOf(root, `policies/${id}.yaml`);
  if (value === undefined) return { policy: null, findings };
  const decided = decidePolicy(file, value);
  return { policy: decided.policy, findings: [...findings, ...decided.findings] };
}

/** Runs the cases of the ordinance `id`. One without cases has none that fail, and all its clauses are without. */
export function runCasesOf(root: string, id: string): Suite {
  const policy = contentOf(root, `policies/${id}.yaml`);
  const file = `policies/${id}.cases.yaml`;
  const cases = statOf(root, file) === null ? { file, value: { cases: {} }, findings: [] } : contentOf(root, file);
  const faults = [...policy.findings, ...cases.findings];
  if (policy.value === undefined || cases.value === undefined) return { policy: id, title: null, file, runs: [], coverage: [], findings: faults };
  const suite = runSuite(policy, cases, (other) => policyOf(root, other));
  return { ...suite, findings: [...faults, ...suite.findings] };
}

function contentOf(root: string, path: string): Content & { readonly findings: readonly Finding[] } {
  const { text, findings } = sourceReader(root)(path);
  if (text === undefined) return { file: path, value: undefined, findings };
  const parsed = parse(path, text);
  return { file: path, value: parsed.value, findings: [...findings, ...parsed.findings] };
}

function policyOf(root: string, id: string): Policy | null {
  const file = `policies/${id}.yaml`;
  if (statOf(root, file) === null) return null;
  return decidePolicy(file, contentOf(root, file).value).policy;
}
