/** 全部台账: the credits of all units in a period, so that the totals of a ranking can be followed as its rows can. */
import type { Period } from '../model/period.ts';
import { written } from '../model/points.ts';
import { amount, type Context, home, periodName, stateOf, text, within } from './context.ts';
import { creditTable, KINDS, pointEntries, totalOf } from './credits.ts';
import { filingsTable } from './journal.ts';
import { rankingPath, wholeJournalPath } from './links.ts';
import type { Figure, Headed, Mark, Section } from './shown.ts';
import type { Entry, Filed } from './view.ts';

export interface WholeJournalPage extends Headed {
  readonly state: Mark;
  readonly figures: readonly Figure[];
  readonly sections: readonly Section[];
  readonly note: string | null;
}

/** More rows than this make a page that nobody reads: a period longer than a month then shows its months, and they the rows. */
const MOST = 1500;

export function wholeJournalPage(period: Period, context: Context): WholeJournalPage {
  const { view, ui } = context;
  const name = periodName(period, context);
  const entries = pointEntries(within(view.entries, period));
  const filed = within(view.filed, period);
  return {
    path: wholeJournalPath(period),
    over: view.site.organisation,
    title: ui.journal.whole(name),
    lead: [{ text: ui.ranking.title(name), href: rankingPath(period) }],
    crumbs: [home(context), { text: ui.ranking.index, href: 'ranking/' }, { text: name, href: rankingPath(period) }, { text: ui.journal.over }],
    state: stateOf(period, context),
    figures: [
      { label: ui.columns.points, value: written(totalOf(entries)) },
      { label: ui.columns.count, value: String(entries.length) },
    ],
    sections: isLong(period, entries, filed) ? [monthsSection(period, context)] : [...kindSections(entries, context), ...filings(filed, context)],
    note: entries.some(({ hidden }) => hidden !== null) ? ui.hidden.note : null,
  };
}

/** A long journal is cut into those of its months. */
const isLong = ({ span }: Period, entries: readonly Entry[], filed: readonly Filed[]): boolean =>
  span !== 'month' && entries.length + filed.length > MOST;

/** Where a period's filings stand one by one: on the journal's page, which has no such place where there are none or where it is cut. */
export function filingsPath(period: Period, { view }: Context): string {
  const filed = within(view.filed, period);
  const isThere = filed.length > 0 && !isLong(period, pointEntries(within(view.entries, period)), filed);
  return wholeJournalPath(period, isThere ? 'filings' : undefined);
}

function kindSections(entries: readonly Entry[], context: Context): Section[] {
  const { ui } = context;
  const byKind = Map.groupBy(entries, ({ kind }) => kind);
  return KINDS.flatMap((kind): Section[] => {
    const own = byKind.get(kind);
    const title = ui.journal.section(ui.kinds[kind]);
    return own ? [{ id: kind, title, table: creditTable(`${kind}-table`, title, own, context, { units: true }) }] : [];
  });
}

function filings(filed: readonly Filed[], context: Context): Section[] {
  return filed.length === 0 ? [] : [{ id: 'filings', title: context.ui.journal.filings, table: filingsTable(filed, context, true) }];
}

function monthsSection(period: Period, context: Context): Section {
  const { view, ui } = context;
  const months = view.periods.filter(({ span, from, to }) => span === 'month' && from >= period.from && to <= period.to);
  return {
    id: 'months',
    title: ui.journal.months,
    table: {
      id: 'months-table',
      caption: ui.journal.months,
      headed: true,
      columns: [
        { label: ui.columns.month, kind: 'text' },
        { label: ui.columns.points, kind: 'number' },
      ],
      head: 0,
      rows: months.map((month) => ({
        cells: [
          text(periodName(month, context), wholeJournalPath(month)),
          amount(totalOf(pointEntries(within(view.entries, month))), wholeJournalPath(month)),
        ],
      })),
    },
  };
}
