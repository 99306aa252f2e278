/** A fact is what happened to an item or a unit on a day; rules look at its attributes. */
import type { Day } from '../model/day.ts';
import type { Place } from '../model/place.ts';
import type { Adoption, Incident, Instruction, Ledger, Obligation, Outlet, Submission, Unit, UnitId } from '../model/records.ts';
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
  );

/** How an obligation went for a unit. 逾期 is the late answer itself; the miss is 未按时, booked at the deadline. */
export type Outcome = '按时' | '逾期' | '未按时';

/** What a filing answers, and whether in time. */
export interface Answer {
  readonly kind: Obligation['kind'];
  readonly timely: boolean;
}

type Value = ReturnType<Attributes>;

/** The attributes of a unit: what `each`, `subjects` and quota tables look at. */
export const unitAttributes =
  (unit: Unit): Attributes =>
  (name) =>
    name === 'unit' ? unit.name : name === 'unit_class' ? unit.class : null;

/** The attributes of a fact as it concerns `unit`. */
export function factAttributes(fact: Fact, unit: Unit | undefined, targetClass: (submission: Submission) => string | null): Attributes {
  return (name) => {
    const own = ownAttribute(fact, name);
    if (own !== undefined) return own;
    if (unit && (name === 'unit' || name === 'unit_class')) return unitAttributes(unit)(name);
    return fact.submission ? submissionAttribute(fact.submission, name, targetClass) : null;
  };
}

/** What the fact itself says of an attribute; undefined where the item has to be asked. */
function ownAttribute(fact: Fact, name: string): Value | undefined {
  switch (fact.kind) {
    case 'submission':
      return name === 'answers' ? (fact.answers?.kind ?? null) : name === 'timely' ? (fact.answers?.timely ?? null) : undefined;
    case 'adoption':
      return adoptionAttribute(fact.record, fact.outlet, fact.class, name);
    case 'instruction':
      return name === 'level' || name === 'rank' || name === 'affirmative' ? fact.record[name] : undefined;
    case 'obligation':
      return name === 'kind' ? fact.record.kind : name === 'outcome' ? fact.outcome : undefined;
    case 'incident':
      return name === 'kind' || name === 'count' ? fact.record[name] : undefined;
  }
}

function adoptionAttribute(adoption: Adoption, outlet: Outlet, outletClass: string | null, name: string): Value | undefined {
  switch (name) {
    case 'class':
      return outletClass;
    case 'outlet':
      return outlet.name;
    case 'level':
    case 'channel':
    case 'own':
      return outlet[name];
    case 'form':
    case 'print':
    case 'reprint':
    case 'stage':
    case 'position':
      return adoption[name];
    case 'length':
      return adoption.length ?? undefined;
    default:
      return undefined;
  }
}

/** What a submission says of an attribute. */
export function submissionAttribute(submission: Submission, name: string, targetClass: (submission: Submission) => string | null): Value {
  switch (name) {
    case 'form':
    case 'filed_form':
      return submission.form;
    case 'category':
    case 'stream':
    case 'openness':
    case 'important':
    case 'sensitive':
    case 'length':
      return submission[name];
    case 'authors':
      return submission.authors.length;
    case 'target_class':
      return targetClass(submission);
    default:
      return null;
  }
}

/** What scoring needs to know of the ledger besides the facts themselves. */
export type Registers = Pick<Ledger, 'site' | 'units' | 'people' | 'outlets' | 'obligations'>;
