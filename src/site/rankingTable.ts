/** The table of a ranking, and the picture of it. */
import type { Period } from '../model/period.ts';
import { isZero, type Points, sum, written, ZERO } from '../model/points.ts';
import type { RecordKind } from '../scoring/credit.ts';
import type { Group, Row as Standing, Standings } from '../standings/standings.ts';
import { trendWords } from '../words/trends.ts';
import { amount, type Context, count, known, listIn, muted, periodName, rate, text, unitShort } from './context.ts';
import { KINDS } from './credits.ts';
import { monthAnchor, unitPath, unitPeriodPath, wholeJournalPath } from './links.ts';
import { isRankShown, type Movements, movementCell, movementsOf } from './movement.ts';
import { type RankHistory, rankHistory } from './rankHistory.ts';
import type { Cell, Chart, Column, Mark, Row, Table } from './shown.ts';

export interface RankedGroup {
  /** The class of units; null where all are in one list. */
  readonly title: string | null;
  readonly table: Table;
  /** Points, in parts where they are of several kinds. */
  readonly chart: Chart | null;
  /** Adoptions by level; null where there are none of several. */
  readonly levels: Chart | null;
  readonly history: RankHistory | null;
}

/** The standings of a period that the site has. */
export const standingsIn = ({ key }: Period, { view }: Context): Standings => known(view.standings, key);

export const countAll = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((total, row) => total + of(row), 0);

/** The rows as the installation wants them shown: ranked, in part, or in the order of the register without ranks. */
export function shownRows(rows: readonly Standing[], context: Context): { row: Standing; ranked: boolean }[] {
  const isRanked = ({ rank }: Standing): boolean => isRankShown(rank, context);
  const register = [...context.view.units.keys()];
  const rest = rows.filter((row) => !isRanked(row)).sort((a, b) => register.indexOf(a.unit) - register.indexOf(b.unit));
  return [...rows.filter(isRanked).map((row) => ({ row, ranked: true })), ...rest.map((row) => ({ row, ranked: false }))];
}

export function rankedGroup(group: Group, index: number, standings: Standings, context: Context): RankedGroup {
  const id = `ranking-${index + 1}`;
  const layout = layoutOf(group, standings, context);
  const table = rankingTable(id, group, layout, standings, context);
  return {
    title: group.group,
    table,
    chart: chartOf(table, group.rows, layout, standings, context),
    levels: levelsChart(table, group.rows, layout, context),
    history: rankHistory(`history-${index + 1}`, group, standings, context),
  };
}

/** More bars than this can't be told apart. */
const MOST_BARS = 24;

const sizeOf = ({ length }: readonly Standing[]): Chart['size'] => (length > 16 ? 'large' : length > 8 ? 'middle' : 'small');
const drawnOf = ({ length }: readonly Standing[]): number | null => (length > MOST_BARS ? MOST_BARS : null);

/** The points of each unit; in parts where the points by which it is ranked are of several kinds. */
function chartOf(
  table: Table,
  rows: readonly Standing[],
  { kinds, movements }: Layout,
  { rankedBy, policy }: Standings,
  context: Context,
): Chart | null {
  const { view, ui, language } = context;
  const [first] = rows;
  if (!first || view.site.ranking !== 'all') return null;
  const bars = { table: table.id, label: 1, most: MOST_BARS, size: sizeOf(rows) };
  if (isZero(first.points)) return { ...bars, kind: 'bars', value: 2, sentence: ui.overview.barsEmpty };
  const about = [known(view.units, first.unit).name, written(first.points), rows.length, drawnOf(rows)] as const;
  const isSum = rankedBy === 'period' && policy?.ranking.modules === undefined;
  if (kinds.length < 2 || !isSum) return { ...bars, kind: 'bars', value: 2, sentence: ui.overview.bars(...about) };
  const value = movements === null ? 3 : 4;
  const parts = { value, until: value + kinds.length - 1, names: kinds.map((kind) => ui.kinds[kind]) };
  return { ...bars, ...parts, kind: 'stack', sentence: trendWords(language).kinds(...about) };
}

/** How often outlets of each level ran what each unit filed, where there are several levels. */
function levelsChart(table: Table, rows: readonly Standing[], { classes }: Layout, context: Context): Chart | null {
  const { view, ui, language } = context;
  if (classes.length < 2 || view.site.ranking !== 'all') return null;
  const countOf = ({ adoptions }: Standing): number => classes.reduce((all, name) => all + (adoptions[name] ?? 0), 0);
  const most = Math.max(...rows.map(countOf));
  const leaders = rows.filter((row) => countOf(row) === most).map(({ unit }) => unitShort(unit, context));
  const value = table.columns.findIndex(({ group }) => group === ui.columns.classes);
  return {
    kind: 'stack',
    table: table.id,
    label: 1,
    value,
    until: value + classes.length - 1,
    names: classes.map((name) => (name === '' ? ui.columns.noClass : name)),
    most: MOST_BARS,
    size: sizeOf(rows),
    sentence: trendWords(language).levels.chart(leaders.join(ui.list), most),
  };
}

/** What the columns of a ranking are made of; a kind of record or class of outlet that nobody has is left out. */
interface Layout {
  readonly kinds: readonly RecordKind[];
  readonly classes: readonly string[];
  readonly deductions: boolean;
  /** Null where there is no period before to compare with. */
  readonly movements: Movements | null;
}

function rankingTable(id: string, group: Group, layout: Layout, standings: Standings, context: Context): Table {
  const { ui, language } = context;
  const columns: Column[] = [
    { label: ui.columns.rank, kind: 'number' },
    { label: ui.columns.unit, kind: 'text' },
    { label: ui.columns.points, kind: 'number' },
    ...(layout.movements ? [{ label: trendWords(language).movement.column, kind: 'word' } as const] : []),
    ...layout.kinds.map((kind): Column => ({ label: ui.kinds[kind], kind: 'number', group: ui.columns.kinds })),
    ...(layout.deductions ? [{ label: ui.columns.deductions, kind: 'number' } as const] : []),
    { label: ui.columns.filed, kind: 'number' },
    { label: ui.columns.adopted, kind: 'number' },
    { label: ui.columns.rate, kind: 'number' },
    ...layout.classes.map((name): Column => ({ label: name === '' ? ui.columns.noClass : name, kind: 'number', group: ui.columns.classes })),
    { label: ui.columns.yearToDate, kind: 'number' },
  ];
  const rows = shownRows(group.rows, context).map(({ row, ranked }) => rankingRow(row, ranked, layout, standings, context));
  return {
    id,
    caption: ui.ranking.caption(periodName(standings.period, context)),
    columns,
    head: 1,
    rows,
    foot: footOf(group.rows, layout, standings, context),
  };
}

function layoutOf(group: Group, standings: Standings, context: Context): Layout {
  const { rows } = group;
  const classes = [...Object.keys(standings.policy?.outlets ?? {}), ''];
  return {
    kinds: KINDS.filter((kind) => rows.some(({ byKind }) => byKind[kind] !== undefined)),
    classes: classes.filter((name) => rows.some(({ adoptions }) => (adoptions[name] ?? 0) > 0)),
    deductions: rows.some(({ deductions }) => !isZero(deductions)),
    movements: movementsOf(group, standings, context),
  };
}

function rankingRow(row: Standing, ranked: boolean, layout: Layout, standings: Standings, context: Context): Row {
  const { period, rankedBy } = standings;
  const { unit } = row;
  const journal = (anchor?: string): string => unitPeriodPath(unit, period, anchor);
  const yearToDate = unitPeriodPath(unit, { key: period.to.slice(0, 4) }, monthAnchor({ key: lastMonth(period, context) }));
  const points = rankedBy === 'period' ? amount(row.points, journal()) : amount(row.points, yearToDate);
  return {
    anchor: unit,
    cells: [
      rankCell(row, ranked, context),
      { text: unitShort(unit, context), href: unitPath(unit), marks: barMarks(unit, period, context) },
      points,
      ...(layout.movements ? [movementCell(row, layout.movements, standings, context)] : []),
      ...layout.kinds.map((kind) => amount(row.byKind[kind] ?? ZERO, journal(row.byKind[kind] && kind))),
      ...(layout.deductions ? [amount(row.deductions, journal('sum'))] : []),
      count(row.filed, journal('filings')),
      count(row.adopted, journal('filings')),
      { text: rate(row.adopted, row.filed, context), href: journal('filings'), tone: row.filed === 0 ? 'muted' : undefined },
      ...layout.classes.map((name) => count(row.adoptions[name] ?? 0, journal(row.adoptions[name] === undefined ? undefined : 'adoption'))),
      amount(row.yearToDate, yearToDate),
    ],
  };
}

/** The month up to which the year is added up: the last of the period, or the current one while it runs. */
const lastMonth = ({ to }: Period, { view }: Context): string => (to < view.asOf ? to : view.asOf).slice(0, 7);

function rankCell({ rank, tied }: Standing, ranked: boolean, { ui }: Context): Cell {
  if (!ranked) return muted(ui.none);
  return { text: String(rank), marks: tied ? [{ text: ui.tied, tone: 'quiet' }] : [] };
}

function barMarks(unit: string, { key }: Period, { view, ui }: Context): Mark[] {
  const own = listIn(view.bars, key).filter((bar) => bar.unit === unit);
  if (own.length === 0) return [];
  return own.some(({ final }) => final) ? [{ text: ui.ranking.barred, tone: 'bad' }] : [{ text: ui.ranking.endangered, tone: 'wait' }];
}

function footOf(rows: readonly Standing[], layout: Layout, { period, rankedBy }: Standings, context: Context): Cell[] {
  const whole = (anchor?: string): string => wholeJournalPath(period, anchor);
  const year = wholeJournalPath({ key: period.to.slice(0, 4) });
  const pointsOf = (of: (row: Standing) => Points, href: string): Cell => text(written(sum(rows.map(of))), href);
  const countOf = (of: (row: Standing) => number, href: string): Cell => text(String(countAll(rows, of)), href);
  return [
    text(''),
    text(context.ui.total),
    pointsOf(({ points }) => points, rankedBy === 'period' ? whole() : year),
    ...(layout.movements ? [text('')] : []),
    ...layout.kinds.map((kind) => pointsOf(({ byKind }) => byKind[kind] ?? ZERO, whole(kind))),
    ...(layout.deductions ? [pointsOf(({ deductions }) => deductions, whole())] : []),
    countOf(({ filed }) => filed, whole('filings')),
    countOf(({ adopted }) => adopted, whole('filings')),
    text(
      rate(
        countAll(rows, (row) => row.adopted),
        countAll(rows, (row) => row.filed),
        context,
      ),
      whole('filings'),
    ),
    ...layout.classes.map((name) => countOf(({ adoptions }) => adoptions[name] ?? 0, whole('adoption'))),
    pointsOf(({ yearToDate }) => yearToDate, year),
  ];
}
