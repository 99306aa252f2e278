/** 申诉的期限: by which day a bulletin may be appealed against, and an appeal has to be decided, where the ordinance says so. */
import type { Day } from '../model/day.ts';
import type { Appeal, Ledger, Site, Unit } from '../model/records.ts';
import { asList } from '../policy/lists.ts';
import type { Policy } from '../policy/policy.ts';
import { countFrom } from './deadlines.ts';

/** A last day, and the clause that sets it. */
export interface Limit {
  readonly due: Day;
  readonly clause: string;
}

/** The last day to appeal against what was issued on a day; null where the ordinance sets none. */
export function limitToAppeal(bulletin: { readonly issued: Day; readonly to: Day }, policy: Policy | null, site: Site): Limit | null {
  const rule = policy?.appeals;
  if (rule?.days === undefined) return null;
  const start = rule.from === 'issue' ? bulletin.issued : bulletin.to;
  return { due: countFrom(start, rule.days, rule.counting, site), clause: asList(rule.clause)[0] as string };
}

/** The last day to decide an appeal; null where the ordinance sets none. */
export function limitToDecide({ on }: Pick<Appeal, 'on'>, policy: Policy | null, site: Site): Limit | null {
  const rule = policy?.appeals;
  if (rule?.decide === undefined) return null;
  const { clause, days, counting } = rule.decide;
  return { due: countFrom(on, days, counting, site), clause: asList(clause ?? rule.clause)[0] as string };
}

/** The unit that decides, by the name that the ordinance gives it. */
export const deciderOf = (policy: Policy | null, { units }: Pick<Ledger, 'units'>): Unit | null =>
  [...units.values()].find(({ name }) => name === policy?.appeals?.decide?.by) ?? null;

/** Whether an appeal waits for its decision on a day. */
export const isOpenOn = ({ on, decision, withdrawn }: Pick<Appeal, 'on' | 'decision' | 'withdrawn'>, day: Day): boolean =>
  on <= day && (decision === null || decision.on > day) && (withdrawn === null || withdrawn > day);
