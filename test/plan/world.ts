/** Plans and their records, small and spoilt one thing at a time. */
import { openLedger } from '../../src/ledger/open.ts';
import type { Day } from '../../src/model/day.ts';
import type { Finding } from '../../src/model/finding.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import type { PlanRecords } from '../../src/model/plan.ts';
import { type PlanReport, reportOn } from '../../src/plan/report.ts';
import { decidePlan, type Plan } from '../../src/policy/plan.ts';
import { writtenPolicy } from '../support/policies.ts';

export const SITE = { organisation: '松平县医疗保障局', plan: 'publicity-plan' };

/** The plan as it is shipped, with changes to its written form. */
export function shippedPlan(changes: Record<string, unknown> = {}): Plan {
  const { plan, findings } = decidePlan('policies/publicity-plan.yaml', { ...(writtenPolicy('publicity-plan') as object), ...changes });
  if (!plan || findings.length > 0) throw new Error(JSON.stringify(findings));
  return plan;
}

/** What the values of files under data/ (without the `data/`) say; `findings` as `file:path code`. */
export function opened(files: Record<string, unknown>): { records: PlanRecords; findings: readonly Finding[]; told: string[] } {
  const values = new Map<string, unknown>([
    ['data/site.yaml', SITE],
    ...Object.entries(files).map(([file, value]) => [`data/${file}`, value] as const),
  ]);
  const { ledger, findings } = openLedger(values);
  if (!ledger) throw new Error(JSON.stringify(findings));
  return { records: ledger.plan, findings, told: findings.map(({ at, code }) => `${at.file.slice(5)}:${at.path.join('.')} ${code}`) };
}

export const day = (text: string): Day => text as Day;
export const period = (text: string): Period => parsePeriod(text) as Period;

/** The report on sound records, in a period, as of its last day unless told otherwise. */
export function reported(files: Record<string, unknown>, key: string, asOf?: string, plan: Plan = shippedPlan()): PlanReport {
  const { records, findings } = opened(files);
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  const chosen = period(key);
  return reportOn(plan, records, chosen, asOf === undefined ? chosen.to : day(asOf));
}

/** What a report complains of, as `code subject`. */
export const concerns = ({ concerns: found }: PlanReport, ...codes: string[]): string[] =>
  found
    .filter(({ code }) => codes.length === 0 || codes.includes(code))
    .map((concern) => {
      const { code, clause: _clause, records: _records, ...facts } = concern;
      return [code, ...Object.values(facts).map(String)].join(' ');
    });

/** The value of a measure, and of which whole: `3`, `3/5`. */
export function measured({ indicators, outcomes }: PlanReport, name: string): string {
  const found = [...indicators.flatMap(({ measures }) => measures), ...outcomes].find((measure) => measure.name === name);
  if (!found) throw new Error(`no measure ${name}`);
  return found.of === null ? String(found.value) : `${found.value}/${found.of}`;
}
