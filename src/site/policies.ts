/** 办法: the list of ordinances, and each of them clause by clause: its text, what follows from it, how it is read, how often it was used. */
import type { Suite } from '../cases/suite.ts';
import type { Policy } from '../policy/policy.ts';
import type { RuleWords } from '../words/ordinance/said.ts';
import { type ClauseSheet, changeWords, type ReadingSheet, sheetOf } from '../words/ordinance/sheet.ts';
import type { Grid } from '../words/ordinance/tables.ts';
import { type Context, home, policiesInOrder, sourceCell, text } from './context.ts';
import { anchorOf, clausePath } from './links.ts';
import { casesOf, casesSection } from './policyCases.ts';
import { forceOf, historyOf, stateOf } from './policyHistory.ts';
import { usesOf } from './policyUses.ts';
import type { Cell, Headed, Linked, Mark, Section, Table, Term } from './shown.ts';

export interface PoliciesPage extends Headed {
  readonly policies: readonly Cell[];
}

export interface Reading {
  readonly id: string;
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly mark: Mark; readonly changes: readonly string[] }[];
  readonly because: string | undefined;
}

export interface Clause {
  readonly anchor: string;
  readonly name: string;
  readonly text: string;
  readonly rules: readonly { readonly kind: string; readonly cell: Cell }[];
  /** How often it was used, and the cases that prove it. */
  readonly notes: readonly Linked[];
  readonly readings: readonly Reading[];
}

export interface PolicyPage extends Headed {
  readonly state: Mark;
  readonly facts: readonly Term[];
  readonly outlets: readonly Term[];
  /** Points and quotas as tables. */
  readonly tables: readonly Table[];
  readonly clauses: readonly Clause[];
  /** What holds without a clause of its own. */
  readonly general: readonly Clause['rules'][number][];
  /** The clauses that people carry out. */
  readonly uncomputed: readonly Linked[];
  readonly sections: readonly Section[];
}

export function policiesPage(context: Context): PoliciesPage {
  const { view, ui } = context;
  return {
    path: 'policies/',
    over: view.site.organisation,
    title: ui.policy.index,
    lead: [{ text: ui.policy.indexLead }],
    crumbs: [home(context), { text: ui.policy.index }],
    policies: policiesInOrder(context).map((policy) => ({
      text: policy.title,
      href: clausePath(policy.id, null),
      marks: [stateOf(policy, context)],
      lines: [{ text: [policy.issuer, policy.number, forceOf(policy, context)].filter(Boolean).join(' · '), tone: 'muted' }],
    })),
  };
}

/** The page of one ordinance; `suite` are its cases, if they have been run. */
export function policyPage(id: string, context: Context, suite: Suite | null = null): PolicyPage {
  const { view, ui } = context;
  const policy = view.policies.find((one) => one.id === id) as Policy;
  const sheet = sheetOf(policy, ui);
  const notesOf = noting(policy, context, suite);
  return {
    path: clausePath(id, null),
    over: policy.issuer ?? view.site.organisation,
    title: policy.title,
    lead: policy.number === undefined ? [] : [{ text: policy.number }],
    crumbs: [home(context), { text: ui.policy.index, href: 'policies/' }, { text: policy.title }],
    state: stateOf(policy, context),
    facts: factsOf(policy, context),
    outlets: sheet.outlets.map(({ name, words }) => ({ term: name, details: [text(words)] })),
    tables: sheet.tables.map((grid) => tableOf(grid, id, context)),
    clauses: sheet.clauses.map((clause) => clauseOf(clause, notesOf(clause), ui)),
    general: sheet.general.map((rule) => ruleCell(rule, ui)),
    uncomputed: sheet.uncomputed.map((name) => ({ text: name, href: clausePath(id, name) })),
    sections: casesSection(suite, context),
  };
}

function factsOf(policy: Policy, context: Context): Term[] {
  const { ui } = context;
  const term = (label: string, value: string | undefined): Term[] =>
    value === undefined || value === '' ? [] : [{ term: label, details: [text(value)] }];
  return [
    ...term(ui.policy.inForce, forceOf(policy, context)),
    ...historyOf(policy, context),
    ...term(ui.policy.issuer, policy.issuer),
    ...term(ui.policy.interpreter, policy.interpreter),
    ...term(ui.policy.note, policy.note),
    { term: ui.policy.file, details: [sourceCell(policy.at, context)] },
  ];
}

/** A clause in the first column leads to its text. */
const tableOf = ({ id, title, heads, rows, numbers }: Grid, policy: string, { ui }: Context): Table => ({
  id,
  caption: title,
  columns: heads.map((label, index) => ({ label, kind: numbers.includes(index) ? 'number' : 'text' })),
  head: 1,
  rows: rows.map(([clause = '', ...cells]) => ({
    cells: [{ text: clause, href: clausePath(policy, clause.split(ui.list)[0] as string) }, ...cells.map((cell) => text(cell))],
  })),
});

/** What there is to say beside a clause from which something follows. */
function noting(policy: Policy, context: Context, suite: Suite | null): (clause: ClauseSheet) => Linked[] {
  const uses = usesOf(policy.id, context);
  return ({ name, rules, also }) => [
    ...also.map((other) => ({ text: context.ui.policy.also(other), href: clausePath(policy.id, other) })),
    ...(rules.some(({ kind }) => GIVING.includes(kind)) || uses.has(name) ? [{ text: uses.get(name) ?? context.ui.policy.unused }] : []),
    ...casesOf(name, policy.id, suite, context),
  ];
}

/** The parts of an ordinance that are there to give or take points; duties may, and often only count. */
const GIVING: readonly RuleWords['kind'][] = ['rule', 'base', 'conversion'];

const clauseOf = ({ name, text: words, rules, readings }: ClauseSheet, notes: readonly Linked[], ui: Context['ui']): Clause => ({
  anchor: anchorOf(name),
  name,
  text: words,
  rules: rules.map((rule) => ruleCell(rule, ui)),
  notes,
  readings: readings.map((reading) => readingOf(reading, ui)),
});

const ruleCell = ({ kind, text: said, lines }: RuleWords, ui: Context['ui']): Clause['rules'][number] => ({
  kind: ui.rules.kinds[kind],
  cell: { text: said, lines: lines.map((line) => ({ text: line, tone: 'muted' })) },
});

const readingOf = ({ id, question, because, options }: ReadingSheet, ui: Context['ui']): Reading => ({
  id,
  question,
  because: because ?? undefined,
  options: options.map(({ says, chosen, changes }) => ({
    text: says,
    mark: chosen ? { text: ui.policy.chosen, tone: 'good' } : { text: ui.policy.other, tone: 'quiet' },
    changes: changes.map((change) => changeWords(change, ui)),
  })),
});
