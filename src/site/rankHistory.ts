/** 名次走势: the ranks of a group over the periods up to one of them, as a table and as a picture of it. */
import type { Period } from '../model/period.ts';
import type { UnitId } from '../model/records.ts';
import type { Group, Standings } from '../standings/standings.ts';
import { trendWords } from '../words/trends.ts';
import { type Context, muted, text, unitShort } from './context.ts';
import { rankingPath, unitPath } from './links.ts';
import { movementsOf, ranksOf } from './movement.ts';
import type { Chart, Table } from './shown.ts';

export interface RankHistory {
  readonly table: Table;
  readonly chart: Chart;
}

/** A year of months; elsewhere as many periods as stand side by side on a telephone. */
const lengthOf = ({ span }: Period): number => (span === 'month' || span === 'week' ? 12 : 8);
/** Lines that stand out; more can't be told apart. */
const FIRM = 4;
const MOST = 24;

interface Then {
  readonly period: Period;
  readonly ranks: ReadonlyMap<UnitId, number>;
}

/** Null where fewer than two periods have ranks that may be seen. */
export function rankHistory(id: string, group: Group, { period }: Pick<Standings, 'period'>, context: Context): RankHistory | null {
  const then = periodsUpTo(period, context)
    .map((each): Then => ({ period: each, ranks: ranksOf(groupNamed(group.group, each, context), context) }))
    .filter(({ ranks }) => ranks.size > 0);
  const units = [...ranksOf(group, context).keys()];
  if (then.length < 2 || units.length === 0 || then.at(-1)?.period.key !== period.key) return null;
  return {
    table: historyTable(id, units, then, context),
    chart: {
      kind: 'ranks',
      table: id,
      label: 0,
      value: 1,
      until: then.length,
      names: axisNames(then, context),
      firm: FIRM,
      most: MOST,
      size: units.length > 16 ? 'large' : 'middle',
      sentence: sentenceOf(group, then, context),
    },
  };
}

/** Brief names, with the year below the first and wherever it changes. */
function axisNames(then: readonly { readonly period: Period }[], { language }: Context): string[] {
  const { brief, yearOf } = trendWords(language);
  return then.map(({ period }, index) => {
    const [year, before] = [yearOf(period), index === 0 ? '' : yearOf((then[index - 1] as Then).period)];
    return year === before ? brief(period) : `${brief(period)}\n${year}`;
  });
}

const periodsUpTo = (last: Period, { view }: Context): readonly Period[] =>
  view.periods.filter(({ span, to }) => span === last.span && to <= last.to).slice(-lengthOf(last));

const groupNamed = (name: string | null, { key }: Period, { view }: Context): Group | undefined =>
  view.standings.get(key)?.groups.find(({ group }) => group === name);

function historyTable(id: string, units: readonly UnitId[], then: readonly Then[], context: Context): Table {
  const { ui, language } = context;
  const words = trendWords(language);
  return {
    id,
    caption: words.ranks.table,
    headed: true,
    columns: [
      { label: ui.columns.unit, kind: 'text' },
      ...then.map(({ period }) => ({ label: `${words.yearOf(period)}${words.brief(period)}`, kind: 'number' as const })),
    ],
    head: 0,
    rows: units.map((unit) => ({
      cells: [
        text(unitShort(unit, context), unitPath(unit)),
        ...then.map(({ period, ranks }) => {
          const rank = ranks.get(unit);
          return rank === undefined ? muted(ui.none) : text(String(rank), `${rankingPath(period)}#${unit}`);
        }),
      ],
    })),
  };
}

/** Who was first most often, and who rose most since the period before. */
function sentenceOf(group: Group, then: readonly Then[], context: Context): string {
  const { ranks } = trendWords(context.language);
  const named = (units: readonly UnitId[]): string => units.map((unit) => unitShort(unit, context)).join(context.ui.list);
  const [leaders, times] = most(countFirsts(then));
  const { period } = then.at(-1) as Then;
  const movements = [...(movementsOf(group, { period }, context) ?? [])].flatMap(([unit, by]) =>
    by !== null && by > 0 ? [[unit, by] as const] : [],
  );
  const [climbers, by] = most(new Map(movements));
  return `${ranks.led(then.length, named(leaders), times, leaders.length === 1)}${by > 0 ? ranks.rose(named(climbers), by) : ''}${ranks.end}`;
}

function countFirsts(then: readonly Then[]): Map<UnitId, number> {
  const firsts = then.flatMap(({ ranks }) => [...ranks].filter(([, rank]) => rank === 1).map(([unit]) => unit));
  return new Map([...Map.groupBy(firsts, (unit) => unit)].map(([unit, times]) => [unit, times.length]));
}

/** Whoever has the highest number, and the number; nobody and 0 in an empty map. */
function most(numbers: ReadonlyMap<UnitId, number>): [units: UnitId[], number: number] {
  const highest = Math.max(0, ...numbers.values());
  return [[...numbers].filter(([, number]) => number === highest && highest > 0).map(([unit]) => unit), highest];
}
