/** 升降: how a unit's rank stands to the one it had in the period before; of ranks that the installation does not show, nothing. */
import { previousPeriod } from '../model/period.ts';
import { isZero } from '../model/points.ts';
import type { UnitId } from '../model/records.ts';
import type { Group, Row, Standings } from '../standings/standings.ts';
import { type TrendWords, trendWords } from '../words/trends.ts';
import type { Context } from './context.ts';
import { rankingPath } from './links.ts';
import type { Cell } from './shown.ts';

/** Steps up, steps down if negative; null for a unit that had no rank to be seen. */
export type Movements = ReadonlyMap<UnitId, number | null>;

/** Whether the installation lets a rank be seen. */
export const isRankShown = (rank: number, { view }: Context): boolean =>
  view.site.ranking === 'all' || (view.site.ranking !== 'none' && rank <= view.site.ranking);

/** The ranks of a group that may be seen; none where nobody had points, since everybody was first then. */
export function ranksOf(group: Group | undefined, context: Context): ReadonlyMap<UnitId, number> {
  const rows = group?.rows ?? [];
  if (rows.every(({ points }) => isZero(points))) return new Map();
  return new Map(rows.filter(({ rank }) => isRankShown(rank, context)).map(({ unit, rank }) => [unit, rank]));
}

/** Against the group of the same name in the period before; null where there is nothing to compare with. */
export function movementsOf(group: Group, { period }: Pick<Standings, 'period'>, context: Context): Movements | null {
  const before = context.view.standings.get(previousPeriod(period).key)?.groups.find((other) => other.group === group.group);
  const [ranks, then] = [ranksOf(group, context), ranksOf(before, context)];
  if (ranks.size === 0 || then.size === 0) return null;
  return new Map([...ranks].map(([unit, rank]) => [unit, difference(then.get(unit), rank)]));
}

const difference = (then: number | undefined, now: number): number | null => (then === undefined ? null : then - now);

export function movementWords(by: number | null, { movement }: TrendWords): string {
  if (by === null) return movement.entered;
  if (by === 0) return movement.same;
  return by > 0 ? movement.up(by) : movement.down(-by);
}

/** The movement of a row, with the way to its line in the ranking before. */
export function movementCell({ unit }: Row, movements: Movements, { period }: Pick<Standings, 'period'>, context: Context): Cell {
  const by = movements.get(unit);
  if (by === undefined) return { text: context.ui.none, tone: 'muted' };
  const href = by === null ? undefined : `${rankingPath(previousPeriod(period))}#${unit}`;
  return { text: movementWords(by, trendWords(context.language)), href, tone: by === 0 || by === null ? 'muted' : by > 0 ? 'plus' : 'minus' };
}
