/** A fact is what happened to an item or a unit on a day; rules look at its attributes. */
import { type Day, daysBetween } from '../model/day.ts';
import type { Place } from '../model/place.ts';
import type { Adoption, Incident, Instruction, Ledger, Obligation, Outlet, Person, Submission, Unit, UnitFigure, UnitId } from '../model/records.ts';
import type { Attributes } from '../policy/conditions.ts';
import type { Policy } from '../policy/policy.ts';
import type { Reason } from './credit.ts';

interface Happened {
  /** The day to which it is booked. */
  readonly on: Day;
  readonly id: string;
  readonly at: Place;
  /** The item that it concerns; null for what concerns a unit alone. */
  readonly submission: Submission | null;
  /** The unit that it concerns; null where it concerns all units of the item. */
  readonly unit: UnitId | null;
  /** The ordinance in force on the day. */
  readonly policy: Policy | null;
  /** Why it can't count whatever the rules say; null if it can. */
  readonly barred: Reason | null;
}

export type Fact = Happened &
  (
    | { readonly kind: 'submission'; readonly record: Submission; readonly answers: Answer | null }
    | { readonly kind: 'adoption'; readonly record: Adoption; readonly outlet: Outlet; readonly class: string | null }
    | { readonly kind: 'instruction'; readonly record: Instruction }
    | { readonly kind: 'obligation'; readonly record: Obligation; readonly outcome: Outcome; readonly due: Day | null }
    | { readonly kind: 'incident'; readonly record: Incident }
    | { readonly kind: 'figure'; readonly record: UnitFigure }
  );

/** How an obligation went for a unit. 逾期 is the late answer itself; the miss is 未按时, booked at the deadline. */
export type Outcome = '按时' | '逾期' | '未按时';

/** What a filing answers, and whether in time. */
export interface Answer {
  readonly kind: Obligation['kind'];
  readonly timely: boolean;
  /** Days after the deadline; 0 in time. */
  readonly daysLate: number;
}

/** The unit whose item it is first of all. */
export const leadingUnit = ({ units }: Submission): UnitId | undefined => units[0]?.unit;

/** What scoring needs to know of the ledger besides the facts themselves. */
export type Registers = Pick<Ledger, 'site' | 'units' | 'people' | 'outlets' | 'obligations'>;

type Value = ReturnType<Attributes>;
/** The class, under the ordinance of the fact, of the outlet that an item is meant for. */
export type TargetClass = (submission: Submission) => string | null;
type Answers<T> = Readonly<Record<string, (of: T, registers: Registers) => Value | undefined>>;

/** The attributes of a unit in a year: what `each`, `subjects` and quota tables look at. */
export const unitAttributes =
  (unit: Unit, year: number | null = null): Attributes =>
  (name) =>
    name === 'unit' ? unit.name : name === 'unit_class' ? unit.class : name === 'year' ? year : null;

/** The attributes of a fact as it concerns a unit. What the fact itself does not say, the item is asked for; figures go by their names. */
export function factAttributes(fact: Fact, registers: Registers, unit: UnitId, targetClass: TargetClass): Attributes {
  return (name) => {
    const own = ownAttribute(fact, name, registers);
    if (own !== undefined) return own;
    if (name === 'year') return Number(fact.on.slice(0, 4));
    const concerned = registers.units.get(unit);
    if (concerned && (name === 'unit' || name === 'unit_class')) return unitAttributes(concerned)(name);
    return fact.submission ? submissionAttribute(fact.submission, name, registers, targetClass) : null;
  };
}

/** What a submission says of an attribute. */
export function submissionAttribute(submission: Submission, name: string, registers: Registers, targetClass: TargetClass): Value {
  if (name === 'target_class') return targetClass(submission);
  return OF_SUBMISSION[name]?.(submission, registers) ?? submission.figures[name] ?? null;
}

/** What the fact itself says of an attribute; undefined where the item has to be asked. */
function ownAttribute(fact: Fact, name: string, registers: Registers): Value | undefined {
  switch (fact.kind) {
    case 'submission':
      return OF_FILING[name]?.(fact, registers);
    case 'adoption':
      return OF_ADOPTION[name]?.(fact, registers) ?? fact.record.figures[name];
    case 'instruction':
      return OF_INSTRUCTION[name]?.(fact.record, registers);
    case 'obligation':
      return name === 'kind' ? fact.record.kind : name === 'outcome' ? fact.outcome : undefined;
    case 'incident':
      return name === 'kind' || name === 'count' ? fact.record[name] : undefined;
    case 'figure':
      return name === 'figure' ? fact.record.name : name === 'value' ? fact.record.value : undefined;
  }
}

type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

const OF_FILING: Answers<FactOf<'submission'>> = {
  answers: ({ answers }) => answers?.kind ?? null,
  timely: ({ answers }) => answers?.timely ?? null,
  days_late: ({ answers }) => answers?.daysLate ?? null,
};

const OF_ADOPTION: Answers<FactOf<'adoption'>> = {
  class: (fact) => fact.class,
  outlet: ({ outlet }) => outlet.name,
  line: ({ outlet }, { outlets }) => lineOf(outlet, outlets).name,
  level: ({ outlet }) => outlet.level,
  channel: ({ outlet }) => outlet.channel,
  own: ({ outlet }) => outlet.own,
  form: ({ record }) => record.form,
  print: ({ record }) => record.print,
  reprint: ({ record }) => record.reprint,
  outlet_barred: ({ outlet, on }) => isBarred(outlet, on),
  stage: ({ record }) => record.stage,
  position: ({ record }) => record.position,
  piece: ({ record }) => record.piece,
  route: ({ record }) => record.route,
  length: ({ record }) => record.length ?? undefined,
  proof_days: ({ record }) => (record.proofOn ? daysBetween(record.on, record.proofOn) : null),
};

const OF_INSTRUCTION: Answers<Instruction> = {
  level: ({ level }) => level,
  rank: ({ rank }) => rank,
  affirmative: ({ affirmative }) => affirmative,
};

const OF_SUBMISSION: Answers<Submission> = {
  form: ({ form }) => form,
  filed_form: ({ form }) => form,
  category: ({ category }) => category,
  stream: ({ stream }) => stream,
  openness: ({ openness }) => openness,
  important: ({ important }) => important,
  sensitive: ({ sensitive }) => sensitive,
  length: ({ length }) => length,
  origin: ({ origin }) => origin,
  topic: ({ topic }) => topic,
  authors: ({ authors }) => authors.length,
  round: ({ rounds }) => rounds.length,
  delay: ({ event, on }) => (event ? daysBetween(event, on) : null),
  author_class: (submission, { people }) => firstAuthor(submission, people)?.class,
  author_roles: (submission, { people }) => firstAuthor(submission, people)?.roles.join('、'),
  author_barred: ({ authors, on }, { people }) => authors.some((author) => isBarred(people.get(author), on)),
  author_age: (submission, { people }) => ageOn(firstAuthor(submission, people)?.born ?? null, submission.on),
};

/** The outlet at the head of an outlet's line: its parent's parent and so on; itself where it has none. */
function lineOf(outlet: Outlet, outlets: Registers['outlets']): Outlet {
  const parent = outlet.parent === null ? undefined : outlets.get(outlet.parent);
  return parent && parent !== outlet ? lineOf(parent, outlets) : outlet;
}

const firstAuthor = ({ authors }: Submission, people: Registers['people']): Person | undefined => people.get(authors[0] ?? '');

const isBarred = (one: Pick<Person, 'barred'> | undefined, on: Day): boolean =>
  one?.barred.some(({ from, to }) => from <= on && (to === null || on <= to)) ?? false;

/** Whole years of age. */
function ageOn(born: Day | null, on: Day): number | null {
  if (born === null) return null;
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5) < born.slice(5) ? years - 1 : years;
}
