/** 加权合成: a ranking made up of modules, each a sum of some rules, capped and weighted. */
import { type Points, points, ZERO } from '../model/points.ts';
import type { UnitId } from '../model/records.ts';
import type { Policy } from '../policy/policy.ts';
import { type Credit, POINTS } from '../scoring/credit.ts';
import { comesFrom } from '../scoring/limits.ts';

type Modules = NonNullable<Policy['ranking']['modules']>;

/** What each unit has in each module before weighting, under the cap of the module. */
export function moduleTotals(
  credits: readonly Credit[],
  modules: Modules,
  { limits }: Policy,
  seatOf: (unit: UnitId) => UnitId,
): Map<UnitId, Record<string, Points>> {
  const totals = new Map<UnitId, Record<string, Points>>();
  for (const { unit, rule, ledger, points: given } of credits) {
    const name =
      rule === null || ledger !== POINTS ? undefined : Object.keys(modules).find((module) => comesFrom(rule, modules[module]?.rules ?? [], limits));
    if (name === undefined) continue;
    const own = totals.get(seatOf(unit)) ?? {};
    own[name] = (own[name] ?? ZERO).plus(given);
    totals.set(seatOf(unit), own);
  }
  for (const own of totals.values()) for (const name of Object.keys(own)) own[name] = capped(own[name] ?? ZERO, modules[name]?.at_most);
  return totals;
}

const capped = (total: Points, at_most: number | undefined): Points => (at_most !== undefined && total.gt(at_most) ? points(at_most) : total);

/** The modules added up by their weights. */
export const weighted = (totals: Readonly<Record<string, Points>>, modules: Modules): Points =>
  Object.entries(totals).reduce((sum, [name, total]) => sum.plus(total.times(modules[name]?.weight ?? 0)), ZERO);
