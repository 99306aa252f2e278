/** 采用, counted: public ones by outlet, and all of them by class of outlet. An outlet is named where it ran something public. */
import type { Day } from '../model/day.ts';
import { byCodeUnit, byDay } from '../model/order.ts';
import type { Outlet, OutletId, UnitId } from '../model/records.ts';
import { type Context, known, listIn } from './context.ts';
import type { PublicAdoption, View } from './view.ts';

/** An outlet that ran something public, with what it ran, in order of days. */
export interface Adopting {
  readonly outlet: Outlet;
  readonly adoptions: readonly PublicAdoption[];
}

/** An adoption as it is counted: public or not. */
export interface Counted {
  readonly on: Day;
  readonly units: readonly UnitId[];
  /** '' for none. */
  readonly outletClass: string;
  readonly isHidden: boolean;
}

/** Adoptions of public items, in order of days; what was only forwarded is none. */
const openAdoptions = ({ view }: Context): PublicAdoption[] =>
  [...view.adoptions.values()]
    .flat()
    .filter(({ stage }) => stage === '采用')
    .sort((a, b) => byDay(a, b) || byCodeUnit(a.id, b.id));

/** The outlets that ran something public: those with most first, then in the order of the register. */
export function adoptingOutlets(context: Context): Adopting[] {
  const byOutlet = Map.groupBy(openAdoptions(context), ({ outlet }) => outlet);
  return [...context.view.outlets.values()]
    .filter(({ id }) => byOutlet.has(id))
    .map((outlet) => ({ outlet, adoptions: listIn(byOutlet, outlet.id) }))
    .sort((a, b) => b.adoptions.length - a.adoptions.length);
}

/** The outlets that may be named: those, and where public items were meant for. */
export function namedOutlets({ outlets, adoptions, submissions }: View): Outlet[] {
  const named = new Set<OutletId>([
    ...[...adoptions.values()].flat().map(({ outlet }) => outlet),
    ...[...submissions.values()].flatMap(({ target }) => target ?? []),
  ]);
  return [...outlets.values()].filter(({ id }) => named.has(id));
}

/** Every adoption, public or not, by its class alone. */
export function countedAdoptions(context: Context): Counted[] {
  const { view } = context;
  const open = openAdoptions(context).map(
    ({ on, submission, outletClass }): Counted => ({ on, units: unitsOf(submission, context), outletClass: outletClass ?? '', isHidden: false }),
  );
  const hidden = view.hiddenAdoptions.map(({ on, units, outletClass }): Counted => ({ on, units, outletClass: outletClass ?? '', isHidden: true }));
  return [...open, ...hidden];
}

export const unitsOf = (submission: string, { view }: Context): UnitId[] => known(view.submissions, submission).units.map(({ unit }) => unit);

/** The classes that have anything, in the order of the ordinances, the latest first; those of no class come last. */
export function classesIn(counted: readonly Counted[], { view }: Context): string[] {
  const used = new Set(counted.map(({ outletClass }) => outletClass));
  const policies = [...view.policies].sort((a, b) => byCodeUnit(b.inForce.from, a.inForce.from));
  return [...new Set([...policies.flatMap(({ outlets }) => Object.keys(outlets)), ''])].filter((name) => used.has(name));
}
