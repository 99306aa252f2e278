/** Credits of a unit that rest on no item: bases, limits, zeroing, consequences. */
import type { Span } from '../model/period.ts';
import type { Points } from '../model/points.ts';
import { asList } from '../policy/lists.ts';
import type { Policy } from '../policy/policy.ts';
import { type Credit, POINTS } from './credit.ts';

/** What gives the credit: the key under which it stands in the ordinance, and its clause. */
export interface Ground {
  readonly policy: Policy;
  readonly rule: string;
  readonly clause: string | string[];
  readonly scope?: Span | undefined;
  readonly ledger?: string;
}

/** A credit of `unit`, booked to a day, for something the ordinance says of units. */
export function unitCredit(ground: Ground, { on, unit, at }: Pick<Credit, 'on' | 'unit' | 'at'>, points: Points, reason: Credit['reason']): Credit {
  return {
    on,
    unit,
    people: [],
    points,
    ledger: ground.ledger ?? POINTS,
    scope: ground.scope ?? null,
    policy: ground.policy.id,
    clause: asList(ground.clause)[0] ?? null,
    rule: ground.rule,
    item: null,
    kind: 'unit',
    record: unit,
    at,
    reason,
  };
}
