/** All cases of one ordinance: opened, run, and held against its clauses. */
import { type Finding, severityOf } from '../model/finding.ts';
import { placeOf } from '../model/place.ts';
import { decidePolicy } from '../policy/decide.ts';
import type { Policy } from '../policy/policy.ts';
import { type ClauseCovered, coverageOf } from './coverage.ts';
import { openCases } from './open.ts';
import { type Run, runCase } from './run.ts';

/** A file and what it writes; undefined where there is no such file. */
export interface Content {
  readonly file: string;
  readonly value: unknown;
}

export interface Suite {
  readonly policy: string;
  readonly title: string | null;
  readonly file: string;
  readonly runs: readonly Run[];
  readonly coverage: readonly ClauseCovered[];
  /** What is wrong with the cases, or with the ordinance so that it cannot be used; what else is to be said of it, `check` says. */
  readonly findings: readonly Finding[];
}

/** Runs the cases of an ordinance. `policyOf` finds another ordinance that is in use beside it. */
export function runSuite(policyFile: Content, cases: Content, policyOf: (id: string) => Policy | null): Suite {
  const { policy, findings } = decidePolicy(policyFile.file, policyFile.value);
  const id = policyFile.file.replace(/^.*\/|\.yaml$/g, '');
  if (policy === null) return { policy: id, title: null, file: cases.file, runs: [], coverage: [], findings };
  const opened = openCases(cases.file, cases.value, policy);
  const { beside, missing } = companions(cases, policyOf);
  const ordinances = { ...policyFile, beside };
  const runs = missing.length > 0 ? [] : opened.cases.flatMap((one) => runCase(one, ordinances));
  const all = [...opened.findings, ...missing, ...runs.flatMap((run) => run.findings)];
  return { policy: id, title: policy.title, file: cases.file, runs, coverage: coverageOf(policy, runs), findings: all };
}

/** The ordinances that the cases want in use besides. */
function companions({ file, value }: Content, policyOf: (id: string) => Policy | null): { beside: Policy[]; missing: Finding[] } {
  const written = (value as { beside?: unknown } | null | undefined)?.beside;
  const named = Array.isArray(written) ? written.map(String) : [];
  return {
    beside: named.flatMap((id) => policyOf(id) ?? []),
    missing: named.flatMap((id, index): Finding[] =>
      policyOf(id) === null ? [{ at: placeOf(file, 'beside', index), code: 'policy/unknown-policy', named: id, nearest: null }] : [],
    ),
  };
}

export const isPassed = ({ verdicts, findings }: Run): boolean => findings.length === 0 && verdicts.every(({ passed }) => passed);

/** Whether anything is wrong: an error, or an answer that differs. */
export const hasFailed = ({ runs, findings }: Suite): boolean => findings.some((finding) => severityOf(finding) === 'error') || !runs.every(isPassed);

export const uncovered = ({ coverage }: Suite): ClauseCovered[] => coverage.filter(({ untouched }) => untouched.length > 0);
