/** 开放数据: the tables that are published, made of the public view and of nothing else. */
import type { OpenTable, RowOf, Value } from '../export/open-data.ts';
import type { TableName } from '../export/open-data-rows.ts';
import { byDay } from '../model/order.ts';
import type { Place } from '../model/place.ts';
import { ZERO } from '../model/points.ts';
import type { PersonId, SubmissionId, UnitId } from '../model/records.ts';
import { openDataWords } from '../words/open-data.ts';
import { reasonWords } from '../words/reasons.ts';
import { ui } from '../words/ui.ts';
import { adoptingOutlets, namedOutlets, unitsOf } from './adopted.ts';
import { type Context, known, listIn, periodName, unitName } from './context.ts';
import { called, pointEntries, totalOf } from './credits.ts';
import { submissionPath } from './links.ts';
import { authorsOf } from './people.ts';
import { shownRows } from './rankingTable.ts';
import type { Entry } from './view.ts';

/** Files are in Chinese, whatever the language of the page. */
const inChinese = ({ view }: Context): Context => ({ view, ui: ui('zh'), language: 'zh' });

/** Which tables there are, in the order in which people look for them. */
export function tablesIn({ view }: Context): TableName[] {
  return [
    'standings',
    'journal',
    'submissions',
    'adoptions',
    'instructions',
    'obligations',
    ...(view.appeals.length > 0 ? (['appeals'] as const) : []),
    'units',
    'outlets',
    ...(view.site.showPeople ? (['people'] as const) : []),
  ];
}

export function openTable(name: TableName, context: Context): OpenTable {
  return { name, title: openDataWords('zh').tables[name].title, rows: MAKERS[name](inChinese(context)) };
}

const MAKERS: { readonly [T in TableName]: (context: Context) => RowOf<T>[] } = {
  units: ({ view }) =>
    [...view.units.values()].map(({ id, name, short, class: kind, parent, from, to, excluded }) => ({
      id,
      name,
      short,
      class: kind,
      parent,
      from,
      to,
      excluded,
    })),
  outlets: outletRows,
  people: peopleRows,
  submissions: submissionRows,
  adoptions: adoptionRows,
  instructions: instructionRows,
  obligations: obligationRows,
  appeals: appealRows,
  journal: ({ view, ...context }) => view.entries.map((entry) => journalRow(entry, { view, ...context })),
  standings: standingsRows,
};

const namesOf = (units: readonly UnitId[], context: Context): string[] => units.map((unit) => unitName(unit, context));
const sourceOf = (at: Place, { view }: Context): string => `${at.file}:${view.lineOf(at)}`;

function outletRows(context: Context): RowOf<'outlets'>[] {
  const counts = new Map(adoptingOutlets(context).map(({ outlet, adoptions }) => [outlet.id, adoptions.length]));
  return namedOutlets(context.view).map(({ id, name, level, channel, print, own }) => ({
    id,
    name,
    level,
    channel,
    print,
    own,
    adoptions: counts.get(id) ?? 0,
  }));
}

/** Those who appear on the site: authors, and who approved something public. */
function peopleRows(context: Context): RowOf<'people'>[] {
  const { view } = context;
  const approvers = [...view.submissions.values()].flatMap(({ approvals }) => (approvals ?? []).flatMap(({ by }) => by ?? []));
  const named = new Set<PersonId>([...authorsOf(context).map(({ id }) => id), ...approvers]);
  return [...view.people.values()]
    .filter(({ id }) => named.has(id))
    .map(({ id, name, unit, roles }) => ({ id, name, unit, unit_name: unitName(unit, context), roles }));
}

function submissionRows(context: Context): RowOf<'submissions'>[] {
  const { view } = context;
  return [...view.submissions.values()].sort(byDay).map((one) => {
    const units = one.units.map(({ unit }) => unit);
    return {
      id: one.id,
      on: one.on,
      title: one.title,
      units,
      unit_names: namesOf(units, context),
      authors: one.authors.map((author) => known(view.people, author).name),
      form: one.form,
      category: one.category,
      stream: one.stream,
      event: one.event,
      length: one.length,
      important: one.important,
      sensitive: one.sensitive,
      answers: one.answers,
      same_as: one.sameAs,
      composite_of: one.compositeOf,
      accepted: seen(one.accepted, context),
      rejected: seen(one.rejected, context),
      adoptions: listIn(view.adoptions, one.id).filter(({ stage }) => stage === '采用').length,
      points: totalOf(pointEntries(listIn(view.ofItem, one.id))),
      link: one.link,
      page: submissionPath(one.id),
      source: sourceOf(one.at, context),
    };
  });
}

/** A day of a record, unless it lies after the day of the data. */
const seen = (day: string | null, { view }: Context): string | null => (day !== null && day <= view.asOf ? day : null);

/** What an adoption or instruction says of its item. */
function itemOf(submission: SubmissionId, context: Context): { title: string; units: UnitId[]; unit_names: string[] } {
  const units = unitsOf(submission, context);
  return { title: known(context.view.submissions, submission).title, units, unit_names: namesOf(units, context) };
}

function adoptionRows(context: Context): RowOf<'adoptions'>[] {
  const { view } = context;
  return [...view.adoptionById.values()].map(({ id, on, submission, outlet, outletClass, stage, form, position, print, reprint, link, at }) => {
    const { name, level } = known(view.outlets, outlet);
    const item = itemOf(submission, context);
    return {
      id,
      on,
      submission,
      ...item,
      outlet,
      outlet_name: name,
      level,
      class: outletClass,
      stage,
      form,
      position,
      print,
      reprint,
      link,
      source: sourceOf(at, context),
    };
  });
}

function instructionRows(context: Context): RowOf<'instructions'>[] {
  return [...context.view.instructionById.values()].map(({ id, on, submission, level, affirmative, at }) => ({
    id,
    on,
    submission,
    ...itemOf(submission, context),
    level,
    affirmative,
    source: sourceOf(at, context),
  }));
}

function obligationRows(context: Context): RowOf<'obligations'>[] {
  const { view } = context;
  const dues = new Map(view.calendar.dues.map((due) => [due.key, due]));
  return [...view.obligations.values()].sort(byDay).map(({ id, kind, title, on, to, due, units, at }) => {
    const owed = dues.get(id);
    const owing = owed?.units.map(({ unit }) => unit) ?? units ?? [];
    const answered = owed?.units.filter(({ state }) => state === 'met' || state === 'late').length ?? 0;
    return {
      id,
      kind,
      title,
      on,
      to,
      due: owed?.due ?? due,
      units: owing,
      unit_names: namesOf(owing, context),
      answered,
      source: sourceOf(at, context),
    };
  });
}

function appealRows(context: Context): RowOf<'appeals'>[] {
  const { view } = context;
  return view.appeals.map(({ id, on, unit, person, item, submission, bulletin, clause, asks, grounds, decision, withdrawn, at }) => ({
    id,
    on,
    unit,
    unit_name: unitName(unit, context),
    person: personName(person, context),
    item,
    title: submission === null ? null : known(view.submissions, submission).title,
    bulletin,
    clause,
    asks,
    grounds,
    decided: decision?.on ?? null,
    result: decision?.result ?? null,
    by: decision === null ? null : (personName(decision.person, context) ?? decision.by),
    reasons: decision?.reasons ?? null,
    changed: decision?.changed ?? [],
    corrected: totalOf(pointEntries(listIn(view.ofAppeal, id))),
    withdrawn,
    source: sourceOf(at, context),
  }));
}

const personName = (person: PersonId | null, { view }: Context): string | null => (person === null ? null : known(view.people, person).name);

function journalRow(entry: Entry, context: Context): RowOf<'journal'> {
  const { on, unit, account, points, kind, policy, clause, item, record, hidden, reason, people, at, line } = entry;
  return {
    on,
    unit,
    unit_name: unitName(unit, context),
    account,
    points,
    kind: context.ui.kinds[kind],
    policy,
    clause,
    item,
    title: item === null ? null : known(context.view.submissions, item).title,
    record,
    reason: hidden === null ? reason.code : null,
    says: hidden === null ? reasonWords(reason, 'zh', (id) => called(id, context)) : null,
    people,
    hidden: hidden !== null,
    source: at === null ? null : `${at.file}:${line}`,
  };
}

function standingsRows(context: Context): RowOf<'standings'>[] {
  const { view } = context;
  return view.periods.flatMap((period) => {
    const { closed, policy, groups } = known(view.standings, period.key);
    return groups.flatMap(({ group, rows }) =>
      shownRows(rows, context).map(({ row, ranked }) => ({
        period_name: periodName(period, context),
        period: period.key,
        from: period.from,
        to: period.to,
        closed,
        policy: policy?.id ?? null,
        group,
        rank: ranked ? row.rank : null,
        tied: ranked ? row.tied : null,
        unit: row.unit,
        unit_name: unitName(row.unit, context),
        points: row.points,
        of_period: row.ofPeriod,
        year_to_date: row.yearToDate,
        deductions: row.deductions,
        filed: row.filed,
        adopted: row.adopted,
        points_adoption: row.byKind.adoption ?? ZERO,
        points_instruction: row.byKind.instruction ?? ZERO,
        points_submission: row.byKind.submission ?? ZERO,
        points_obligation: row.byKind.obligation ?? ZERO,
        points_unit: row.byKind.unit ?? ZERO,
        points_figure: row.byKind.figure ?? ZERO,
        points_incident: row.byKind.incident ?? ZERO,
        adoptions: named(row.adoptions),
      })),
    );
  });
}

const named = (counts: Readonly<Record<string, number>>): Value =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [name === '' ? '未列级' : name, count]));
