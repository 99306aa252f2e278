/** From records to facts: each with the ordinance in force on its day, and what bars it. */
import type { Adoption, Incident, Instruction, Ledger, Outlet, Submission, UnitFigure } from '../model/records.ts';
import type { Reason } from './credit.ts';
import { type Fact, leadingUnit } from './fact.ts';
import { excluded, type Filing, unapproved } from './filings.ts';
import type { BookOn, Rulebook } from './rulebook.ts';

export function filingFact({ submission, on, answers, barred }: Filing, bookOn: BookOn): Fact {
  return {
    kind: 'submission',
    record: submission,
    answers,
    on,
    id: submission.id,
    at: submission.at,
    submission,
    unit: null,
    policy: bookOn(on, leadingUnit(submission))?.policy ?? null,
    barred,
  };
}

export function adoptionFact(record: Adoption, ledger: Ledger, bookOn: BookOn): Fact {
  const submission = ledger.submissions.get(record.submission) as Submission;
  const outlet = ledger.outlets.get(record.outlet) as Outlet;
  const book = bookOn(record.on, leadingUnit(submission));
  const common = {
    on: record.on,
    id: record.id,
    at: record.at,
    submission,
    unit: null,
    policy: book?.policy ?? null,
    barred: barredBy(submission, book, ledger),
  };
  return { kind: 'adoption', record, outlet, class: book?.classOf(outlet) ?? null, ...common };
}

export function instructionFact(record: Instruction, ledger: Ledger, bookOn: BookOn): Fact {
  const submission = ledger.submissions.get(record.submission) as Submission;
  const book = bookOn(record.on, leadingUnit(submission));
  return {
    kind: 'instruction',
    record,
    on: record.on,
    id: record.id,
    at: record.at,
    submission,
    unit: null,
    policy: book?.policy ?? null,
    barred: barredBy(submission, book, ledger),
  };
}

function barredBy(submission: Submission, book: Rulebook | null, ledger: Ledger): Reason | null {
  if (!book) return null;
  const { inForce } = book.policy;
  if (inForce.judgedBy === 'filing' && submission.on < inForce.from) return { code: 'filed-before-ordinance' };
  return unapproved(submission, book, ledger) ?? excluded(submission, book);
}

export function incidentFact(record: Incident, ledger: Ledger, bookOn: BookOn): Fact {
  const submission = record.submission === null ? null : (ledger.submissions.get(record.submission) ?? null);
  return {
    kind: 'incident',
    record,
    on: record.on,
    id: record.id,
    at: record.at,
    submission,
    unit: record.unit,
    policy: bookOn(record.on, record.unit)?.policy ?? null,
    barred: null,
  };
}

export function figureFact(record: UnitFigure, bookOn: BookOn): Fact {
  return {
    kind: 'figure',
    record,
    on: record.on,
    id: record.id,
    at: record.at,
    submission: null,
    unit: record.unit,
    policy: bookOn(record.on, record.unit)?.policy ?? null,
    barred: null,
  };
}
