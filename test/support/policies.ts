/** The shipped ordinances, for tests that score. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { decidePolicy } from '../../src/policy/decide.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { choosing } from '../../src/policy/readings.ts';

export const SHIPPED = ['county-2021', 'linyi-2020', 'ganzhou-2020', 'xinjiang-2020', 'xinjiang-2022'] as const;

/** The content of `policies/<id>.yaml` as a plain value. */
export const writtenPolicy = (id: string): unknown => parse(readFileSync(new URL(`../../policies/${id}.yaml`, import.meta.url), 'utf8'));

/** A shipped ordinance, with one reading chosen otherwise if asked. Throws where it cannot be used. */
export function shippedPolicy(id: string, reading?: readonly [name: string, option: string]): Policy {
  return policyFrom(id, reading ? choosing(writtenPolicy(id), ...reading) : writtenPolicy(id));
}

/** The ordinance that a plain value writes. Throws where it cannot be used. */
export function policyFrom(id: string, value: unknown): Policy {
  const { policy, findings } = decidePolicy(`policies/${id}.yaml`, value);
  if (!policy) throw new Error(JSON.stringify(findings));
  return policy;
}
