/** An ordinance as the engine uses it: the written form with its chosen readings applied and every default decided. */
import type { Day } from '../model/day.ts';
import type { Place } from '../model/place.ts';
import type { Outlet } from '../model/records.ts';
import { type Attributes, condition } from './conditions.ts';
import type { Condition, WrittenPolicy } from './written.ts';

export interface Policy extends Omit<WrittenPolicy, 'in_force'> {
  readonly at: Place;
  readonly inForce: {
    readonly clause?: string | string[] | undefined;
    readonly from: Day;
    readonly to: Day | null;
    readonly judgedBy: 'event' | 'filing';
    readonly beside: readonly string[];
  };
}

/** Names the class of an outlet under `policy`: the first, from the lowest, whose condition it meets; null where it has none. */
export function classifier(policy: Policy): (outlet: Outlet) => string | null {
  const classes = Object.entries(policy.outlets).map(([name, written]) => ({ name, holds: named(written) }));
  return (outlet) => classes.find(({ holds }) => holds(outlet))?.name ?? null;
}

/** All classes whose condition an outlet meets; more than one is a fault of the ordinance. */
export function classesOf(policy: Policy, outlet: Outlet): string[] {
  return Object.entries(policy.outlets)
    .filter(([, written]) => named(written)(outlet))
    .map(([name]) => name);
}

/** A condition on an outlet, where `name` may be its full name or an alias. */
function named(written: Condition): (outlet: Outlet) => boolean {
  const holds = condition(written);
  return (outlet) => [outlet.name, ...outlet.aliases].some((name) => holds(attributesOf(outlet, name)));
}

const attributesOf =
  (outlet: Outlet, name: string): Attributes =>
  (attribute) => {
    if (attribute === 'name') return name;
    return attribute in outlet ? (outlet[attribute as 'id' | 'level' | 'channel' | 'print' | 'own'] ?? null) : null;
  };

/** Whether two ordinances are in force side by side: one of them says so. */
export const areBeside = (a: Policy, b: Policy): boolean => a.inForce.beside.includes(b.id) || b.inForce.beside.includes(a.id);

const hasEnded = ({ inForce }: Policy, on: Day): boolean => inForce.to !== null && on > inForce.to;

/**
 * The ordinance in force on a day: of those in use, the one that began last and has not ended; null where there is none. Where others stand
 * beside it, the one whose subject is asked about.
 */
export function timeline(policies: readonly Policy[]): (on: Day, concerns?: (policy: Policy) => boolean) => Policy | null {
  const ordered = [...policies].sort((a, b) => (a.inForce.from < b.inForce.from ? 1 : -1));
  return (on, concerns = () => true) => {
    const begun = ordered.filter(({ inForce }) => inForce.from <= on);
    const [latest] = begun;
    if (!latest || hasEnded(latest, on)) return null;
    if (concerns(latest)) return latest;
    return begun.find((policy) => areBeside(policy, latest) && !hasEnded(policy, on) && concerns(policy)) ?? latest;
  };
}
