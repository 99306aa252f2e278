/** Readings: the one chosen is there, and what an option changes is there too. */
import type { Finding } from '../../model/finding.ts';
import { keyAt, within } from '../../model/place.ts';
import type { Policy } from '../policy.ts';
import { WrittenPolicy } from '../written.ts';
import { found } from './places.ts';

export function* everyReadingChosenIsAnOption({ readings, at }: Policy): Generator<Finding> {
  for (const [reading, { chosen, options }] of Object.entries(readings)) {
    if (!(chosen in options))
      yield found(within(at, 'readings', reading, 'chosen'), { code: 'policy/unknown-option', reading, chosen, options: Object.keys(options) });
  }
}

/** The first key of a path that a reading sets has to be one of the sections; the rest is judged by the schema once it is chosen. */
export function* everyReadingChangesWhatExists(policy: Policy): Generator<Finding> {
  for (const [reading, { options }] of Object.entries(policy.readings)) {
    for (const [option, { set = {} }] of Object.entries(options)) {
      for (const path of Object.keys(set)) {
        if (exists(policy, path)) continue;
        yield found(keyAt(within(policy.at, 'readings', reading, 'options', option, 'set', path)), {
          code: 'policy/reading-changes-nothing',
          reading,
          option,
          path,
        });
      }
    }
  }
}

/** Whether the block that a path changes is there: all of it but the last key, which may be new. */
function exists(policy: Policy, path: string): boolean {
  const [first = '', ...rest] = path.split('.');
  const blocks = [first === 'in_force' ? 'inForce' : first, ...rest].slice(0, -1);
  const block = blocks.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    policy,
  );
  return blocks.length === 0 ? first in WrittenPolicy.shape : block !== undefined;
}
