/** Units called by name: the best, the last, those that did what they owed. A tie is said to be one. */
import type { Published, PublishedRow } from '../../ledger/written/bulletin.ts';
import { listed, nameOf, rowsOf } from './figures.ts';

type Group = Published['groups'][number];
type Called = readonly PublishedRow[];

/** The best of each group, of those that have points at all and a rank that is shown. */
export const best = (published: Published): string =>
  inGroups(published, ({ rows, top }) => rows.filter((row) => top.units.includes(row.unit) && row.points > 0 && isRanked(row, published)));

/** The last of each group, where the office names them; nobody is among the best and the last. */
export function weakest(published: Published): string {
  if (!published.weakest || published.ranks !== 'all') return '';
  return inGroups(published, ({ rows, top, bottom }) => rows.filter(({ unit }) => bottom.units.includes(unit) && !top.units.includes(unit)));
}

/** Whether the place of a unit is published. */
export const isRanked = ({ rank }: Pick<PublishedRow, 'rank'>, { ranks }: Pick<Published, 'ranks'>): boolean =>
  ranks === 'all' || (ranks !== 'none' && rank <= ranks);

function inGroups(published: Published, calledOf: (group: Group) => Called): string {
  const many = published.groups.filter(({ rows }) => rows.length > 0).length > 1;
  return published.groups
    .map((group) => ({ group: group.group, names: withTies(calledOf(group), published) }))
    .filter(({ names }) => names !== '')
    .map(({ group, names }) => (many && group !== undefined ? `${group}为${names}` : names))
    .join('；');
}

/** 甲、乙、丙; where some share a rank 甲和乙（并列第1名）、丙（第3名）, so that nobody takes a neighbour for one of them. */
function withTies(rows: Called, published: Published): string {
  const ranks = [...new Set(rows.map(({ rank }) => rank))];
  const isTied = rows.some(({ tied }) => tied);
  return listed(
    ranks.map((rank) => {
      const those = rows.filter((row) => row.rank === rank);
      const names = together(those.map(({ unit }) => nameOf(published, unit)));
      return isTied ? `${names}（${those.some(({ tied }) => tied) ? '并列' : ''}第${rank}名）` : names;
    }),
  );
}

/** 甲、乙和丙. */
const together = (names: readonly string[]): string => (names.length < 2 ? listed(names) : `${listed(names.slice(0, -1))}和${names.at(-1)}`);

/** 甲（4条）, or 甲、乙（各4条）: those with most of something; nobody where nobody has any, or all have the same. */
export function most(published: Published, of: (row: PublishedRow) => number): string {
  const rows = rowsOf(published);
  const highest = Math.max(0, ...rows.map(of));
  const those = rows.filter((row) => of(row) === highest);
  if (published.ranks === 'none' || highest === 0 || those.length === rows.length) return '';
  return `${listed(those.map(({ unit }) => nameOf(published, unit)))}（${those.length > 1 ? '各' : ''}${highest}条）`;
}

/** 甲、乙（2件）: how often each unit comes, where it is more than once; in the order of first mention. */
export function counted(units: readonly string[], published: Published, measure: string): string {
  const times = new Map<string, number>();
  for (const unit of units) times.set(unit, (times.get(unit) ?? 0) + 1);
  return listed([...times].map(([unit, count]) => `${nameOf(published, unit)}${count > 1 ? `（${count}${measure}）` : ''}`));
}
