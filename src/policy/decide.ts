/** From the value of a policy file to the ordinance that the engine uses. */
import { shape } from '../ledger/shape.ts';
import type { Day } from '../model/day.ts';
import { type Finding, severityOf } from '../model/finding.ts';
import { keyAt, type Place, placeOf, within } from '../model/place.ts';
import { checkPolicy } from './check.ts';
import type { Policy } from './policy.ts';
import { choosing, withReadings } from './readings.ts';
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

/**
 * What would be wrong with the form of the ordinance that `value` writes, were another option of a reading chosen; told where the option sets it.
 * Options of which something is `told` already are left out.
 */
export function faultsOfOptions(file: string, value: unknown, told: readonly Finding[]): Finding[] {
  const at = placeOf(file);
  const { value: written } = shape(WrittenPolicy, withReadings(value), at);
  return Object.entries(written?.readings ?? {}).flatMap(([reading, { chosen, options }]) =>
    Object.entries(options)
      .filter(([option]) => option !== chosen)
      .flatMap(([option, { set = {} }]) => {
        const place = within(at, 'readings', reading, 'options', option, 'set');
        if (told.some((finding) => leadsTo(place.path, finding.at))) return [];
        const chosenSo = withReadings(choosing(value, reading, option)) as Readonly<Record<string, unknown>>;
        return sectionsOf(set)
          .flatMap((section) => shape(WrittenPolicy.shape[section], chosenSo[section], within(at, section)).findings)
          .map((finding) => ({ ...finding, at: whereItIsSet(finding.at, Object.keys(set), place) }));
      }),
  );
}

/** The sections of the ordinance that paths lead into. */
function sectionsOf(set: object): (keyof typeof WrittenPolicy.shape)[] {
  const sections = new Set(Object.keys(set).map((path) => path.split('.')[0] as string));
  return [...sections].filter((section): section is keyof typeof WrittenPolicy.shape => section in WrittenPolicy.shape);
}

/** The key under `set` whose path leads to `fault`, or `set` itself. */
function whereItIsSet(fault: Place, paths: readonly string[], set: Place): Place {
  const path = paths.find((one) => leadsTo(one.split('.'), fault));
  return path === undefined ? set : keyAt(within(set, path));
}

const leadsTo = (path: Place['path'], { path: deeper }: Place): boolean => path.every((key, index) => String(deeper[index]) === key);
