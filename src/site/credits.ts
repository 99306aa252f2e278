/** 计分明细 as tables: when, for what, by which clause, how much, and why not more. */
import { isZero, type Points, sum, written } from '../model/points.ts';
import { POINTS, type RecordKind } from '../scoring/credit.ts';
import { reasonWords } from '../words/reasons.ts';
import { type Context, change, known, muted, unitShort } from './context.ts';
import { clausePath, outletPath, sourceHref, submissionPath, unitPath } from './links.ts';
import type { Cell, Column, Linked, Row, Table } from './shown.ts';
import type { Entry } from './view.ts';

export const KINDS: readonly RecordKind[] = ['adoption', 'instruction', 'submission', 'obligation', 'unit', 'figure', 'incident'];

export const totalOf = (entries: readonly Entry[]): Points => sum(entries.map(({ points }) => points));

/** The entries of the account that rankings are made of. */
export const pointEntries = (entries: readonly Entry[]): readonly Entry[] => entries.filter(({ account }) => account === POINTS);

/** A table of entries with its total at the foot. With `units`, a column says whose they are. */
export function creditTable(
  id: string,
  caption: string,
  entries: readonly Entry[],
  context: Context,
  show: { units?: boolean; total?: string } = {},
): Table {
  const { ui } = context;
  const units = show.units ?? false;
  const columns: Column[] = [
    { label: ui.columns.on, kind: 'day' },
    ...(units ? [{ label: ui.columns.unit, kind: 'word' } as const] : []),
    { label: ui.columns.what, kind: 'text' },
    { label: ui.columns.clause, kind: 'text' },
    { label: ui.columns.points, kind: 'number' },
  ];
  const blanks = Array.from({ length: columns.length - 2 }, () => ({ text: '' }));
  return {
    id,
    caption,
    headed: true,
    columns,
    head: units ? 2 : 1,
    rows: entries.map((entry) => creditRow(entry, units, context)),
    foot: [{ text: show.total ?? ui.subtotal }, ...blanks, { text: written(totalOf(entries)) }],
  };
}

function creditRow(entry: Entry, units: boolean, context: Context): Row {
  const unit: Cell[] = units ? [{ text: unitShort(entry.unit, context), href: unitPath(entry.unit) }] : [];
  return {
    cells: [
      { text: entry.on, lines: sourceLines(entry, context) },
      ...unit,
      whatFor(entry, context),
      clauseCell(entry, context),
      change(entry.points),
    ],
    tone: isZero(entry.points) ? 'muted' : undefined,
  };
}

/** What an entry was given for: the item or assignment, what happened to it, and why it counts as it does. */
function whatFor(entry: Entry, context: Context): Cell {
  const { view, ui } = context;
  if (entry.hidden !== null) return { text: ui.hidden[entry.hidden], lines: reasonLines(entry, context), tone: 'muted' };
  const happened = happening(entry.kind, entry.record as string, entry, context);
  const lines = reasonLines(entry, context);
  if (entry.item === null) return { text: happened, lines };
  return {
    text: known(view.submissions, entry.item).title,
    href: submissionPath(entry.item),
    lines: [{ text: happened, href: ranAt(entry, context) }, ...lines],
  };
}

const ranAt = ({ kind, record }: Entry, context: Context): string | undefined =>
  kind === 'adoption' && record !== null ? adoptingOutletPath(record, context) : undefined;

/** The page of the outlet that ran something; what was only forwarded leads nowhere. */
export function adoptingOutletPath(adoption: string, { view }: Context): string | undefined {
  const found = view.adoptionById.get(adoption);
  return found?.stage === '采用' ? outletPath(found.outlet) : undefined;
}

/** What happened, in a few words. */
function happening(kind: Entry['kind'], record: string, { rule, policy }: Entry, context: Context): string {
  const { view, ui } = context;
  switch (kind) {
    case 'adoption':
      return adoptionWords(record, context);
    case 'instruction':
      return instructionWords(record, context);
    case 'obligation':
      return known(view.obligations, record).title;
    case 'incident':
      return ui.incident(known(view.incidentById, record).kind);
    case 'figure':
      return figureWords(known(view.figureById, record));
    case 'submission':
      return ui.kinds.submission;
    case 'unit':
      return view.policies.find(({ id }) => id === policy)?.duties[rule as string]?.title ?? ui.base;
  }
}

const figureWords = ({ name, value }: { name: string; value: number }): string => `${name} ${value}`;

/** 湛江日报采用(简讯). */
export function adoptionWords(id: string, { view, ui }: Context): string {
  const adoption = view.adoptionById.get(id);
  if (!adoption) return ui.another;
  const outlet = known(view.outlets, adoption.outlet).name;
  const details = [adoption.form, adoption.position, adoption.reprint ? ui.submission.reprint : null].filter((detail) => detail !== null);
  const happened = adoption.stage === '上报' ? ui.submission.forwarded(outlet) : ui.submission.adopted(outlet);
  return details.length === 0 ? happened : `${happened}${ui.aside(details.join(ui.list))}`;
}

export function instructionWords(id: string, { view, ui }: Context): string {
  const instruction = view.instructionById.get(id);
  if (!instruction) return ui.another;
  const words = ui.submission.instructed(ui.levels(instruction.level));
  return instruction.affirmative ? `${words}${ui.aside(ui.submission.affirmative)}` : words;
}

/** How a record is called where another entry speaks of it. */
export function called(id: string, context: Context): string {
  const { view, ui } = context;
  if (view.adoptionById.has(id)) return adoptionWords(id, context);
  if (view.instructionById.has(id)) return instructionWords(id, context);
  const incident = view.incidentById.get(id);
  return view.submissions.get(id)?.title ?? view.obligations.get(id)?.title ?? (incident ? ui.incident(incident.kind) : ui.another);
}

/** That a clause gave its points needs no words; everything else does. */
function reasonLines({ reason }: Entry, context: Context): Linked[] {
  if (reason.code === 'counted' || reason.code === 'base') return [];
  return [{ text: reasonWords(reason, context.language, (id) => called(id, context)), tone: 'muted' }];
}

function sourceLines({ at, line }: Entry, { view, ui }: Context): Linked[] {
  const href = at && sourceHref(view.site.repository, at, line);
  return href ? [{ text: ui.journal.source, href, tone: 'muted' }] : [];
}

/** The clause with its words; the whole text and the chosen readings are where it leads. */
function clauseCell({ policy, clause }: Pick<Entry, 'policy' | 'clause'>, { view, ui }: Context): Cell {
  if (policy === null) return muted(ui.none);
  if (clause === null) return { text: ui.uncovered, href: clausePath(policy, null), tone: 'muted' };
  const words = view.policies.find(({ id }) => id === policy)?.clauses[clause];
  return { text: clause, href: clausePath(policy, clause), lines: words === undefined ? [] : [{ text: words, tone: 'muted', short: true }] };
}
