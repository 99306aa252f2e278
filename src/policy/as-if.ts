/** 假如施行: an ordinance as if it had been in force, to see what it would have done. */
import type { Day } from '../model/day.ts';
import type { Policy } from './policy.ts';

/** `policy` in force from a day at the latest, and to no last day. One that was in force by then and still is stays as it is. */
export function asIfSince(policy: Policy, since: Day): Policy {
  const { from } = policy.inForce;
  return { ...policy, inForce: { ...policy.inForce, from: from < since ? from : since, to: null } };
}

/** `policy` for every unit of the ledger, whomever it names as its subjects: an ordinance written for other offices, tried on one's own. */
export function forEveryone(policy: Policy): Policy {
  const { subjects: _subjects, ...others } = policy;
  return others;
}
