/** 数据质量: what the build found, with its place and its remedy, as far as the public may know it. */
import { statusWords } from '../words/status.ts';
import { openAppeals } from './appeals.ts';
import { type Context, home, muted, text } from './context.ts';
import type { Cell, Figure, Headed, Section, Table } from './shown.ts';
import { leftOut, unverified } from './statusTables.ts';
import type { PublicFinding } from './view.ts';

export interface StatusPage extends Headed {
  readonly figures: readonly Figure[];
  /** The heading above what was found. */
  readonly heading: string;
  readonly summary: string;
  readonly table: Table | null;
  readonly note: string | null;
  /** What was left out, and what could not be verified. */
  readonly sections: readonly Section[];
}

export function statusPage(context: Context): StatusPage {
  const { view, ui } = context;
  const errors = view.findings.filter(({ severity }) => severity === 'error').length;
  return {
    path: 'status/',
    over: view.site.organisation,
    title: ui.status.title,
    lead: [{ text: ui.status.lead }],
    crumbs: [home(context), { text: ui.status.title }],
    figures: [
      { label: ui.status.figures.units, value: String(view.units.size), href: 'units/' },
      { label: ui.status.figures.submissions, value: String(view.submissions.size), href: 'submissions/' },
      { label: ui.status.figures.adoptions, value: String(view.adoptionById.size) },
      { label: ui.status.figures.credits, value: String(view.entries.length) },
    ],
    heading: statusWords(context.language).findings,
    summary: view.findings.length === 0 ? ui.status.clean : ui.status.counts(errors, view.findings.length - errors),
    note: errors === 0 ? null : ui.status.errorNote,
    table: view.findings.length === 0 ? null : findingsTable(context),
    sections: [leftOut(context), unverified(context), ...openAppeals(context)],
  };
}

function findingsTable(context: Context): Table {
  const { view, ui } = context;
  return {
    id: 'findings',
    caption: ui.status.caption,
    headed: true,
    columns: [
      { label: ui.columns.severity, kind: 'text' },
      { label: ui.columns.where, kind: 'text' },
      { label: ui.columns.finding, kind: 'text' },
      { label: ui.columns.code, kind: 'text' },
    ],
    head: 1,
    rows: view.findings.map((finding) => ({ cells: cellsOf(finding, context) })),
  };
}

function cellsOf({ code, severity, where, href, words }: PublicFinding, { ui, language }: Context): Cell[] {
  const said = words?.[language];
  return [
    { text: '', marks: [{ text: ui.status[severity], tone: severity === 'error' ? 'bad' : 'wait' }] },
    text(where, href),
    said ? { text: said.what, lines: [{ text: said.remedy, tone: 'muted' }] } : muted(ui.status.withheld),
    text(code),
  ];
}
