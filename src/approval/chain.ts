/** 审批链: the steps that an item needs under an ordinance, why, and who may take each. */
import type { Day } from '../model/day.ts';
import { serves } from '../model/recorded.ts';
import type { Ledger, Person, Submission, Takers, Unit, Whose } from '../model/records.ts';
import { asList } from '../policy/lists.ts';
import type { Condition } from '../policy/written.ts';
import { leadingUnit } from '../scoring/fact.ts';
import type { Rulebook } from '../scoring/rulebook.ts';

export interface ChainStep {
  readonly step: string;
  readonly clause: string | null;
  /** What of the item asks for it; null where every item needs it. */
  readonly because: Condition | null;
  /** The roles whose holders may take it; empty for a step that its authors take by writing. */
  readonly roles: readonly string[];
  readonly whose: Whose;
  /** Who may take it on the day asked about: in service, and no author of the item, unless the step is the authors' own. */
  readonly people: readonly Person[];
}

type Registered = Pick<Ledger, 'site' | 'units' | 'people'>;

/** The chain that `submission` needs under `book`, for its leading unit; empty where the ordinance has none. */
export const chainFor = (submission: Submission, book: Rulebook, ledger: Registered, on: Day = submission.on): readonly ChainStep[] =>
  chainsIn(ledger)(submission, book, on);

export type Chains = (submission: Submission, book: Rulebook, on?: Day) => readonly ChainStep[];

/** The chains of many submissions; who has which role is looked up once. */
export function chainsIn(ledger: Registered): Chains {
  const holders = new Map<string, Person[]>();
  for (const person of ledger.people.values()) for (const role of new Set(person.roles)) holders.set(role, [...(holders.get(role) ?? []), person]);
  const candidates = ({ roles, whose }: Pick<ChainStep, 'roles' | 'whose'>, { authors }: Submission): ReadonlySet<Person> =>
    new Set(whose === 'authors' ? authors.flatMap((author) => ledger.people.get(author) ?? []) : roles.flatMap((role) => holders.get(role) ?? []));
  return (submission, book, on = submission.on) => {
    const unit = ledger.units.get(leadingUnit(submission) ?? '');
    return (unit === undefined ? [] : book.chainOf(submission, unit)).map(({ step, clause, where, ...written }) => {
      const takers = takersOf(step, { ...written, ...ledger.site.approvals.steps[step] });
      const people = [...candidates(takers, submission)].filter((person) => mayTake(person, takers, submission, ledger, on));
      return { step, clause, because: where, ...takers, people };
    });
  };
}

/** Whoever has the role that is called like the step, unless something else is written. */
const takersOf = (step: string, { roles = [step], whose = 'anyone' }: Takers): Pick<ChainStep, 'roles' | 'whose'> =>
  whose === 'authors' ? { roles: [], whose } : { roles, whose };

/** Whether somebody may take a step of an item on a day. */
export function mayTake(
  person: Person,
  { roles, whose }: Pick<ChainStep, 'roles' | 'whose'>,
  submission: Submission,
  { units }: Pick<Ledger, 'units'>,
  on: Day,
): boolean {
  const isAuthor = submission.authors.includes(person.id);
  if (whose === 'authors') return isAuthor;
  const unit = units.get(person.unit);
  return !isAuthor && serves(person, on) && person.roles.some((role) => roles.includes(role)) && unit !== undefined && isOf(unit, whose, submission);
}

function isOf(unit: Unit, whose: Exclude<Whose, 'authors'>, submission: Submission): boolean {
  if (whose === 'anyone') return true;
  if (whose === 'unit') return unit.id === leadingUnit(submission);
  const isAmong = (wanted: string | readonly string[] | undefined, own: string): boolean => wanted === undefined || asList(wanted).includes(own);
  return isAmong(whose.unit, unit.name) && isAmong(whose.unit_class, unit.class);
}
