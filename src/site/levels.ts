/** 按级别: how often outlets of each level ran something in a period, beside the one before and the same one a year before. */
import { type Period, periodOf, previousPeriod } from '../model/period.ts';
import { trendWords } from '../words/trends.ts';
import { type Context, count, text } from './context.ts';
import { wholeJournalPath } from './links.ts';
import { countAll } from './rankingTable.ts';
import type { Column, Table } from './shown.ts';

/** The period of the same kind a year before. */
export const yearBefore = (period: Period): Period | null =>
  period.span === 'range' ? null : periodOf(`${Number(period.from.slice(0, 4)) - 1}${period.from.slice(4)}` as typeof period.from, period.span);

/** Null where nothing was adopted in any of them. */
export function levelTable(period: Period, context: Context): { readonly table: Table; readonly says: string } | null {
  const { view, ui, language } = context;
  const { columns, levels } = trendWords(language);
  const last = yearBefore(period);
  const others = [
    { label: columns.before, period: previousPeriod(period) },
    ...(last === null || last.key === previousPeriod(period).key ? [] : [{ label: columns.lastYear, period: last }]),
  ].filter((other) => view.standings.has(other.period.key));
  const compared = [{ label: columns.now, period }, ...others];
  const numbers = compared.map((each) => levelCounts(each.period, context));
  const classes = classesIn(
    compared.map((each) => each.period),
    context,
  ).filter((name) => numbers.some((of) => of(name) > 0));
  if (classes.length === 0) return null;
  const most = Math.max(...classes.map((name) => (numbers[0] as (name: string) => number)(name)));
  const nameOf = (name: string): string => (name === '' ? ui.columns.noClass : name);
  const counts = classes.map((name) => ({ name, now: (numbers[0] as (name: string) => number)(name) }));
  const best = counts.filter(({ now }) => now === most);
  const total = counts.reduce((all, { now }) => all + now, 0);
  return {
    says: most === 0 ? levels.none : levels.says(total, best.map(({ name }) => nameOf(name)).join(ui.list), most),
    table: {
      id: 'levels',
      caption: levels.title,
      headed: true,
      columns: [{ label: columns.level, kind: 'text' }, ...compared.map(({ label }): Column => ({ label, kind: 'number' }))],
      head: 0,
      rows: classes.map((name) => ({
        cells: [
          { ...text(nameOf(name)), bar: most === 0 ? 0 : (counts.find((each) => each.name === name)?.now ?? 0) / most },
          ...compared.map((each, index) => count(numbers[index]?.(name) ?? 0, wholeJournalPath(each.period, undefined))),
        ],
      })),
    },
  };
}

/** From the highest level to the lowest, as the ordinances list them; what is of no level comes last. */
function classesIn(periods: readonly Period[], { view }: Context): string[] {
  const listed = periods.flatMap(({ key }) => Object.keys(view.standings.get(key)?.policy?.outlets ?? {}));
  return [...new Set(listed)].reverse().concat('');
}

function levelCounts({ key }: Period, { view }: Context): (name: string) => number {
  const rows = view.standings.get(key)?.groups.flatMap((group) => group.rows) ?? [];
  return (name) => countAll(rows, ({ adoptions }) => adoptions[name] ?? 0);
}
