/** 媒体: who gets printed where, and the page of each outlet with the titles that it ran. */

import type { Day } from '../model/day.ts';
import { periodOf } from '../model/period.ts';
import type { OutletId, UnitId } from '../model/records.ts';
import { outletWords } from '../words/outlets.ts';
import { type Adopting, adoptingOutlets, type Counted, classesIn, countedAdoptions, unitsOf } from './adopted.ts';
import { type Context, count, home, known, lastMonths, muted, periodName, rate, text, unitName, unitShort } from './context.ts';
import { outletPath, outletsPath, submissionPath, unitPath } from './links.ts';
import type { Cell, Chart, Column, Figure, Headed, Section, Table, Term } from './shown.ts';
import type { PublicAdoption } from './view.ts';

export interface OutletsPage extends Headed {
  readonly note: string | null;
  readonly sections: readonly Section[];
}

export interface OutletPage extends Headed {
  readonly figures: readonly Figure[];
  readonly facts: readonly Term[];
  readonly trend: { readonly table: Table; readonly chart: Chart };
  readonly byUnit: Table;
  readonly months: readonly { readonly id: string; readonly title: string; readonly table: Table }[];
}

export function outletsPage(context: Context): OutletsPage {
  const { view, language } = context;
  const words = outletWords(language);
  const adopting = adoptingOutlets(context);
  const counted = countedAdoptions(context);
  const hidden = counted.filter(({ isHidden }) => isHidden).length;
  const all = counted.length;
  return {
    path: outletsPath,
    over: view.site.organisation,
    title: words.title,
    lead: all === 0 ? [{ text: words.empty }] : [{ text: words.lead(adopting.length, all - hidden) }, { text: words.stage }],
    crumbs: [home(context), { text: words.title }],
    note: hidden === 0 ? null : words.hiddenNote(hidden),
    sections:
      all === 0
        ? []
        : [
            { id: 'classes', title: words.classes, table: classesTable(counted, adopting, context) },
            ...(adopting.length === 0 ? [] : [outletsSection(adopting, context)]),
            ...unitSections(counted, context),
          ],
  };
}

const className = (name: string, { language }: Context): string => (name === '' ? outletWords(language).noClass : name);

/** The class of an outlet: that of its latest public adoption. */
const classOf = ({ adoptions }: Adopting): string => adoptions.at(-1)?.outletClass ?? '';

function classesTable(counted: readonly Counted[], adopting: readonly Adopting[], context: Context): Table {
  const words = outletWords(context.language);
  const { columns } = words;
  const hasHidden = counted.some(({ isHidden }) => isHidden);
  const rows = classesIn(counted, context).map((name) => {
    const own = counted.filter(({ outletClass }) => outletClass === name);
    const hidden = own.filter(({ isHidden }) => isHidden).length;
    const outlets = adopting.filter(({ adoptions }) => adoptions.some(({ outletClass }) => (outletClass ?? '') === name)).length;
    return { cells: [text(className(name, context)), count(outlets), ...shares(own.length, hidden, hasHidden, counted.length, context)] };
  });
  const hidden = counted.filter(({ isHidden }) => isHidden).length;
  return {
    id: 'classes-table',
    caption: words.classesCaption,
    headed: true,
    columns: [
      { label: columns.class, kind: 'text' },
      { label: columns.outlets, kind: 'number' },
      ...(hasHidden ? [{ label: columns.open, kind: 'number' } as const, { label: columns.hidden, kind: 'number' } as const] : []),
      { label: columns.total, kind: 'number' },
      { label: columns.share, kind: 'number' },
    ],
    head: 0,
    rows,
    foot: [text(context.ui.total), text(String(adopting.length)), ...shares(counted.length, hidden, hasHidden, counted.length, context)],
  };
}

const shares = (all: number, hidden: number, hasHidden: boolean, whole: number, context: Context): Cell[] => [
  ...(hasHidden ? [count(all - hidden), count(hidden)] : []),
  count(all),
  text(rate(all, whole, context)),
];

/** More bars than this can't be told apart. */
const MOST_BARS = 12;

function outletsSection(adopting: readonly Adopting[], context: Context): Section {
  const words = outletWords(context.language);
  const [first] = adopting as [Adopting];
  const drawn = Math.min(MOST_BARS, adopting.length);
  return {
    id: 'list',
    title: words.outlets,
    chart: {
      kind: 'bars',
      table: 'list-table',
      label: 0,
      value: 3,
      most: MOST_BARS,
      size: drawn > 8 ? 'middle' : 'small',
      sentence: words.chart(first.outlet.name, first.adoptions.length, drawn),
    },
    table: outletsTable(adopting, context),
  };
}

function outletsTable(adopting: readonly Adopting[], context: Context): Table {
  const { view, ui, language } = context;
  const words = outletWords(language);
  const { columns } = words;
  const year = periodOf(view.asOf, 'year');
  return {
    id: 'list-table',
    caption: words.outletsCaption,
    headed: true,
    columns: [
      { label: columns.outlet, kind: 'text' },
      { label: columns.class, kind: 'word' },
      { label: columns.channel, kind: 'word' },
      { label: columns.total, kind: 'number' },
      { label: columns.year(periodName(year, context)), kind: 'number' },
      { label: columns.units, kind: 'number' },
      { label: columns.latest, kind: 'day' },
    ],
    head: 0,
    rows: adopting.map((one) => {
      const { outlet, adoptions } = one;
      const units = new Set(adoptions.flatMap(({ submission }) => unitsOf(submission, context)));
      return {
        cells: [
          text(outlet.name, outletPath(outlet.id)),
          classOf(one) === '' ? muted(words.noClass) : text(classOf(one)),
          text(channelOf(outlet, ui.levels, context)),
          count(adoptions.length, outletPath(outlet.id)),
          count(adoptions.filter(({ on }) => on >= year.from).length),
          count(units.size),
          text(adoptions.at(-1)?.on ?? ''),
        ],
      };
    }),
  };
}

/** 市 · 报纸 */
function channelOf({ level, channel }: Adopting['outlet'], levels: (level: string) => string, { language }: Context): string {
  if (level === null) return channel;
  return `${level === '未定' ? outletWords(language).undecided : levels(level)} · ${channel}`;
}

/** Units by class: of the running year, and of all years where there were others. */
function unitSections(counted: readonly Counted[], context: Context): Section[] {
  const { view, language } = context;
  const words = outletWords(language);
  const year = periodOf(view.asOf, 'year');
  const ofYear = counted.filter(({ on }) => on >= year.from);
  const tables = [
    ...(ofYear.length === 0 ? [] : [{ id: 'units-year', name: periodName(year, context), own: ofYear }]),
    ...(ofYear.length === counted.length ? [] : [{ id: 'units-all', name: words.all, own: counted }]),
  ];
  return tables.map(({ id, name, own }, index) => ({
    id,
    title: `${words.units}${context.ui.colon}${name}`,
    text: index === 0 ? words.unitsNote : undefined,
    table: unitsTable(`${id}-table`, words.unitsCaption(name), own, context),
  }));
}

function unitsTable(id: string, caption: string, counted: readonly Counted[], context: Context): Table {
  const { view, ui, language } = context;
  const words = outletWords(language);
  const classes = classesIn(counted, context);
  const byUnit = new Map<UnitId, Counted[]>();
  for (const one of counted) for (const unit of one.units) byUnit.set(unit, [...(byUnit.get(unit) ?? []), one]);
  const units = [...view.units.keys()].filter((unit) => byUnit.has(unit));
  const countsOf = (own: readonly Counted[]): Cell[] => [
    ...classes.map((name) => count(own.filter(({ outletClass }) => outletClass === name).length)),
    count(own.length),
  ];
  return {
    id,
    caption,
    headed: true,
    columns: [
      { label: words.columns.unit, kind: 'text' },
      ...classes.map((name): Column => ({ label: className(name, context), kind: 'number' })),
      { label: words.columns.total, kind: 'number' },
    ],
    head: 0,
    rows: units.map((unit) => ({ cells: [text(unitShort(unit, context), unitPath(unit)), ...countsOf(byUnit.get(unit) ?? [])] })),
    foot: [text(ui.total), ...countsOf([...byUnit.values()].flat())],
  };
}

export function outletPage(id: OutletId, context: Context): OutletPage {
  const words = outletWords(context.language);
  const adopting = known(new Map(adoptingOutlets(context).map((one) => [one.outlet.id, one])), id);
  const { outlet, adoptions } = adopting;
  return {
    path: outletPath(id),
    over: channelOf(outlet, context.ui.levels, context),
    title: outlet.name,
    lead: [{ text: words.of(outlet.name) }],
    crumbs: [home(context), { text: words.title, href: outletsPath }, { text: outlet.name }],
    figures: figuresOf(adopting, context),
    facts: factsOf(adopting, context),
    trend: trendOf(adopting, context),
    byUnit: byUnitTable(adopting, context),
    months: monthsOf(outlet.name, adoptions, context),
  };
}

function figuresOf({ adoptions }: Adopting, context: Context): Figure[] {
  const { figures } = outletWords(context.language);
  const year = periodOf(context.view.asOf, 'year');
  return [
    { label: figures.all, value: String(adoptions.length), href: '#months' },
    { label: figures.year, value: String(adoptions.filter(({ on }) => on >= year.from).length), href: '#months' },
    { label: figures.units, value: String(new Set(adoptions.flatMap(({ submission }) => unitsOf(submission, context))).size), href: '#units' },
    { label: figures.latest, value: adoptions.at(-1)?.on ?? context.ui.none },
  ];
}

function factsOf(adopting: Adopting, context: Context): Term[] {
  const { view, ui, language } = context;
  const words = outletWords(language);
  const { level, channel, print, own, parent, from, to, aliases } = adopting.outlet;
  const plain = (term: string, value: string | null): Term[] => (value === null || value === '' ? [] : [{ term, details: [text(value)] }]);
  const above = parent === null ? undefined : adoptingOutlets(context).find(({ outlet }) => outlet.id === parent)?.outlet;
  return [
    ...plain(words.columns.level, level === null ? null : level === '未定' ? words.undecided : ui.levels(level)),
    ...plain(words.columns.channel, channel),
    ...plain(words.medium, print ? words.print : words.online),
    ...plain(words.columns.class, classOf(adopting)),
    ...plain(words.own, own ? words.ownYes : null),
    ...(above === undefined ? [] : [{ term: words.parent, details: [text(above.name, outletPath(above.id))] }]),
    ...plain(words.aliases, aliases.join(ui.list)),
    ...plain(words.served, from === null && to === null ? null : words.service(from ?? view.site.since ?? '', to ?? '')),
  ];
}

function trendOf({ outlet, adoptions }: Adopting, context: Context): OutletPage['trend'] {
  const { ui } = context;
  const words = outletWords(context.language);
  const byMonth = Map.groupBy(adoptions, ({ on }) => on.slice(0, 7));
  const months = lastMonths(12, context).map((month) => ({ month, adopted: byMonth.get(month.key)?.length ?? 0 }));
  const best = months.reduce((most, one) => (one.adopted > most.adopted ? one : most));
  const total = months.reduce((sum, { adopted }) => sum + adopted, 0);
  return {
    table: {
      id: 'trend',
      caption: words.trend,
      headed: true,
      columns: [
        { label: words.columns.month, kind: 'text' },
        { label: words.columns.count, kind: 'number' },
      ],
      head: 0,
      rows: months.map(({ month, adopted }) => ({
        cells: [
          { text: periodName(month, context), brief: ui.monthBrief(Number(month.key.slice(5))) },
          count(adopted, adopted === 0 ? undefined : `#${anchorOf(month.key)}`),
        ],
      })),
    },
    chart: {
      kind: 'trend',
      table: 'trend',
      label: 0,
      value: 1,
      most: 12,
      size: 'small',
      sentence: total === 0 ? words.trendEmpty(outlet.name) : words.trendSays(outlet.name, total, periodName(best.month, context), best.adopted),
    },
  };
}

const anchorOf = (month: string): string => `month-${month}`;

function byUnitTable({ outlet, adoptions }: Adopting, context: Context): Table {
  const { view, language } = context;
  const words = outletWords(language);
  const year = periodOf(view.asOf, 'year');
  const rows = [...view.units.keys()].flatMap((unit) => {
    const own = adoptions.filter(({ submission }) => unitsOf(submission, context).includes(unit));
    return own.length === 0 ? [] : [{ unit, own }];
  });
  rows.sort((a, b) => b.own.length - a.own.length);
  return {
    id: 'units-table',
    caption: words.byUnitCaption(outlet.name),
    headed: true,
    columns: [
      { label: words.columns.unit, kind: 'text' },
      { label: words.columns.count, kind: 'number' },
      { label: words.columns.year(periodName(year, context)), kind: 'number' },
      { label: words.columns.latest, kind: 'day' },
    ],
    head: 0,
    rows: rows.map(({ unit, own }) => ({
      cells: [
        text(unitName(unit, context), unitPath(unit)),
        count(own.length),
        count(own.filter(({ on }) => on >= year.from).length),
        text(own.at(-1)?.on ?? ''),
      ],
    })),
  };
}

/** The titles, month by month, the latest first. */
function monthsOf(outlet: string, adoptions: readonly PublicAdoption[], context: Context): OutletPage['months'] {
  const words = outletWords(context.language);
  const months = [...Map.groupBy([...adoptions].reverse(), ({ on }) => on.slice(0, 7))];
  return months.map(([key, own]) => {
    const name = periodName(periodOf(`${key}-01` as Day, 'month'), context);
    return {
      id: anchorOf(key),
      title: words.ofMonth(name, own.length),
      table: titlesTable(`titles-${key}`, words.ofMonthCaption(outlet, name), own, context),
    };
  });
}

function titlesTable(id: string, caption: string, adoptions: readonly PublicAdoption[], context: Context): Table {
  const { view, ui, language } = context;
  const { columns } = outletWords(language);
  return {
    id,
    caption,
    headed: true,
    columns: [
      { label: columns.day, kind: 'day' },
      { label: columns.title, kind: 'text' },
      { label: columns.unit, kind: 'text' },
      { label: columns.details, kind: 'text' },
    ],
    head: 1,
    rows: adoptions.map(({ on, submission, form, position, reprint, link }) => {
      const details = [form, position, reprint ? ui.submission.reprint : null].filter((detail) => detail !== null).join(ui.list);
      return {
        cells: [
          text(on),
          text(known(view.submissions, submission).title, submissionPath(submission)),
          text(
            unitsOf(submission, context)
              .map((unit) => unitShort(unit, context))
              .join(ui.list),
          ),
          details === '' && link === null ? muted(ui.none) : { text: details === '' ? ui.submission.link : details, href: link ?? undefined },
        ],
      };
    }),
  };
}
