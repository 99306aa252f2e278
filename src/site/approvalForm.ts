/** 审批单、审核表、登记表: the form that the ordinance of the day asks for, filled in as far as the record may be shown; boxes for opinions stay empty. */
import type { Submission } from '../model/records.ts';
import { condition } from '../policy/conditions.ts';
import { asList } from '../policy/lists.ts';
import { type Policy, timeline } from '../policy/policy.ts';
import type { ApprovalForm, Condition } from '../policy/written.ts';
import { leadingUnit, unitAttributes } from '../scoring/fact.ts';
import { submissionWords } from '../words/submission.ts';
import { type Context, known, unitName } from './context.ts';
import { clausePath } from './links.ts';
import type { Linked } from './shown.ts';

interface Choice {
  readonly text: string;
  readonly ticked: boolean;
}

export interface FormField {
  readonly label: string;
  readonly kind: 'text' | 'choices' | 'opinion';
  readonly value: string;
  readonly choices: readonly Choice[];
  /** Whether it takes a whole line; others stand two in a line. */
  readonly wide: boolean;
}

export interface FormSheet {
  readonly title: string;
  readonly lead: string;
  readonly clause: Linked;
  readonly note: string | null;
  readonly lines: readonly (readonly FormField[])[];
}

/** The form that goes with a submission; null where the ordinance of its day asks for none. */
export function formOf(submission: Submission, context: Context): FormSheet | null {
  const { view, language } = context;
  const unit = view.units.get(leadingUnit(submission) ?? '');
  if (!unit) return null;
  const bears = (written: Condition | undefined): boolean => condition(written)(unitAttributes(unit));
  const policy = timeline(view.policies)(submission.on, ({ subjects }) => bears(subjects));
  const form = policy?.approval_forms.find(({ each }) => bears(each));
  if (!policy || !form) return null;
  const clause = clauseOf(form, policy);
  return {
    title: form.title,
    lead: submissionWords(language).formLead(policy.title, clause.text),
    clause,
    note: form.note ?? null,
    lines: inLines(form.fields.map((field) => fieldOf(field, submission, context))),
  };
}

const clauseOf = ({ clause }: ApprovalForm, { id }: Policy): Linked => {
  const [first = ''] = asList(clause);
  return { text: first, href: clausePath(id, first) };
};

type Written = ApprovalForm['fields'][number];

function fieldOf({ label, holds, choices = [], other }: Written, submission: Submission, context: Context): FormField {
  const value = holds === undefined || holds === 'opinion' ? '' : HELD[holds](submission, context);
  if (choices.length === 0 && other === undefined)
    return { label, kind: holds === 'opinion' ? 'opinion' : 'text', value, choices: [], wide: holds === 'opinion' || holds === 'title' };
  const ticked = choices.map((text): Choice => ({ text, ticked: text === value }));
  const rest: Choice[] = other === undefined ? [] : [{ text: other, ticked: value !== '' && !choices.includes(value) }];
  return { label, kind: 'choices', value: rest[0]?.ticked ? value : '', choices: [...ticked, ...rest], wide: true };
}

type Held = Exclude<NonNullable<Written['holds']>, 'opinion'>;

const HELD: Readonly<Record<Held, (submission: Submission, context: Context) => string>> = {
  title: ({ title }) => title,
  units: ({ units }, context) => units.map(({ unit }) => unitName(unit, context)).join(context.ui.list),
  authors: ({ authors }, { view, ui }) => authors.map((author) => known(view.people, author).name).join(ui.list),
  filed: ({ on }) => on,
  event: ({ event }) => event ?? '',
  form: ({ form }) => form ?? '',
  category: ({ category }) => category ?? '',
  stream: ({ stream }) => stream ?? '',
  openness: ({ openness }) => openness,
  target: ({ target }, { view }) => (target === null ? '' : known(view.outlets, target).name),
  length: ({ length }, { ui }) => (length === null ? '' : ui.submission.characters(length)),
};

/** Short fields stand two in a line where they follow one another. */
function inLines(fields: readonly FormField[]): FormField[][] {
  const lines: FormField[][] = [];
  for (const field of fields) {
    const last = lines.at(-1);
    if (!field.wide && last?.length === 1 && last[0]?.wide === false) last.push(field);
    else lines.push([field]);
  }
  return lines;
}
