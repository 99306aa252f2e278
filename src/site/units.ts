/** 单位: how each unit stands, and the page of one. */
import { type Period, periodOf, SPANS } from '../model/period.ts';
import { type Points, written, ZERO } from '../model/points.ts';
import type { Unit, UnitId } from '../model/records.ts';
import { filingWords } from '../words/filing.ts';
import { appealsOfUnit } from './appeals.ts';
import { amount, type Context, count, home, known, lastMonths, listIn, periodName, text, unitName, within } from './context.ts';
import { creditTable, pointEntries, totalOf } from './credits.ts';
import { filingsTable, journalExists } from './journal.ts';
import { filingPath, rankingPath, unitPath, unitPeriodPath } from './links.ts';
import { type QuotaHistory, quotaHistory } from './quotaHistory.ts';
import { quotaCell, quotaItem } from './quotas.ts';
import { barItem } from './rankingNotes.ts';
import type { Cell, Chart, Figure, Headed, Linked, Section, Table } from './shown.ts';

export interface UnitsPage extends Headed {
  readonly groups: readonly { readonly title: string; readonly table: Table }[];
}

export interface UnitPage extends Headed {
  readonly figures: readonly Figure[];
  readonly quotas: readonly Cell[];
  readonly bars: readonly Cell[];
  readonly trend: { readonly table: Table; readonly chart: Chart };
  /** How its main duty was kept; null where it has none. */
  readonly kept: QuotaHistory | null;
  readonly sections: readonly Section[];
  readonly periods: readonly { readonly title: string; readonly links: readonly Linked[] }[];
}

const LATEST = 10;

export function unitsPage(context: Context): UnitsPage {
  const { view, ui } = context;
  const classes = Map.groupBy(view.units.values(), (unit) => unit.class);
  return {
    path: 'units/',
    over: view.site.organisation,
    title: ui.unit.index,
    lead: [{ text: ui.unit.indexLead }],
    crumbs: [home(context), { text: ui.unit.index }],
    groups: [...classes]
      .sort(([, a], [, b]) => ranked(b, context) - ranked(a, context))
      .map(([title, units], index) => ({ title, table: unitsTable(`units-${index + 1}`, title, units, context) })),
  };
}

/** 1 for a class with units in the ranking of the year, 0 for one without: it comes last. */
const ranked = (units: readonly Unit[], { view }: Context): number =>
  units.some(({ id }) => view.rows.get(periodOf(view.asOf, 'year').key)?.has(id)) ? 1 : 0;

function unitsTable(id: string, title: string, units: readonly Unit[], context: Context): Table {
  const { view, ui } = context;
  const year = periodOf(view.asOf, 'year');
  return {
    id,
    caption: `${title}${ui.colon}${periodName(year, context)}`,
    columns: [
      { label: ui.columns.unit, kind: 'text' },
      { label: ui.columns.points, kind: 'number' },
      { label: ui.columns.filed, kind: 'number' },
      { label: ui.columns.adopted, kind: 'number' },
      { label: ui.columns.quota, kind: 'text' },
    ],
    head: 0,
    rows: units.map((unit) => {
      const row = view.rows.get(year.key)?.get(unit.id);
      const journal = journalExists(unit.id, year, context) ? unitPeriodPath(unit.id, year) : undefined;
      const quotas = listIn(view.owed, unit.id);
      const cells = [
        amount(row?.ofPeriod ?? ZERO, journal),
        count(row?.filed ?? 0, journal && `${journal}#filings`),
        count(row?.adopted ?? 0, journal && `${journal}#filings`),
      ];
      const notes = unit.excluded === null ? [] : [{ text: ui.unit.excluded(unit.excluded), tone: 'muted' } as const];
      return { cells: [{ text: unit.name, href: unitPath(unit.id), lines: notes }, ...cells, quotaCell(quotas, context)] };
    }),
  };
}

export function unitPage(id: UnitId, context: Context): UnitPage {
  const { view, ui } = context;
  const unit = known(view.units, id);
  const month = periodOf(view.asOf, 'month');
  return {
    path: unitPath(id),
    over: unit.class,
    title: unit.name,
    lead: leadOf(unit, context),
    crumbs: [home(context), { text: ui.unit.index, href: 'units/' }, { text: unit.name }],
    figures: figuresOf(unit, context),
    quotas: listIn(view.owed, id).map((quota) => quotaItem(quota, context)),
    bars: listIn(view.bars, month.key.slice(0, 4))
      .filter((bar) => bar.unit === id)
      .map((bar) => barItem(bar, context)),
    trend: trendOf(id, context),
    kept: quotaHistory(id, context),
    sections: [...latest(id, context), ...appealsOfUnit(id, context)],
    periods: periodsOf(id, context),
  };
}

function leadOf({ name, from, to, excluded, parent }: Unit, context: Context): Linked[] {
  const { ui } = context;
  return [
    ...(parent === null ? [] : [{ text: `${ui.unit.parent}${ui.colon}${unitName(parent, context)}`, href: unitPath(parent) }]),
    ...(from === null && to === null ? [] : [{ text: ui.unit.service(from, to) }]),
    ...(excluded === null
      ? [{ text: filingWords(context.language).fileHere, href: filingPath({ kind: 'submission', unit: name }) }]
      : [{ text: ui.unit.excluded(excluded) }]),
  ];
}

function figuresOf({ id }: Unit, context: Context): Figure[] {
  const { view, ui } = context;
  const year = periodOf(view.asOf, 'year');
  const row = view.rows.get(year.key)?.get(id);
  if (!row) return [];
  const href = unitPeriodPath(id, year);
  const shown = view.site.ranking;
  const rank =
    shown === 'all' || (shown !== 'none' && row.rank <= shown)
      ? [{ label: ui.unit.rank, value: String(row.rank), href: rankingPath(year), note: row.tied ? ui.tied : undefined }]
      : [];
  return [
    { label: ui.unit.year, value: written(row.ofPeriod), href },
    ...rank,
    { label: ui.columns.filed, value: String(row.filed), href: `${href}#filings` },
    { label: ui.columns.adopted, value: String(row.adopted), href: `${href}#filings` },
  ];
}

/** The points of a unit in each of the last twelve months. */
function trendOf(id: UnitId, context: Context): UnitPage['trend'] {
  const { ui } = context;
  const months = lastMonths(12, context).map((month) => ({ month, points: pointsIn(id, month, context) }));
  const table = trendTable(
    'trend',
    ui.unit.trend,
    months.map(({ month, points }) => ({ month, points, href: journalExists(id, month, context) ? unitPeriodPath(id, month) : undefined })),
    context,
  );
  const total = months.reduce((all, { points }) => all.plus(points), ZERO);
  const best = highest(months);
  const name = unitName(id, context);
  const sentence = best.points.gt(0)
    ? ui.unit.trendSays(name, written(total), periodName(best.month, context), written(best.points))
    : ui.unit.trendEmpty(name);
  return { table, chart: { kind: 'trend', table: 'trend', label: 0, value: 1, most: 12, size: 'small', sentence } };
}

const pointsIn = (id: UnitId, month: Period, { view }: Context): Points => totalOf(pointEntries(within(listIn(view.ofUnit, id), month)));

export interface MonthPoints {
  readonly month: Period;
  readonly points: Points;
  readonly href?: string | undefined;
}

export const highest = <T extends MonthPoints>(months: readonly T[]): T =>
  months.reduce((best, month) => (month.points.gt(best.points) ? month : best));

export function trendTable(id: string, caption: string, months: readonly MonthPoints[], context: Context): Table {
  const { ui } = context;
  return {
    id,
    caption,
    headed: true,
    columns: [
      { label: ui.columns.month, kind: 'text' },
      { label: ui.columns.points, kind: 'number' },
    ],
    head: 0,
    rows: months.map(({ month, points, href }) => ({
      cells: [{ text: periodName(month, context), brief: ui.monthBrief(Number(month.key.slice(5))) }, amount(points, href)],
    })),
    foot: [text(ui.total), text(written(months.reduce((all, { points }) => all.plus(points), ZERO)))],
  };
}

function latest(id: UnitId, context: Context): Section[] {
  const { view, ui } = context;
  const entries = listIn(view.ofUnit, id).slice(-LATEST).reverse();
  const filed = listIn(view.filings, id).slice(-LATEST).reverse();
  const { foot: _, ...credits } = creditTable('latest-table', ui.unit.latest, entries, context);
  return [
    entries.length === 0 ? { id: 'latest', title: ui.unit.latest, text: ui.journal.empty } : { id: 'latest', title: ui.unit.latest, table: credits },
    ...(filed.length === 0 ? [] : [{ id: 'filings', title: ui.unit.filings, table: filingsTable(filed, context) }]),
  ];
}

/** The journals of the unit, the latest first, by kind of period. */
function periodsOf(id: UnitId, context: Context): UnitPage['periods'] {
  const { view, ui } = context;
  return SPANS.toReversed()
    .map((span) => ({
      title: ui.spans[span],
      links: view.periods
        .filter((period) => period.span === span && journalExists(id, period, context))
        .reverse()
        .map((period) => ({ text: periodName(period, context), href: unitPeriodPath(id, period) })),
    }))
    .filter(({ links }) => links.length > 0);
}
