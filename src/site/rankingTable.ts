/** The table of a ranking, and the picture of it. */
import type { Period } from '../model/period.ts';
import { isZero, type Points, sum, written, ZERO } from '../model/points.ts';
import type { RecordKind } from '../scoring/credit.ts';
import type { Group, Row as Standing, Standings } from '../standings/standings.ts';
import { amount, type Context, count, known, listIn, muted, periodName, rate, text, unitShort } from './context.ts';
import { KINDS } from './credits.ts';
import { monthAnchor, unitPath, unitPeriodPath, wholeJournalPath } from './links.ts';
import type { Cell, Chart, Column, Mark, Row, Table } from './shown.ts';

export interface RankedGroup {
  /** The class of units; null where all are in one list. */
  readonly title: string | null;
  readonly table: Table;
  readonly chart: Chart | null;
}

/** The standings of a period that the site has. */
export const standingsIn = ({ key }: Period, { view }: Context): Standings => known(view.standings, key);

export const countAll = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((total, row) => total + of(row), 0);

/** The rows as the installation wants them shown: ranked, in part, or in the order of the register without ranks. */
export function shownRows(rows: readonly Standing[], { view }: Context): { row: Standing; ranked: boolean }[] {
  const shown = view.site.ranking;
  const isRanked = ({ rank }: Standing): boolean => shown === 'all' || (shown !== 'none' && rank <= shown);
  const register = [...view.units.keys()];
  const rest = rows.filter((row) => !isRanked(row)).sort((a, b) => register.indexOf(a.unit) - register.indexOf(b.unit));
  return [...rows.filter(isRanked).map((row) => ({ row, ranked: true })), ...rest.map((row) => ({ row, ranked: false }))];
}

export function rankedGroup(group: Group, index: number, standings: Standings, context: Context): RankedGroup {
  const id = `ranking-${index + 1}`;
  const table = rankingTable(id, group, standings, context);
  return { title: group.group, table, chart: barsOf(table, group.rows, context) };
}

/** More bars than this can't be told apart. */
const MOST_BARS = 24;

export function barsOf(table: Table, rows: readonly Standing[], { view, ui }: Context): Chart | null {
  const [first] = rows;
  if (!first || view.site.ranking !== 'all') return null;
  const leader = known(view.units, first.unit).name;
  const sentence = isZero(first.points)
    ? ui.overview.barsEmpty
    : ui.overview.bars(leader, written(first.points), rows.length, rows.length > MOST_BARS ? MOST_BARS : null);
  const size = rows.length > 16 ? 'large' : rows.length > 8 ? 'middle' : 'small';
  return { kind: 'bars', table: table.id, label: 1, value: 2, most: MOST_BARS, size, sentence };
}

/** What the columns of a ranking are made of; a kind of record or class of outlet that nobody has is left out. */
interface Layout {
  readonly kinds: readonly RecordKind[];
  readonly classes: readonly string[];
  readonly deductions: boolean;
}

function rankingTable(id: string, group: Group, standings: Standings, context: Context): Table {
  const { ui } = context;
  const layout = layoutOf(group.rows, standings);
  const columns: Column[] = [
    { label: ui.columns.rank, kind: 'number' },
    { label: ui.columns.unit, kind: 'text' },
    { label: ui.columns.points, kind: 'number' },
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

function layoutOf(rows: readonly Standing[], { policy }: Standings): Layout {
  const classes = [...Object.keys(policy?.outlets ?? {}), ''];
  return {
    kinds: KINDS.filter((kind) => rows.some(({ byKind }) => byKind[kind] !== undefined)),
    classes: classes.filter((name) => rows.some(({ adoptions }) => (adoptions[name] ?? 0) > 0)),
    deductions: rows.some(({ deductions }) => !isZero(deductions)),
  };
}

function rankingRow(row: Standing, ranked: boolean, layout: Layout, { period, rankedBy }: Standings, context: Context): Row {
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
