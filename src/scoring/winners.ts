/** Which claims count: the best of each group, or the best few. */
import { type Points, ZERO } from '../model/points.ts';
import type { Claim, EarnedIn } from './claims.ts';
import type { Fact } from './fact.ts';
import type { ReadyPool } from './rulebook.ts';
import type { View } from './view.ts';

/** The claims that count in each group, the best first. */
export type Winners = ReadonlyMap<string, readonly Claim[]>;

/** The winners among `claims`. Of equal ones the earlier stays, so that nothing moves without a reason. */
export function winnersOf(claims: readonly Claim[], view: View): Winners {
  const groups = new Map<string, Claim[]>();
  for (const next of claims) {
    const group = groups.get(next.group);
    if (group) group.push(next);
    else groups.set(next.group, [next]);
  }
  for (const [name, group] of groups) if (group.length > 1) groups.set(name, bestOf(group, view));
  return groups;
}

function bestOf(group: readonly Claim[], view: View): Claim[] {
  const { best, combine } = (group[0] as Claim).rules[0].pool;
  if (best === null) return [group.reduce((winner, next) => (beats(next, winner, view) ? next : winner))];
  const order = [...group].sort((a, b) => (beats(b, a, view) ? 1 : beats(a, b, view) ? -1 : 0));
  return order.slice(0, combine === 'latest' ? 1 : best);
}

function beats(next: Claim, best: Claim, view: View): boolean {
  const { combine } = next.rules[0].pool;
  if (combine === 'latest') return true;
  if (combine === 'gravest') return next.worth.lt(best.worth);
  if (combine === 'highest-class') {
    const [rank, held] = [rankOf(next.fact, view), rankOf(best.fact, view)];
    if (rank !== held) return rank > held;
  }
  return next.worth.gt(best.worth);
}

const rankOf = (fact: Fact, { bench }: View): number => (fact.kind === 'adoption' && fact.policy ? bench.bookOf(fact.policy).rankOf(fact.class) : -1);

/** What the winners come to in a pool, between its floor and its cap. */
export const earnedIn =
  (winners: Winners): EarnedIn =>
  (pool) => {
    const counted = [...winners.values()].flat().filter(({ rules }) => rules[0].pool.name === pool);
    const worth = counted.reduce((total, claim) => total.plus(claim.worth), ZERO);
    return counted[0] === undefined ? worth : bounded(worth, counted[0].rules[0].pool);
  };

function bounded(worth: Points, { atMost, atLeast }: ReadyPool): Points {
  if (atMost !== null && worth.gt(atMost)) return atMost;
  return atLeast !== null && worth.lt(atLeast) ? atLeast : worth;
}
