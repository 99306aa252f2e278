/** How often each clause of an ordinance was used in the ledger, by the entries that are open to the public. */
import { signed } from '../words/points.ts';
import type { Context } from './context.ts';
import { pointEntries, totalOf } from './credits.ts';
import type { Entry } from './view.ts';

/** Words for each clause that was used: how many entries gave or took points by it, and what they come to. */
export function usesOf(policy: string, { view, ui }: Context): ReadonlyMap<string, string> {
  const own = pointEntries(view.entries).filter(
    (entry) => entry.policy === policy && entry.hidden === null && entry.clause !== null && counts(entry),
  );
  const byClause = Map.groupBy(own, ({ clause }) => clause as string);
  return new Map([...byClause].map(([clause, entries]) => [clause, ui.policy.used(entries.length, signed(totalOf(entries)))]));
}

/** What came to nothing is no use of the clause. */
const counts = ({ points }: Entry): boolean => !points.eq(0);
