/** 排名: the ranking of a period, every figure a way to the entries that it is made of. */
import { contains, nextPeriod, type Period, previousPeriod, type Span } from '../model/period.ts';
import { isZero, type Points, sum, written, ZERO } from '../model/points.ts';
import type { RecordKind } from '../scoring/credit.ts';
import type { Bar } from '../standings/eligibility.ts';
import type { Group, Row as Standing, Standings } from '../standings/standings.ts';
import { amount, type Context, count, home, known, listIn, muted, periodName, rate, stateOf, text, unitName, unitShort } from './context.ts';
import { KINDS } from './credits.ts';
import { clausePath, monthAnchor, rankingPath, unitPath, unitPeriodPath, wholeJournalPath } from './links.ts';
import type { Cell, Chart, Column, Figure, Headed, Linked, Mark, Row, Table } from './shown.ts';
import type { PublicAward } from './view.ts';

export interface RankingPage extends Headed {
  readonly state: Mark;
  readonly figures: readonly Figure[];
  readonly groups: readonly { readonly title: string | null; readonly table: Table; readonly chart: Chart | null }[];
  /** What there is to say about the ranking: top and bottom, awards, eligibility, who is not ranked. */
  readonly notes: readonly { readonly title: string; readonly items: readonly Cell[] }[];
  readonly previous: Linked | null;
  readonly next: Linked | null;
  readonly around: readonly Linked[];
  readonly within: readonly Linked[];
}

export function rankingPage(period: Period, context: Context): RankingPage {
  const { view, ui } = context;
  const standings = standingsIn(period, context);
  const name = periodName(period, context);
  return {
    path: rankingPath(period),
    over: view.site.organisation,
    title: ui.ranking.title(name),
    lead: leadOf(standings, context),
    crumbs: [home(context), { text: ui.ranking.index, href: 'ranking/' }, { text: name }],
    state: stateOf(period, context),
    figures: figuresOf(standings, context),
    groups: standings.groups.map((group, index) => rankedGroup(group, index, standings, context)),
    notes: [
      ...extremes(standings, context),
      ...awards(period, context),
      ...bars(period, context),
      ...excluded(standings, context),
      ...subtotals(standings, context),
    ],
    previous: linkTo(previousPeriod(period), context),
    next: linkTo(nextPeriod(period), context),
    around: view.periods
      .filter((other) => other.key !== period.key && other.from <= period.from && other.to >= period.to)
      .map((other) => named(other, context)),
    within: view.periods
      .filter((other) => other.key !== period.key && contains(period, other.from) && contains(period, other.to))
      .map((other) => named(other, context)),
  };
}

export const standingsIn = ({ key }: Period, { view }: Context): Standings => known(view.standings, key);

const named = (period: Period, context: Context): Linked => ({ text: periodName(period, context), href: rankingPath(period) });
const linkTo = (period: Period, context: Context): Linked | null => (context.view.standings.has(period.key) ? named(period, context) : null);

function leadOf({ policy, rankedBy }: Standings, { view, ui }: Context): Linked[] {
  if (!policy) return [{ text: ui.ranking.noPolicy }];
  const clause = policy.ranking.clause;
  const basis = { text: ui.ranking.basis(policy.title), href: clausePath(policy.id, typeof clause === 'string' ? clause : null) };
  const shown = view.site.ranking;
  const limits = shown === 'none' ? [{ text: ui.ranking.none }] : shown === 'all' ? [] : [{ text: ui.ranking.first(shown) }];
  return [basis, { text: ui.ranking.by[rankedBy] }, ...limits];
}

function figuresOf({ period, groups, total }: Standings, context: Context): Figure[] {
  const { ui } = context;
  const rows = groups.flatMap((group) => group.rows);
  const filed = countAll(rows, (row) => row.filed);
  const adopted = countAll(rows, (row) => row.adopted);
  return [
    { label: ui.overview.figures.points, value: written(total), href: wholeJournalPath(period) },
    { label: ui.overview.figures.filed, value: String(filed), href: wholeJournalPath(period, 'filings') },
    { label: ui.overview.figures.adopted, value: String(adopted), href: wholeJournalPath(period, 'filings') },
    { label: ui.overview.figures.rate, value: rate(adopted, filed, context), href: wholeJournalPath(period, 'filings') },
    { label: ui.ranking.units, value: String(rows.length), href: 'units/' },
  ];
}

export const countAll = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((total, row) => total + of(row), 0);

/** The rows as the installation wants them shown: ranked, in part, or in the order of the register without ranks. */
export function shownRows(rows: readonly Standing[], { view }: Context): { row: Standing; ranked: boolean }[] {
  const shown = view.site.ranking;
  const isRanked = ({ rank }: Standing): boolean => shown === 'all' || (shown !== 'none' && rank <= shown);
  const register = [...view.units.keys()];
  const rest = rows.filter((row) => !isRanked(row)).sort((a, b) => register.indexOf(a.unit) - register.indexOf(b.unit));
  return [...rows.filter(isRanked).map((row) => ({ row, ranked: true })), ...rest.map((row) => ({ row, ranked: false }))];
}

function rankedGroup(group: Group, index: number, standings: Standings, context: Context): RankingPage['groups'][number] {
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

type Notes = RankingPage['notes'][number][];

function extremes({ groups, policy }: Standings, context: Context): Notes {
  const { view, ui } = context;
  if (!policy || view.site.ranking !== 'all') return [];
  const line = ({ units, tieAcross }: Group['top'], say: (units: string) => string): Cell[] =>
    units.length === 0
      ? []
      : [{ text: `${say(units.map((unit) => unitShort(unit, context)).join(ui.list))}${tieAcross ? ui.ranking.tieAcross : ''}` }];
  const items = groups.flatMap(({ top, bottom }) => [...line(top, ui.ranking.topUnits), ...line(bottom, ui.ranking.bottom)]);
  const { clause } = policy.ranking;
  const basis = typeof clause === 'string' ? [clauseLink(policy.id, clause)] : [];
  return items.length === 0 ? [] : [{ title: ui.ranking.extremes, items: [...items, ...basis] }];
}

const clauseLink = (policy: string, clause: string): Cell => ({ text: clause, href: clausePath(policy, clause) });

function awards(period: Period, context: Context): Notes {
  const { view, ui } = context;
  const shown = listIn(view.awards, period.key);
  const policy = standingsIn(period, context).policy;
  if (shown.length === 0 || !policy || view.site.ranking !== 'all') return [];
  const early = period.to > view.asOf ? ui.ranking.soFar : '';
  return [{ title: ui.ranking.awards, items: shown.flatMap((award) => awardItems(award, early, policy.id, context)) }];
}

function awardItems(
  { title, group, sure, undecided, placesLeft, of, clause, withheld }: PublicAward,
  early: string,
  policy: string,
  context: Context,
): Cell[] {
  const { view, ui } = context;
  const name = (id: string): string => (of === 'units' ? unitShort(id, context) : known(view.people, id).name);
  const listed = (ids: readonly string[]): string => ids.map(name).join(ui.list);
  const heading = group === null ? title : `${group} ${title}`;
  const open = undecided.length === 0 ? [] : [{ text: ui.ranking.undecided(listed(undecided), placesLeft) }];
  return [
    {
      text: `${early}${heading}${ui.colon}${withheld ? ui.ranking.withheld : sure.length === 0 ? ui.none : listed(sure)}`,
      lines: [...open, clauseLink(policy, clause)],
    },
  ];
}

function bars(period: Period, context: Context): Notes {
  const found = listIn(context.view.bars, period.key);
  return found.length === 0 ? [] : [{ title: context.ui.ranking.bars, items: found.map((bar) => barItem(bar, context)) }];
}

export function barItem({ unit, cause, count: filed, bars: what, final, policy, clause }: Bar, context: Context): Cell {
  const { ui } = context;
  const say = final ? ui.ranking.barFinal : ui.ranking.barPending;
  return {
    text: unitName(unit, context),
    href: unitPeriodPath(unit, cause, 'filings'),
    marks: [final ? { text: ui.ranking.barred, tone: 'bad' } : { text: ui.ranking.endangered, tone: 'wait' }],
    lines: [{ text: say(periodName(cause, context), filed, what) }, clauseLink(policy, clause)],
  };
}

function excluded(standings: Standings, context: Context): Notes {
  const items = standings.excluded.map(
    ({ unit, reason }): Cell => ({ text: unitName(unit, context), href: unitPath(unit), lines: [{ text: reason, tone: 'muted' }] }),
  );
  return items.length === 0 ? [] : [{ title: context.ui.ranking.excluded, items }];
}

function subtotals(standings: Standings, context: Context): Notes {
  const items = standings.subtotals.map(
    ({ unit, points }): Cell => ({ text: unitName(unit, context), href: unitPath(unit), lines: [{ text: context.ui.pointsOf(written(points)) }] }),
  );
  return items.length === 0 ? [] : [{ title: context.ui.ranking.subtotals, items }];
}

/** Every period that has a ranking, the latest first, by kind of period. */
export function rankingIndex(context: Context): RankingIndex {
  const { view, ui } = context;
  const spans = (['quarter', 'month', 'half-year', 'year'] as const).filter((span) => view.periods.some((period) => period.span === span));
  return {
    path: 'ranking/',
    over: view.site.organisation,
    title: ui.ranking.index,
    lead: [{ text: ui.ranking.indexLead }],
    crumbs: [home(context), { text: ui.ranking.index }],
    sections: spans.map((span) => ({ title: ui.spans[span], table: indexTable(span, context) })),
  };
}

export interface RankingIndex extends Headed {
  readonly sections: readonly { readonly title: string; readonly table: Table }[];
}

function indexTable(span: Span, context: Context): Table {
  const { view, ui } = context;
  const periods = view.periods.filter((period) => period.span === span).reverse();
  return {
    id: `index-${span}`,
    caption: `${ui.spans[span]}${ui.colon}${ui.ranking.indexLead}`,
    headed: true,
    columns: [
      { label: ui.columns.period, kind: 'text' },
      { label: ui.columns.leader, kind: 'text' },
      { label: ui.columns.filed, kind: 'number' },
      { label: ui.columns.adopted, kind: 'number' },
      { label: ui.columns.total, kind: 'number' },
    ],
    head: 0,
    rows: periods.map((period) => ({ cells: indexCells(standingsIn(period, context), context) })),
  };
}

function indexCells({ period, groups, total }: Standings, context: Context): Cell[] {
  const rows = groups.flatMap((group) => group.rows);
  const leaders = rows.filter(({ rank, points }) => rank === 1 && points.gt(0)).map(({ unit }) => unitShort(unit, context));
  const shown = context.view.site.ranking === 'none' || leaders.length === 0 ? context.ui.none : leaders.join(context.ui.list);
  return [
    { ...named(period, context), marks: period.to > context.view.asOf ? [stateOf(period, context)] : [] },
    text(shown),
    count(countAll(rows, ({ filed }) => filed)),
    count(countAll(rows, ({ adopted }) => adopted)),
    amount(total, rankingPath(period)),
  ];
}
