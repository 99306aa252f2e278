/** 按级别: how often outlets of each level ran something in a period, beside the one before and the same one a year before. */
import { type Period, periodOf, previousPeriod } from '../model/period.ts';
import { trendWords } from '../words/trends.ts';
import { type Context, count, text } from './context.ts';
import { wholeJournalPath } from './links.ts';
import { countAll, standingsIn } from './rankingTable.ts';
import type { Column, Table } from './shown.ts';

export interface Levels {
  readonly table: Table;
  readonly says: string;
}

/** The period of the same kind a year before. */
export function yearBefore({ from, span }: Period): Period | null {
  const then = `${Number(from.slice(0, 4)) - 1}${from.slice(4)}` as Period['from'];
  return span === 'range' ? null : periodOf(then, span);
}

/** Null where nothing was adopted in any of them. */
export function levelTable(period: Period, context: Context): Levels | null {
  const { ui, language } = context;
  const { columns, levels } = trendWords(language);
  const compared = comparedWith(period, context);
  const lines = classesIn(compared, context)
    .map((name) => ({ name: name === '' ? ui.columns.noClass : name, counts: compared.map((each) => adoptedIn(each, name, context)) }))
    .filter(({ counts }) => counts.some((number) => number > 0));
  if (lines.length === 0) return null;
  const now = lines.map(({ counts }) => counts[0] as number);
  const most = Math.max(...now);
  const best = lines.filter((_, index) => now[index] === most).map(({ name }) => name);
  const total = now.reduce((all, number) => all + number, 0);
  return {
    says: most === 0 ? levels.none : levels.says(total, best.join(ui.list), most),
    table: {
      id: 'levels',
      caption: levels.title,
      headed: true,
      columns: [{ label: columns.level, kind: 'text' }, ...compared.map(({ label }): Column => ({ label, kind: 'number' }))],
      head: 0,
      rows: lines.map(({ name, counts }, index) => ({
        cells: [
          { ...text(name), bar: (now[index] as number) / Math.max(1, most) },
          ...compared.map((each, place) => count(counts[place] as number, wholeJournalPath(each.period))),
        ],
      })),
    },
  };
}

interface Compared {
  readonly label: string;
  readonly period: Period;
}

/** The period itself, the one before, and the same one a year before, as far as the site has them; of a year the last two are one. */
function comparedWith(period: Period, { view, language }: Context): Compared[] {
  const { columns } = trendWords(language);
  const [before, last] = [previousPeriod(period), yearBefore(period)];
  const others = [
    { label: columns.before, period: before },
    ...(last === null || last.key === before.key ? [] : [{ label: columns.lastYear, period: last }]),
  ];
  return [{ label: columns.now, period }, ...others.filter((other) => view.standings.has(other.period.key))];
}

/** From the highest level to the lowest, as the ordinances list them; what is of no level comes last. */
function classesIn(compared: readonly Compared[], context: Context): string[] {
  const listed = compared.flatMap(({ period }) => Object.keys(standingsIn(period, context).policy?.outlets ?? {}));
  return [...new Set(listed)].reverse().concat('');
}

function adoptedIn({ period }: Compared, name: string, context: Context): number {
  const rows = standingsIn(period, context).groups.flatMap((group) => group.rows);
  return countAll(rows, ({ adoptions }) => adoptions[name] ?? 0);
}
