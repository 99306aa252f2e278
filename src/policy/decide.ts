/** From the value of a policy file to the ordinance that the engine uses. */
import { shape } from '../ledger/shape.ts';
import type { Day } from '../model/day.ts';
import { type Finding, severityOf } from '../model/finding.ts';
import { placeOf } from '../model/place.ts';
import { checkPolicy } from './check.ts';
import type { Policy } from './policy.ts';
import { withReadings } from './readings.ts';
import { WrittenPolicy } from './written.ts';

/** The ordinance that `value`, the content of `file`, writes, with its chosen readings; null if it can't be used. */
export function decidePolicy(file: string, value: unknown): { policy: Policy | null; findings: Finding[] } {
  const at = placeOf(file);
  const { value: written, findings } = shape(WrittenPolicy, withReadings(value), at);
  if (written === undefined) return { policy: null, findings: [...findings] };
  const { clause, from, to, judged_by, beside } = written.in_force;
  const policy: Policy = {
    ...written,
    at,
    inForce: { clause, from: from as Day, to: (to as Day | undefined) ?? null, judgedBy: judged_by, beside: beside ?? [] },
  };
  const faults = checkPolicy(policy);
  return { policy: faults.some((fault) => severityOf(fault) === 'error') ? null : policy, findings: [...findings, ...faults] };
}
