/** 稿件: the list of all public submissions with what it can be filtered by, and the way by months for those without scripts. */
import { type Period, periodOf, type Span } from '../model/period.ts';
import { findWords } from '../words/find.ts';
import { type Context, home, periodName } from './context.ts';
import { monthOfSubmissionsPath } from './links.ts';
import { type ListedData, listedData } from './listed.ts';
import { type Asked, listedRow, PAGE, pageOf } from './listing.ts';
import type { Headed, Linked, Table } from './shown.ts';
import { submissionColumns, submissionMonths } from './submissions.ts';

interface Option {
  readonly value: string;
  readonly text: string;
}

/** A choice among values that the list has; options may stand in groups. */
export interface Filter {
  readonly name: Exclude<keyof Asked, 'q' | 'page'>;
  readonly label: string;
  readonly groups: readonly { readonly label: string | null; readonly options: readonly Option[] }[];
}

export interface SubmissionsIndex extends Headed {
  readonly filters: readonly Filter[];
  readonly counted: string;
  /** The first page of the list. */
  readonly table: Table;
  readonly pages: number;
  readonly months: readonly { readonly title: string; readonly links: readonly Linked[] }[];
  readonly note: string | null;
}

const submissionsPath = 'submissions/';

export function submissionsIndex(context: Context): SubmissionsIndex {
  const { view, ui, language } = context;
  const data = listedData(context);
  const hidden = view.hiddenSubmissions;
  const words = findWords(language).list;
  const { rows, pages } = pageOf(data.rows, 1);
  return {
    path: submissionsPath,
    over: view.site.organisation,
    title: ui.submission.index,
    lead: [{ text: ui.submission.indexLead(view.submissions.size) }],
    crumbs: [home(context), { text: ui.submission.index }],
    filters: filtersOf(data, context).filter(({ groups }) => groups.some(({ options }) => options.length > 0)),
    counted: pages > 1 ? words.shown(data.rows.length, 1, pages) : words.counted(data.rows.length),
    table: {
      id: 'list',
      caption: words.caption,
      headed: true,
      columns: submissionColumns(ui),
      head: 1,
      rows: rows.map((row) => listedRow(row, data, ui)),
    },
    pages: Math.ceil(data.rows.length / PAGE),
    months: monthLinks(context),
    note: hidden === 0 ? null : ui.submission.hiddenCount(hidden),
  };
}

function filtersOf(data: ListedData, context: Context): Filter[] {
  const { view, language } = context;
  const words = findWords(language).list;
  const same = (value: string): Option => ({ value, text: value });
  const filed = new Set(data.units.map(([id]) => id));
  const units = [...view.units.values()].filter(({ id }) => filed.has(id)).map(({ id, short }) => ({ value: id, text: short }));
  const kinds = [...new Set(data.duties.map(([, kind]) => kind))];
  const alone = (options: readonly Option[]): Filter['groups'] => [{ label: null, options }];
  return [
    { name: 'unit', label: words.unit, groups: alone(units) },
    { name: 'form', label: words.form, groups: alone(data.forms.map(same)) },
    { name: 'class', label: words.class, groups: alone(data.classes.map(same)) },
    {
      name: 'adopted',
      label: words.adopted,
      groups: alone([
        { value: 'yes', text: words.adoptedYes },
        { value: 'no', text: words.adoptedNo },
      ]),
    },
    { name: 'period', label: words.period, groups: periodGroups(context) },
    { name: 'duty', label: words.duty, groups: alone(kinds.map(same)) },
  ];
}

const SPANS: readonly Span[] = ['year', 'half-year', 'quarter', 'month'];

/** The periods in which something was filed, the longest kind first, the latest first. */
function periodGroups(context: Context): Filter['groups'] {
  const days = [...context.view.submissions.values()].map(({ on }) => on);
  return SPANS.map((span) => {
    const periods = new Map(days.map((day): [string, Period] => keyed(periodOf(day, span))));
    const latest = [...periods.values()].sort((a, b) => (a.from < b.from ? 1 : -1));
    return { label: context.ui.spans[span], options: latest.map((period) => ({ value: period.key, text: periodName(period, context) })) };
  });
}

const keyed = (period: Period): [string, Period] => [period.key, period];

/** The months of each year, with how many were filed in each. */
function monthLinks(context: Context): SubmissionsIndex['months'] {
  const years = Map.groupBy(submissionMonths(context), ({ month }) => month.key.slice(0, 4));
  return [...years].map(([, own]) => ({
    title: periodName(periodOf((own[0] as (typeof own)[number]).month.from, 'year'), context),
    links: own.map(({ month, submissions }) => ({
      text: `${periodName(month, context)}${context.ui.aside(String(submissions.length))}`,
      href: monthOfSubmissionsPath(month),
    })),
  }));
}
