/** 概览: how the running period goes, who leads, how duties stand, what was adopted last. */
import { byDay } from '../model/order.ts';
import { nextPeriod, type Period, periodOf, previousPeriod, type Span } from '../model/period.ts';
import { type Points, written, ZERO } from '../model/points.ts';
import type { Row as Standing, Standings } from '../standings/standings.ts';
import { latestBulletin } from './bulletins.ts';
import { amount, type Context, count, known, periodName, policiesInOrder, rate, stateOf, text, unitShort } from './context.ts';
import { adoptionWords, instructionWords } from './credits.ts';
import { clausePath, rankingPath, submissionPath, unitPath, unitPeriodPath } from './links.ts';
import { planSummary } from './plan.ts';
import { quotaCell } from './quotas.ts';
import { barsOf, countAll, shownRows, standingsIn } from './rankingTable.ts';
import type { Cell, Chart, Figure, Headed, Linked, Mark, Table } from './shown.ts';
import { highest, trendTable } from './units.ts';

export interface OverviewPage extends Headed {
  /** Null where nothing has happened yet. */
  readonly ranking: {
    readonly title: string;
    readonly state: Mark;
    readonly figures: readonly Figure[];
    readonly table: Table;
    readonly chart: Chart | null;
    readonly more: Linked;
  } | null;
  readonly trend: { readonly table: Table; readonly chart: Chart } | null;
  readonly quotas: Table | null;
  readonly adoptions: readonly Cell[];
  readonly instructions: readonly Cell[];
  readonly policy: Linked | null;
  /** The latest; null where none was issued. */
  readonly bulletin: Cell | null;
  /** Null where the installation follows no publicity plan. */
  readonly plan: { readonly title: string; readonly figures: readonly Figure[]; readonly more: Linked } | null;
}

export function overviewPage(context: Context): OverviewPage {
  const { view, ui } = context;
  const period = headlinePeriod(context);
  return {
    path: '',
    over: ui.masthead,
    title: view.site.organisation,
    lead: [],
    crumbs: [],
    ranking: period && rankingOf(period, context),
    trend: view.entries.length === 0 ? null : trendOf(context),
    quotas: quotasOf(context),
    adoptions: latestAdoptions(context),
    instructions: latestInstructions(context),
    policy: policyOf(context),
    bulletin: latestBulletin(context),
    plan: planSummary(context),
  };
}

const SHOWN: readonly Span[] = ['month', 'quarter', 'half-year', 'year'];

/** The period for which the ordinance in force ranks, as it runs; the month where it names none that the site shows. */
function headlinePeriod(context: Context): Period | null {
  const { view } = context;
  const policy = currentPolicy(context);
  const span = policy?.cadence.map(({ every }) => every).find((every) => SHOWN.includes(every)) ?? 'month';
  const running = periodOf(view.asOf, span);
  if (view.standings.has(running.key)) return running;
  return view.periods.findLast((period) => period.span === span) ?? null;
}

function rankingOf(period: Period, context: Context): OverviewPage['ranking'] {
  const { ui } = context;
  const standings = standingsIn(period, context);
  const rows = rowsOf(standings);
  const table = compactTable(rows, period, context);
  return {
    title: ui.overview.ranking(periodName(period, context)),
    state: stateOf(period, context),
    figures: figuresOf(period, context),
    table,
    chart: barsOf(table, rows, context),
    more: { text: ui.overview.whole, href: rankingPath(period) },
  };
}

/** The figures of a period beside those of the one before. */
function figuresOf(period: Period, context: Context): Figure[] {
  const { view, ui } = context;
  const [now, before] = [standingsIn(period, context), view.standings.get(previousPeriod(period).key)];
  const figure = (label: string, of: (rows: readonly Standing[], total: Points) => string): Figure => ({
    label,
    value: of(rowsOf(now), now.total),
    note: before && ui.overview.previous(of(rowsOf(before), before.total)),
    href: rankingPath(period),
  });
  const { figures } = ui.overview;
  return [
    figure(figures.points, (_, total) => written(total)),
    figure(figures.filed, (rows) => String(countAll(rows, ({ filed }) => filed))),
    figure(figures.adopted, (rows) => String(countAll(rows, ({ adopted }) => adopted))),
    figure(figures.rate, (rows) =>
      rate(
        countAll(rows, ({ adopted }) => adopted),
        countAll(rows, ({ filed }) => filed),
        context,
      ),
    ),
  ];
}

const rowsOf = ({ groups }: Standings): readonly Standing[] => groups.flatMap(({ rows }) => rows);

function compactTable(rows: readonly Standing[], period: Period, context: Context): Table {
  const { ui } = context;
  return {
    id: 'leading',
    headed: true,
    caption: ui.overview.ranking(periodName(period, context)),
    columns: [
      { label: ui.columns.rank, kind: 'number' },
      { label: ui.columns.unit, kind: 'text' },
      { label: ui.columns.points, kind: 'number' },
      { label: ui.columns.filed, kind: 'number' },
      { label: ui.columns.adopted, kind: 'number' },
    ],
    head: 1,
    rows: shownRows(rows, context).map(({ row, ranked }) => ({
      cells: [
        { text: ranked ? String(row.rank) : ui.none, marks: ranked && row.tied ? [{ text: ui.tied, tone: 'quiet' }] : [] },
        text(unitShort(row.unit, context), unitPath(row.unit)),
        amount(row.points, unitPeriodPath(row.unit, period)),
        count(row.filed, unitPeriodPath(row.unit, period, 'filings')),
        count(row.adopted, unitPeriodPath(row.unit, period, 'filings')),
      ],
    })),
  };
}

/** The points of all units in each of the twelve months up to the day. */
function trendOf(context: Context): OverviewPage['trend'] {
  const { view, ui } = context;
  const months = twelveMonths(context).map((month) => ({
    month,
    points: view.standings.get(month.key)?.total ?? ZERO,
    href: view.standings.has(month.key) ? rankingPath(month) : undefined,
  }));
  const [last, best] = [months.at(-1) as (typeof months)[number], highest(months)];
  const sentence = ui.overview.trendSays(
    periodName(last.month, context),
    written(last.points),
    periodName(best.month, context),
    written(best.points),
  );
  return {
    table: trendTable('trend', ui.overview.trend, months, context),
    chart: { kind: 'trend', table: 'trend', label: 0, value: 1, most: 12, size: 'small', sentence },
  };
}

function twelveMonths({ view }: Context): Period[] {
  const year = Number(view.asOf.slice(0, 4));
  const first = periodOf(`${year - 1}${view.asOf.slice(4, 7)}-01` as typeof view.asOf, 'month');
  const months: Period[] = [];
  for (let month = nextPeriod(first); months.length < 12; month = nextPeriod(month)) months.push(month);
  return months;
}

/** The duties of the running month, unit by unit. */
function quotasOf(context: Context): Table | null {
  const { view, ui } = context;
  const month = periodOf(view.asOf, 'month');
  const rows = [...(view.rows.get(month.key)?.values() ?? [])].filter(({ quotas }) => quotas.length > 0);
  if (rows.length === 0) return null;
  const register = [...view.units.keys()];
  rows.sort((a, b) => register.indexOf(a.unit) - register.indexOf(b.unit));
  return {
    id: 'quotas',
    caption: `${ui.overview.quotas}${ui.colon}${periodName(month, context)}`,
    columns: [
      { label: ui.columns.unit, kind: 'text' },
      { label: ui.columns.quota, kind: 'text' },
    ],
    head: 0,
    rows: rows.map(({ unit, quotas }) => ({ cells: [text(unitShort(unit, context), unitPath(unit)), quotaCell(quotas, context)] })),
  };
}

const LATEST = 8;

const latestFirst = <T extends { readonly on: string }>(records: Iterable<T>): T[] => [...records].sort((a, b) => byDay(b, a)).slice(0, LATEST);

const latestAdoptions = (context: Context): Cell[] =>
  latestFirst(context.view.adoptionById.values()).map(({ id, on, submission }) => itemCell(submission, on, adoptionWords(id, context), context));

const latestInstructions = (context: Context): Cell[] =>
  latestFirst(context.view.instructionById.values())
    .slice(0, 4)
    .map(({ id, on, submission }) => itemCell(submission, on, instructionWords(id, context), context));

function itemCell(submission: string, on: string, words: string, context: Context): Cell {
  const { title, units } = known(context.view.submissions, submission);
  const names = units.map(({ unit }) => unitShort(unit, context)).join(context.ui.list);
  return { text: title, href: submissionPath(submission), lines: [{ text: [on, words, names].join(' · '), tone: 'muted' }] };
}

const currentPolicy = (context: Context) => policiesInOrder(context).find(({ inForce }) => inForce.from <= context.view.asOf);

function policyOf(context: Context): Linked | null {
  const current = currentPolicy(context);
  return current ? { text: current.title, href: clausePath(current.id, null) } : null;
}
