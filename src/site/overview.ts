/** 概览: how the running period goes, who leads, how duties stand, what was adopted last. */
import { byDay } from '../model/order.ts';
import { type Period, periodOf, previousPeriod } from '../model/period.ts';
import { type Points, sum, written, ZERO } from '../model/points.ts';
import type { Submission } from '../model/records.ts';
import type { Group, Row as Standing, Standings } from '../standings/standings.ts';
import { trendWords } from '../words/trends.ts';
import { latestBulletin } from './bulletins.ts';
import { amount, type Context, count, known, lastMonths, muted, periodName, policiesInOrder, rate, stateOf, text, unitShort } from './context.ts';
import { adoptingOutletPath, adoptionWords, instructionWords } from './credits.ts';
import { dueNext, type Glance, quotasAtAGlance } from './due.ts';
import { levelTable, yearBefore } from './levels.ts';
import { clausePath, rankingPath, submissionPath, unitPath, unitPeriodPath } from './links.ts';
import { movementCell, movementsOf, ranksOf } from './movement.ts';
import { planSummary } from './plan.ts';
import { countAll, shownRows, standingsIn } from './rankingTable.ts';
import type { Cell, Chart, Figure, Headed, Linked, Mark, Table } from './shown.ts';
import { highest, trendTable } from './units.ts';

export interface Trend {
  readonly table: Table;
  readonly chart: Chart;
  /** The two years side by side, in a sentence; null where there is one. */
  readonly compared: string | null;
}

export interface OverviewPage extends Headed {
  /** Null where nothing has happened yet. */
  readonly ranking: {
    readonly title: string;
    readonly state: Mark;
    /** How it goes and who leads, in a sentence. */
    readonly says: string;
    readonly figures: readonly Figure[];
    readonly table: Table;
    readonly levels: { readonly table: Table; readonly says: string } | null;
    readonly more: Linked;
  } | null;
  readonly trend: Trend | null;
  readonly quotas: Glance | null;
  /** What has to be done next, the nearest first. */
  readonly due: readonly Cell[];
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
    quotas: quotasAtAGlance(context),
    due: dueNext(context).slice(0, DUE),
    adoptions: latestAdoptions(context, true),
    instructions: latestInstructions(context),
    policy: policyOf(context),
    bulletin: latestBulletin(context),
    plan: planSummary(context),
  };
}

/** What is due after so much else can be found in the calendar. */
const DUE = 5;

/** The period for which the ordinance in force ranks, as it runs; the month where it names none that the site shows. */
export function headlinePeriod(context: Context): Period | null {
  const { view } = context;
  const policy = currentPolicy(context);
  const span = policy?.cadence.map(({ every }) => every).find((every) => view.periods.some((period) => period.span === every)) ?? 'month';
  const running = periodOf(view.asOf, span);
  if (view.standings.has(running.key)) return running;
  return view.periods.findLast((period) => period.span === span) ?? null;
}

function rankingOf(period: Period, context: Context): OverviewPage['ranking'] {
  const { ui } = context;
  const standings = standingsIn(period, context);
  return {
    title: ui.overview.ranking(periodName(period, context)),
    state: stateOf(period, context),
    says: headlineOf(standings, context),
    figures: figuresOf(period, context),
    table: compactTable(standings, context),
    levels: levelTable(period, context),
    more: { text: isCut(standings) ? trendWords(context.language).whole(rowsOf(standings).length) : ui.overview.whole, href: rankingPath(period) },
  };
}

/** The total, and who leads the one list that there is, if its ranks are shown. */
function headlineOf({ period, closed, groups, total }: Standings, context: Context): string {
  const { headline } = trendWords(context.language);
  const name = periodName(period, context);
  const [only, ...others] = groups;
  const leaders = others.length > 0 ? [] : [...ranksOf(only, context)].filter(([, rank]) => rank === 1).map(([unit]) => unitShort(unit, context));
  const best = only?.rows[0];
  const leads = leaders.length > 0 && best ? headline.leads(leaders.join(context.ui.list), written(best.points), leaders.length === 1) : '';
  return `${(closed ? headline.total : headline.running)(name, written(total))}${leads}${headline.end}`;
}

/** The figures of a period beside those of the one before and of the same one a year before. */
export function figuresOf(period: Period, context: Context): Figure[] {
  const { view, ui, language } = context;
  const [last, words] = [yearBefore(period), trendWords(language)];
  const now = standingsIn(period, context);
  const before = view.standings.get(previousPeriod(period).key);
  const then = last === null || last.key === previousPeriod(period).key ? undefined : view.standings.get(last.key);
  const figure = (label: string, of: (rows: readonly Standing[], total: Points) => string): Figure => ({
    label,
    value: of(rowsOf(now), now.total),
    note:
      [
        ...(before ? [ui.overview.previous(of(rowsOf(before), before.total))] : []),
        ...(then ? [words.lastYear(of(rowsOf(then), then.total))] : []),
      ].join(words.and) || undefined,
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

function compactTable(standings: Standings, context: Context): Table {
  const { ui } = context;
  const { period, groups } = standings;
  return {
    id: 'leading',
    headed: true,
    caption: ui.overview.ranking(periodName(period, context)),
    columns: [
      { label: ui.columns.rank, kind: 'number' },
      { label: ui.columns.unit, kind: 'text' },
      { label: ui.columns.points, kind: 'number' },
      { label: trendWords(context.language).movement.column, kind: 'word' },
      { label: ui.columns.filed, kind: 'number' },
      { label: ui.columns.adopted, kind: 'number' },
    ],
    head: 1,
    rows: groups.flatMap((group) => compactRows(group, standings, context)),
  };
}

/** How many lines stand on the overview in all, and at least of each group. */
const LINES = { all: 20, ofGroup: 5 } as const;

const roomFor = ({ groups }: Standings): number => Math.max(LINES.ofGroup, Math.floor(LINES.all / Math.max(1, groups.length)));
const isCut = (standings: Standings): boolean => standings.groups.some(({ rows }) => rows.length > roomFor(standings));

/** The leading units of a group: the rest stands in the whole ranking. */
function compactRows(group: Group, standings: Standings, context: Context): Table['rows'] {
  const { period } = standings;
  const movements = movementsOf(group, standings, context) ?? new Map();
  const share = shareOf(group.rows);
  return shownRows(group.rows, context)
    .slice(0, roomFor(standings))
    .map(({ row, ranked }) => ({
      cells: [
        { text: ranked ? String(row.rank) : context.ui.none, marks: ranked && row.tied ? [{ text: context.ui.tied, tone: 'quiet' }] : [] },
        { ...text(unitShort(row.unit, context), unitPath(row.unit)), bar: share(row) },
        amount(row.points, unitPeriodPath(row.unit, period)),
        movementCell(row, movements, standings, context),
        count(row.filed, unitPeriodPath(row.unit, period, 'filings')),
        count(row.adopted, unitPeriodPath(row.unit, period, 'filings')),
      ],
    }));
}

/** A row's share of the highest points of its group; 0 for what is below 0. */
export function shareOf(rows: readonly Standing[]): (row: Standing) => number {
  const highest = Math.max(0, ...rows.map(({ points }) => points.toNumber()));
  return ({ points }) => (highest === 0 ? 0 : Math.max(0, points.toNumber() / highest));
}

/** The points of all units in each of the twelve months up to the day, beside those of the same months a year before. */
export function trendOf(context: Context): Trend {
  const { view, ui, language } = context;
  const months = lastMonths(12, context).map((month) => ({
    month,
    points: view.standings.get(month.key)?.total ?? ZERO,
    before: view.standings.get(yearBefore(month)?.key ?? '')?.total ?? null,
    href: view.standings.has(month.key) ? rankingPath(month) : undefined,
  }));
  const [last, best] = [months.at(-1) as (typeof months)[number], highest(months)];
  const isCompared = months.some(({ before }) => before !== null);
  const { year } = trendWords(language);
  const sentence = ui.overview.trendSays(
    periodName(last.month, context),
    written(last.points),
    periodName(best.month, context),
    written(best.points),
  );
  const totals = [sum(months.map(({ points }) => points)), sum(months.map(({ before }) => before ?? ZERO))] as const;
  const compared = isCompared ? year.says(written(totals[0]), written(totals[1])) : null;
  const table = trendTable('trend', ui.overview.trend, months, context);
  return {
    table: isCompared ? withYearBefore(table, months, context) : table,
    chart: {
      kind: 'trend',
      table: 'trend',
      label: 0,
      value: 1,
      until: isCompared ? 2 : undefined,
      names: isCompared ? [year.now, year.before] : undefined,
      most: 12,
      size: 'small',
      sentence: compared === null ? sentence : `${sentence}${year.joint}${compared}`,
    },
    compared,
  };
}

/** The table of months with a column for the same months a year before. */
function withYearBefore(table: Table, months: readonly { readonly month: Period; readonly before: Points | null }[], context: Context): Table {
  const { view, ui, language } = context;
  const cellOf = (index: number): Cell => {
    const { month, before } = months[index] as (typeof months)[number];
    const then = yearBefore(month);
    return before === null ? muted(ui.none) : amount(before, then && view.standings.has(then.key) ? rankingPath(then) : undefined);
  };
  return {
    ...table,
    columns: [...table.columns, { label: trendWords(language).columns.yearBefore, kind: 'number' }],
    rows: table.rows.map((row, index) => ({ ...row, cells: [...row.cells, cellOf(index)] })),
    foot: [...(table.foot ?? []), text(written(sum(months.map(({ before }) => before ?? ZERO))))],
  };
}

const LATEST = 6;

const latestFirst = <T extends { readonly on: string }>(records: Iterable<T>): T[] => [...records].sort((a, b) => byDay(b, a)).slice(0, LATEST);

/** In one line each, or with the way to the outlet. */
export const latestAdoptions = (context: Context, leading = false): Cell[] =>
  latestFirst(context.view.adoptionById.values()).map(({ id, on, submission }) =>
    leading
      ? leadingCell(submission, on, { text: adoptionWords(id, context), href: adoptingOutletPath(id, context), tone: 'muted' }, context)
      : itemCell(submission, on, adoptionWords(id, context), context),
  );

export const latestInstructions = (context: Context): Cell[] =>
  latestFirst(context.view.instructionById.values())
    .slice(0, 4)
    .map(({ id, on, submission }) => itemCell(submission, on, instructionWords(id, context), context));

function itemCell(submission: string, on: string, words: string, context: Context): Cell {
  const { title, units } = known(context.view.submissions, submission);
  return { text: title, href: submissionPath(submission), lines: [{ text: [on, words, namesOf(units, context)].join(' · '), tone: 'muted' }] };
}

function leadingCell(submission: string, on: string, what: Linked, context: Context): Cell {
  const { title, units } = known(context.view.submissions, submission);
  return {
    text: title,
    href: submissionPath(submission),
    lines: [{ text: on, tone: 'muted' }, what, { text: namesOf(units, context), tone: 'muted' }],
  };
}

const namesOf = (units: Submission['units'], context: Context): string => units.map(({ unit }) => unitShort(unit, context)).join(context.ui.list);

const currentPolicy = (context: Context) => policiesInOrder(context).find(({ inForce }) => inForce.from <= context.view.asOf);

function policyOf(context: Context): Linked | null {
  const current = currentPolicy(context);
  return current ? { text: current.title, href: clausePath(current.id, null) } : null;
}
