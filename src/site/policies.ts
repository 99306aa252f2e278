/** 办法: the ordinance clause by clause, each with what it gives rise to and how it is read where it leaves something open. */
import { asList } from '../policy/lists.ts';
import type { Policy } from '../policy/policy.ts';
import { conditionWords } from '../words/ordinance/amounts.ts';
import { rulesOf } from '../words/ordinance/rules.ts';
import type { RuleWords } from '../words/ordinance/said.ts';
import { type Context, home, policiesInOrder, sourceCell, text } from './context.ts';
import { anchorOf, clausePath } from './links.ts';
import type { Cell, Headed, Mark, Term } from './shown.ts';

export interface PoliciesPage extends Headed {
  readonly policies: readonly Cell[];
}

export interface Reading {
  readonly id: string;
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly mark: Mark }[];
  readonly because: string | undefined;
}

export interface Clause {
  readonly anchor: string;
  readonly name: string;
  readonly text: string;
  readonly rules: readonly { readonly kind: string; readonly cell: Cell }[];
  readonly readings: readonly Reading[];
}

export interface PolicyPage extends Headed {
  readonly state: Mark;
  readonly facts: readonly Term[];
  readonly outlets: readonly Term[];
  readonly clauses: readonly Clause[];
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

/** The first day of the ordinance that takes the place of this one; null where there is none. */
function successorOf({ inForce }: Policy, { view }: Context): string | null {
  const later = view.policies.map((policy) => policy.inForce.from).filter((from) => from > inForce.from);
  return later.sort()[0] ?? null;
}

function stateOf(policy: Policy, context: Context): Mark {
  const { view, ui } = context;
  const { from, to } = policy.inForce;
  if (from > view.asOf) return { text: ui.policy.future, tone: 'wait' };
  const successor = successorOf(policy, context);
  const isFormer = (to !== null && to < view.asOf) || (successor !== null && successor <= view.asOf);
  return isFormer ? { text: ui.policy.former, tone: 'quiet' } : { text: ui.policy.current, tone: 'good' };
}

function forceOf(policy: Policy, context: Context): string {
  const { ui } = context;
  const successor = successorOf(policy, context);
  const own = ui.policy.from(policy.inForce.from, policy.inForce.to);
  return successor === null ? own : `${own}${ui.comma}${ui.policy.superseded(successor)}`;
}

export function policyPage(id: string, context: Context): PolicyPage {
  const { view, ui } = context;
  const policy = view.policies.find((one) => one.id === id) as Policy;
  return {
    path: clausePath(id, null),
    over: policy.issuer ?? view.site.organisation,
    title: policy.title,
    lead: policy.number === undefined ? [] : [{ text: policy.number }],
    crumbs: [home(context), { text: ui.policy.index, href: 'policies/' }, { text: policy.title }],
    state: stateOf(policy, context),
    facts: factsOf(policy, context),
    outlets: Object.entries(policy.outlets).map(([term, condition]) => ({ term, details: [text(conditionWords(condition, ui))] })),
    clauses: clausesOf(policy, context),
  };
}

function factsOf(policy: Policy, context: Context): Term[] {
  const { ui } = context;
  const term = (label: string, value: string | undefined): Term[] =>
    value === undefined || value === '' ? [] : [{ term: label, details: [text(value)] }];
  return [
    ...term(ui.policy.inForce, forceOf(policy, context)),
    ...term(ui.policy.issuer, policy.issuer),
    ...term(ui.policy.interpreter, policy.interpreter),
    ...term(ui.policy.note, policy.note),
    { term: ui.policy.file, details: [sourceCell(policy.at, context)] },
  ];
}

function clausesOf(policy: Policy, { ui }: Context): Clause[] {
  const rules = rulesOf(policy, ui);
  const readings = Object.entries(policy.readings);
  return Object.entries(policy.clauses).map(([name, words]) => ({
    anchor: anchorOf(name),
    name,
    text: words,
    rules: rules.filter(({ clauses }) => clauses[0] === name).map((rule) => ruleCell(rule, ui)),
    readings: readings.filter(([, { clause }]) => asList(clause)[0] === name).map(([id, reading]) => readingOf(id, reading, ui)),
  }));
}

const ruleCell = ({ kind, text: said, lines }: RuleWords, ui: Context['ui']): Clause['rules'][number] => ({
  kind: ui.rules.kinds[kind],
  cell: { text: said, lines: lines.map((line) => ({ text: line, tone: 'muted' })) },
});

function readingOf(id: string, { question, chosen, because, options }: Policy['readings'][string], ui: Context['ui']): Reading {
  return {
    id,
    question,
    because,
    options: Object.entries(options).map(([option, { says }]) => ({
      text: says,
      mark: option === chosen ? { text: ui.policy.chosen, tone: 'good' } : { text: ui.policy.other, tone: 'quiet' },
    })),
  };
}
