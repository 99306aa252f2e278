/** What must be true of a record beside the registers and the records it names; the list reads as our promises. */
import type { Day } from '../model/day.ts';
import { type InService, serves } from '../model/recorded.ts';
import type { Adoption, Incident, Instruction, Obligation, Submission } from '../model/records.ts';
import type { Draft } from './draft.ts';
import type { Registers } from './registers.ts';

/** What a check may look at besides the record itself. */
export interface Known {
  readonly registers: Registers;
  readonly submissions: ReadonlyMap<string, Submission>;
  readonly obligations: ReadonlyMap<string, Obligation>;
}

type Check<T> = (record: T, own: Draft, known: Known) => void;

export const submissionChecks: readonly Check<Submission>[] = [
  unitsAndAuthorsServedOnTheDayOfFiling,
  authorsBelongToTheFilingUnits,
  itLiesInItsUnitsFolder,
  itAnswersAnObligationOfItsOwnUnit,
  itsReviewFollowsItsFiling,
];
export const adoptionChecks: readonly Check<Adoption>[] = [
  nothingIsAdoptedBeforeItIsFiled,
  theOutletExistedOnTheDay,
  theMediumIsAsTheRegisterSays,
  theEditionIsNamedWhereEditionsDiffer,
];
export const instructionChecks: readonly Check<Instruction>[] = [nothingIsInstructedBeforeItIsFiled];
export const incidentChecks: readonly Check<Incident>[] = [theUnitExistedOnTheDay];

/** Runs every check over a record; what they notice is on the draft. */
export function examine<T>(checks: readonly Check<T>[], record: T, own: Draft, known: Known): void {
  for (const check of checks) check(record, own, known);
}

interface Serving extends InService {
  readonly name: string;
}

function note(what: 'unit' | 'person' | 'outlet', { name, from, to }: Serving, on: Day, own: Draft, path: readonly (string | number)[]): void {
  own.note(path, { code: 'ledger/not-in-service', what, named: name, on, from, to });
}

function unitsAndAuthorsServedOnTheDayOfFiling(submission: Submission, own: Draft, { registers }: Known): void {
  const { units, authors, on } = submission;
  units.forEach((share, index) => {
    const unit = registers.units.get(share.unit);
    if (unit && !serves(unit, on)) note('unit', unit, on, own, unitPath(submission, index));
  });
  authors.forEach((author, index) => {
    const person = registers.people.get(author);
    if (person && !serves(person, on)) note('person', person, on, own, ['authors', index]);
  });
}

const unitPath = ({ units }: Submission, index: number): (string | number)[] => (units.length > 1 ? ['units', index] : ['unit']);

function authorsBelongToTheFilingUnits({ authors, units }: Submission, own: Draft, { registers }: Known): void {
  authors.forEach((author, index) => {
    const person = registers.people.get(author);
    if (!person || units.some(({ unit }) => unit === person.unit || registers.units.get(unit)?.parent === person.unit)) return;
    own.note(['authors', index], {
      code: 'ledger/author-of-another-unit',
      person: person.name,
      unit: registers.units.get(person.unit)?.name ?? person.unit,
    });
  });
}

/** data/submissions/<unit>/…: the folder of the leading unit, so that a reviewer sees from the path whose record it is. */
function itLiesInItsUnitsFolder({ at, units, compositeOf }: Submission, own: Draft, { registers }: Known): void {
  const [, , folder] = at.file.split('/');
  const leading = units[0]?.unit;
  if (compositeOf.length > 0 || leading === undefined || !registers.units.has(leading) || folder === leading) return;
  own.note([], { code: 'ledger/wrong-folder', expected: `data/submissions/${leading}/` });
}

function itAnswersAnObligationOfItsOwnUnit({ answers, units, on }: Submission, own: Draft, { obligations, registers }: Known): void {
  const obligation = answers === null ? undefined : obligations.get(answers);
  if (!obligation) return;
  if (on < obligation.on) own.note(['answers'], { code: 'ledger/answers-before-set', obligation: obligation.id, set: obligation.on });
  if (obligation.units === null || units.some(({ unit }) => obligation.units?.includes(unit))) return;
  const owed_by = obligation.units.map((unit) => registers.units.get(unit)?.name ?? unit);
  own.note(['answers'], { code: 'ledger/answers-another-units-obligation', obligation: obligation.id, owed_by });
}

/** Filed, returned, revised, returned again …, accepted or rejected: each no earlier than the one before. */
function itsReviewFollowsItsFiling({ on, rounds, accepted, rejected }: Submission, own: Draft): void {
  if (rounds.length === 0 && accepted === null && rejected === null) return;
  let last = on;
  const follows = (day: Day | null, ...path: (string | number)[]): void => {
    if (day === null) return;
    if (day < last) own.note(path, { code: 'ledger/review-order', earlier: last, later: day });
    last = day;
  };
  for (const [index, { returned, revised }] of rounds.entries()) {
    follows(returned, 'rounds', index, 'returned');
    follows(revised, 'rounds', index, 'revised');
  }
  follows(accepted, 'accepted');
  follows(rejected, 'rejected');
}

function nothingIsAdoptedBeforeItIsFiled({ submission, on }: Adoption, own: Draft, { submissions }: Known): void {
  const filed = submissions.get(submission)?.on;
  if (filed !== undefined && on < filed) own.note(['on'], { code: 'ledger/event-before-filing', event: 'adoption', on, filed });
}

function theOutletExistedOnTheDay({ outlet, on }: Adoption, own: Draft, { registers }: Known): void {
  const named = registers.outlets.get(outlet);
  if (named && !serves(named, on)) note('outlet', named, on, own, ['outlet']);
}

function theMediumIsAsTheRegisterSays({ outlet, print }: Adoption, own: Draft, { registers }: Known): void {
  const registered = registers.outlets.get(outlet);
  if (registered && registered.print !== print)
    own.note(['print'], { code: 'ledger/medium-contradicts-register', outlet: registered.name, registered: registered.print });
}

function theEditionIsNamedWhereEditionsDiffer({ outlet }: Adoption, own: Draft, { registers }: Known): void {
  const named = registers.outlets.get(outlet);
  if (!named?.editions) return;
  const editions = [...registers.outlets.values()].filter(({ parent }) => parent === named.id).map(({ name }) => name);
  own.note(['outlet'], { code: 'ledger/edition-needed', outlet: named.name, editions });
}

function nothingIsInstructedBeforeItIsFiled({ submission, on }: Instruction, own: Draft, { submissions }: Known): void {
  const filed = submissions.get(submission)?.on;
  if (filed !== undefined && on < filed) own.note(['on'], { code: 'ledger/event-before-filing', event: 'instruction', on, filed });
}

export function theUnitExistedOnTheDay({ unit, on }: Pick<Incident, 'unit' | 'on'>, own: Draft, { registers }: Known): void {
  const named = registers.units.get(unit);
  if (named && !serves(named, on)) note('unit', named, on, own, ['unit']);
}
