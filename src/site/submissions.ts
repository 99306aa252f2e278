/** 稿件: the public ones by month, and the page of one with what became of it, what it earned and what it did not, and why. */
import type { Day } from '../model/day.ts';
import { byDay } from '../model/order.ts';
import { type Period, periodOf } from '../model/period.ts';
import { written } from '../model/points.ts';
import type { Obligation, Submission, SubmissionId } from '../model/records.ts';
import { filingWords } from '../words/filing.ts';
import { appealSteps, appealsOfSubmission } from './appeals.ts';
import { type FormSheet, formOf } from './approvalForm.ts';
import { chainOf, type Step } from './chain.ts';
import { amount, type Context, home, known, listIn, muted, periodName, sourceCell, text, unitName, unitShort } from './context.ts';
import { creditTable } from './credits.ts';
import { gitFacts } from './gitFacts.ts';
import { filingPath, monthOfSubmissionsPath, outletPath, personPath, submissionPath, unitPath } from './links.ts';
import { latestFirst, pointsOfItem } from './listed.ts';
import { dutyQuery } from './listing.ts';
import type { Cell, Column, Headed, Section, Table, Term } from './shown.ts';

export interface SubmissionsPage extends Headed {
  readonly table: Table;
}

export interface SubmissionPage extends Headed {
  readonly facts: readonly Term[];
  readonly chain: readonly Step[];
  readonly git: readonly Term[];
  /** Null where the ordinance of the day asks for none. */
  readonly form: FormSheet | null;
  readonly sections: readonly Section[];
}

/** The months in which something public was filed, with what was filed. */
export function submissionMonths(context: Context): { month: Period; submissions: Submission[] }[] {
  const byMonth = Map.groupBy(latestFirst(context), ({ on }) => on.slice(0, 7));
  return [...byMonth].map(([key, submissions]) => ({ month: periodOf(`${key}-01` as Day, 'month'), submissions }));
}

export function submissionMonthPage(month: Period, submissions: readonly Submission[], context: Context): SubmissionsPage {
  const { view, ui } = context;
  const name = periodName(month, context);
  return {
    path: monthOfSubmissionsPath(month),
    over: view.site.organisation,
    title: ui.submission.ofMonth(name),
    lead: [{ text: ui.pieces(submissions.length) }],
    crumbs: [home(context), { text: ui.submission.index, href: 'submissions/' }, { text: name }],
    table: submissionsTable('month', ui.submission.ofMonth(name), submissions, context),
  };
}

/** The columns of every list of submissions. */
export const submissionColumns = (ui: Context['ui']): Column[] => [
  { label: ui.columns.on, kind: 'day' },
  { label: ui.columns.title, kind: 'text' },
  { label: ui.columns.unit, kind: 'text' },
  { label: ui.columns.form, kind: 'word' },
  { label: ui.columns.outlets, kind: 'text' },
  { label: ui.columns.points, kind: 'number' },
];

function submissionsTable(id: string, caption: string, submissions: readonly Submission[], context: Context): Table {
  const { ui } = context;
  return {
    id,
    caption,
    headed: true,
    columns: submissionColumns(ui),
    head: 1,
    rows: submissions.map((submission) => ({
      cells: [
        text(submission.on),
        text(submission.title, submissionPath(submission.id)),
        text(submission.units.map(({ unit }) => unitShort(unit, context)).join(ui.list)),
        text(submission.form ?? submission.category ?? ui.none),
        outletsCell(submission, context),
        amount(pointsOfItem(submission.id, context), `${submissionPath(submission.id)}#credits`),
      ],
    })),
  };
}

function outletsCell({ id }: Submission, { view, ui }: Context): Cell {
  const outlets = listIn(view.adoptions, id)
    .filter(({ stage }) => stage === '采用')
    .map(({ outlet }) => outlet);
  if (outlets.length === 0) return muted(ui.none);
  return { text: '', links: [...new Set(outlets)].map((outlet) => ({ text: known(view.outlets, outlet).name, href: outletPath(outlet) })) };
}

export function submissionPage(id: SubmissionId, context: Context): SubmissionPage {
  const { view, ui } = context;
  const submission = known(view.submissions, id);
  const month = periodOf(submission.on, 'month');
  const filing = filingWords(context.language);
  return {
    path: submissionPath(id),
    over: submission.units.map(({ unit }) => unitName(unit, context)).join(ui.list),
    title: submission.title,
    lead: [
      { text: ui.submission.filed(submission.on) },
      { text: ui.submission.earned(written(pointsOfItem(id, context))), href: '#credits' },
      { text: filing.recordAdoption, href: filingPath({ kind: 'adoption', submission: id }) },
      { text: filing.recordInstruction, href: filingPath({ kind: 'instruction', submission: id }) },
    ],
    crumbs: [
      home(context),
      { text: ui.submission.index, href: 'submissions/' },
      { text: periodName(month, context), href: monthOfSubmissionsPath(month) },
      { text: submission.title },
    ],
    facts: factsOf(submission, context),
    chain: [...chainOf(submission, context), ...appealSteps(id, context)].sort(byDay),
    git: gitFacts(id, context),
    form: formOf(submission, context),
    sections: [creditsSection(id, context), ...appealsOfSubmission(id, context)],
  };
}

function creditsSection(id: SubmissionId, context: Context): Section {
  const { view, ui } = context;
  const entries = listIn(view.ofItem, id);
  const section = { id: 'credits', title: ui.submission.credits };
  if (entries.length === 0) return { ...section, text: ui.submission.noCredits };
  const table = creditTable('credits-table', ui.submission.creditsCaption, entries, context, { units: true, total: ui.submission.total });
  return { ...section, table: { ...table, rows: table.rows.map(({ cells, ...row }) => ({ ...row, cells: cells.map(withoutTitle(id)) })) } };
}

/** On its own page an item need not be named in every row: what happened to it takes the first line. */
const withoutTitle =
  (id: SubmissionId) =>
  (cell: Cell): Cell => {
    const [happened, ...rest] = cell.lines ?? [];
    return cell.href === submissionPath(id) && happened ? { text: happened.text, href: happened.href, lines: rest } : cell;
  };

function factsOf(submission: Submission, context: Context): Term[] {
  const { view, ui } = context;
  const { form, category, stream, event, length, openness, link } = submission;
  const plain = (term: string, value: string | null | undefined): Term[] => (value ? [{ term, details: [text(value)] }] : []);
  const many = (term: string, details: readonly Cell[]): Term[] => (details.length === 0 ? [] : [{ term, details }]);
  const marks = [submission.important ? ui.submission.important : null, submission.sensitive ? ui.submission.sensitive : null].filter(
    (mark) => mark !== null,
  );
  return [
    ...many(
      ui.submission.units,
      submission.units.map(({ unit, mark }) => text(`${unitName(unit, context)}${mark === null ? '' : ui.aside(mark)}`, unitPath(unit))),
    ),
    ...many(
      ui.submission.authors,
      submission.authors.map((author) => text(known(view.people, author).name, personPath(author))),
    ),
    ...plain(ui.submission.form, form),
    ...plain(ui.submission.category, category),
    ...plain(ui.submission.stream, stream),
    ...plain(ui.submission.event, event),
    ...plain(ui.submission.length, length === null ? null : ui.submission.characters(length)),
    ...plain(ui.submission.target, submission.target === null ? null : known(view.outlets, submission.target).name),
    ...plain(ui.submission.openness, openness),
    ...plain(ui.submission.marks, marks.join(ui.list)),
    ...many(ui.submission.answers, answered(submission, context)),
    ...many(
      ui.submission.composite,
      submission.compositeOf.map((part) => itemLink(part, context)),
    ),
    ...many(ui.submission.sameAs, submission.sameAs === null ? [] : [itemLink(submission.sameAs, context)]),
    ...many(ui.submission.link, link === null ? [] : [text(link, link)]),
    ...many(ui.submission.record, [sourceCell(submission.at, context)]),
  ];
}

const itemLink = (id: SubmissionId, { view }: Context): Cell => text(known(view.submissions, id).title, submissionPath(id));

function answered({ answers }: Submission, { view }: Context): Cell[] {
  const obligation: Obligation | undefined = answers === null ? undefined : view.obligations.get(answers);
  return obligation ? [text(`${obligation.kind} · ${obligation.title}`, dutyQuery(obligation.id))] : [];
}
