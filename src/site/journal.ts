/** 台账: a unit's journal of a period, section by section, adding up to the figure in the ranking. */
import { contains, type Period, periodsWithin } from '../model/period.ts';
import { written, ZERO } from '../model/points.ts';
import type { UnitId } from '../model/records.ts';
import { POINTS } from '../scoring/credit.ts';
import type { Row as Standing } from '../standings/standings.ts';
import { yearToDate } from '../standings/totals.ts';
import { reasonWords } from '../words/reasons.ts';
import { amount, type Context, count, home, listIn, muted, periodName, stateOf, text, unitName, unitShort, within } from './context.ts';
import { called, creditTable, KINDS, pointEntries, totalOf } from './credits.ts';
import { monthAnchor, rankingPath, submissionPath, unitPath, unitPeriodPath } from './links.ts';
import { quotaItem } from './quotas.ts';
import type { Cell, Figure, Headed, Linked, Mark, Row, Section, Table } from './shown.ts';
import type { Entry, Filed } from './view.ts';

export interface JournalPage extends Headed {
  readonly state: Mark;
  readonly figures: readonly Figure[];
  readonly quotas: readonly Cell[];
  readonly sections: readonly Section[];
  readonly note: string | null;
  readonly others: readonly Linked[];
}

/** Which units have a journal in which periods: those in the ranking, and those that got or lost points all the same. */
export function journalsOf(context: Context): { unit: UnitId; period: Period }[] {
  const { view } = context;
  return view.periods.flatMap((period) =>
    [...view.units.keys()].filter((unit) => journalExists(unit, period, context)).map((unit) => ({ unit, period })),
  );
}

export function journalPage(unit: UnitId, period: Period, context: Context): JournalPage {
  const { view, ui } = context;
  const name = periodName(period, context);
  const entries = within(listIn(view.ofUnit, unit), period);
  const filed = within(listIn(view.filings, unit), period);
  const standing = view.rows.get(period.key)?.get(unit);
  const own = pointEntries(entries);
  return {
    path: unitPeriodPath(unit, period),
    over: ui.journal.over,
    title: ui.journal.title(unitName(unit, context), name),
    lead: [{ text: ui.ranking.title(name), href: rankingPath(period) }],
    crumbs: [home(context), { text: ui.unit.index, href: 'units/' }, { text: unitName(unit, context), href: unitPath(unit) }, { text: name }],
    state: stateOf(period, context),
    figures: figuresOf(standing, own, filed, context),
    quotas: (standing?.quotas ?? []).map((quota) => quotaItem(quota, context)),
    sections: [
      ...kindSections(own, context),
      sumSection(own, context),
      ...accountSections(entries, context),
      ...monthSections(unit, period, context),
      filingsSection(filed, context),
    ],
    note: entries.some(({ hidden }) => hidden !== null) || filed.some(({ submission }) => submission === null) ? ui.hidden.note : null,
    others: others(unit, period, context),
  };
}

function figuresOf(standing: Standing | undefined, entries: readonly Entry[], filed: readonly Filed[], context: Context): Figure[] {
  const { view, ui } = context;
  const shown = view.site.ranking;
  const rank = standing && (shown === 'all' || (shown !== 'none' && standing.rank <= shown)) ? [rankFigure(standing, context)] : [];
  return [
    { label: ui.columns.points, value: written(totalOf(entries)), href: '#sum' },
    ...rank,
    { label: ui.columns.filed, value: String(standing?.filed ?? filed.length), href: '#filings' },
    { label: ui.columns.adopted, value: String(standing?.adopted ?? 0), href: '#filings' },
    { label: ui.columns.yearToDate, value: written(standing?.yearToDate ?? ZERO) },
  ];
}

const rankFigure = ({ rank, tied }: { rank: number; tied: boolean }, { ui }: Context): Figure => ({
  label: ui.columns.rank,
  value: String(rank),
  note: tied ? ui.tied : undefined,
});

function kindSections(entries: readonly Entry[], context: Context): Section[] {
  const { ui } = context;
  return KINDS.flatMap((kind): Section[] => {
    const own = entries.filter((entry) => entry.kind === kind);
    if (own.length === 0) return [];
    const title = ui.journal.section(ui.kinds[kind]);
    return [{ id: kind, title, table: creditTable(`${kind}-table`, title, own, context) }];
  });
}

/** The subtotals of the kinds once more, adding up to the figure of the ranking. */
function sumSection(entries: readonly Entry[], context: Context): Section {
  const { ui } = context;
  if (entries.length === 0) return { id: 'sum', title: ui.journal.sum, text: ui.journal.empty };
  const parts = KINDS.map((kind) => ({ kind, own: entries.filter((entry) => entry.kind === kind) })).filter(({ own }) => own.length > 0);
  const table: Table = {
    id: 'sum-table',
    caption: ui.journal.sumCaption,
    columns: [
      { label: ui.columns.kind, kind: 'text' },
      { label: ui.columns.count, kind: 'number' },
      { label: ui.columns.points, kind: 'number' },
    ],
    head: 0,
    rows: parts.map(({ kind, own }) => ({ cells: [text(ui.kinds[kind], `#${kind}`), count(own.length), amount(totalOf(own))] })),
    foot: [text(ui.total), text(String(entries.length)), text(written(totalOf(entries)))],
  };
  return { id: 'sum', title: ui.journal.sum, table };
}

/** What was booked to accounts other than the points. */
function accountSections(entries: readonly Entry[], context: Context): Section[] {
  const accounts = [...new Set(entries.map(({ account }) => account))].filter((account) => account !== POINTS).sort();
  return accounts.map((account, index): Section => {
    const title = context.ui.journal.other(account);
    const own = entries.filter((entry) => entry.account === account);
    return { id: `account-${index + 1}`, title, table: creditTable(`account-table-${index + 1}`, title, own, context) };
  });
}

/** Month by month, with the year so far: what the cumulative figure of a ranking leads to. */
function monthSections(unit: UnitId, period: Period, context: Context): Section[] {
  const { view, ui } = context;
  if (period.span === 'month') return [];
  const end = period.to < view.asOf ? period.to : view.asOf;
  const months = periodsWithin(yearToDate(period).from, end, 'month').filter((month) => contains(period, month.from));
  const points = (days: Pick<Period, 'from' | 'to'>) => totalOf(pointEntries(within(listIn(view.ofUnit, unit), days)));
  const rows = months.map((month): Row => {
    const hasPage = view.standings.has(month.key) && journalExists(unit, month, context);
    return {
      anchor: monthAnchor(month),
      cells: [
        text(periodName(month, context), hasPage ? unitPeriodPath(unit, month) : undefined),
        amount(points(month)),
        amount(points(yearToDate(month))),
      ],
    };
  });
  const table: Table = {
    id: 'months-table',
    caption: ui.journal.monthsCaption,
    headed: true,
    columns: [
      { label: ui.columns.month, kind: 'text' },
      { label: ui.columns.ofMonth, kind: 'number' },
      { label: ui.columns.yearToDate, kind: 'number' },
    ],
    head: 0,
    rows,
  };
  return [{ id: 'months', title: ui.journal.months, table }];
}

export const journalExists = (unit: UnitId, period: Period, { view }: Context): boolean =>
  view.standings.has(period.key) &&
  (view.rows.get(period.key)?.has(unit) ||
    within(listIn(view.ofUnit, unit), period).length > 0 ||
    within(listIn(view.filings, unit), period).length > 0);

function filingsSection(filed: readonly Filed[], context: Context): Section {
  const { ui } = context;
  const section = { id: 'filings', title: ui.journal.filings };
  return filed.length === 0 ? { ...section, text: ui.journal.filingsEmpty } : { ...section, table: filingsTable(filed, context) };
}

/** A table of filings; with `units`, a column says whose they are. */
export function filingsTable(filed: readonly Filed[], context: Context, units = false): Table {
  const { ui } = context;
  return {
    id: 'filings-table',
    caption: ui.journal.filingsCaption,
    headed: true,
    columns: [
      { label: ui.columns.on, kind: 'day' },
      ...(units ? [{ label: ui.columns.unit, kind: 'word' } as const] : []),
      { label: ui.columns.title, kind: 'text' },
      { label: ui.columns.form, kind: 'word' },
      { label: ui.columns.adopted, kind: 'word' },
    ],
    head: units ? 2 : 1,
    rows: filed.map((one) => filedRow(one, units, context)),
  };
}

function filedRow({ on, unit, submission, barred, adopted }: Filed, units: boolean, context: Context): Row {
  const { ui } = context;
  const first = [text(on), ...(units ? [text(unitShort(unit, context), unitPath(unit))] : [])];
  if (submission === null) return { cells: [...first, muted(ui.hidden.submission), muted(ui.none), muted(ui.none)] };
  const why = barred ? [{ text: reasonWords(barred, context.language, (id) => called(id, context)), tone: 'muted' } as const] : [];
  return {
    cells: [
      ...first,
      { text: submission.title, href: submissionPath(submission.id), lines: why },
      text(submission.form ?? submission.category ?? ui.none),
      adopted ? { text: '', marks: [{ text: ui.journal.adopted, tone: 'good' }] } : muted(ui.journal.notAdopted),
    ],
  };
}

/** The journals of the same unit around this one: the larger periods, the smaller ones, and its neighbours. */
function others(unit: UnitId, period: Period, context: Context): Linked[] {
  const { view } = context;
  const related = view.periods.filter((other) => other.key !== period.key && overlaps(other, period) && journalExists(unit, other, context));
  return related.map((other) => ({ text: periodName(other, context), href: unitPeriodPath(unit, other) }));
}

const overlaps = (a: Period, b: Period): boolean => a.from <= b.to && a.to >= b.from;
