/** 报送: which submissions count as filed under an ordinance, on which day, and why others do not. */
import { type Day, daysBetween } from '../model/day.ts';
import type { Approval, Ledger, Submission } from '../model/records.ts';
import type { Reason } from './credit.ts';
import { dueDayOf } from './deadlines.ts';
import type { Answer } from './fact.ts';
import type { Rulebook } from './rulebook.ts';

export interface Filing {
  readonly submission: Submission;
  /** The day on which it counts. */
  readonly on: Day;
  readonly answers: Answer | null;
  /** Why it does not count; null if it does. */
  readonly barred: Reason | null;
}

/** How `submission` stands as a filing under `book`, by what is known up to `asOf`. A composite is no filing of its own. */
export function filingOf(submission: Submission, book: Rulebook, ledger: Ledger, asOf: Day): Filing {
  const accepted = seen(submission.accepted, asOf);
  const on = book.policy.filings.dated === 'accepted' && accepted ? accepted : submission.on;
  return {
    submission,
    on,
    answers: answerOf(submission, on, book, ledger),
    barred: unapproved(submission, book, ledger) ?? excluded(submission, book) ?? unaccepted(submission, book, asOf),
  };
}

/** The ledger without the approvals that were given after `asOf`. One without a day was given with the record. */
export function approvedBy(ledger: Ledger, asOf: Day): Ledger {
  const isSeen = ({ on }: Approval): boolean => on === null || on <= asOf;
  const late = [...ledger.submissions.values()].filter(({ approvals }) => approvals?.every(isSeen) === false);
  if (late.length === 0) return ledger;
  const submissions = new Map(ledger.submissions);
  for (const submission of late) submissions.set(submission.id, { ...submission, approvals: submission.approvals?.filter(isSeen) ?? null });
  return { ...ledger, submissions };
}

/** The missing steps of the approval chain as a reason, where the ordinance makes points depend on it. */
export function unapproved(submission: Submission, book: Rulebook, ledger: Ledger): Reason | null {
  if (submission.approvals === null || book.policy.filings.unapproved === 'counts') return null;
  const missing = missingSteps(submission, book, ledger);
  return missing.length === 0 ? null : { code: 'unapproved', missing };
}

/** The steps of the chain that the record does not show. */
function missingSteps(submission: Submission, book: Rulebook, ledger: Ledger): string[] {
  const unit = ledger.units.get(submission.units[0]?.unit ?? '');
  const done = new Set(submission.approvals?.map(({ step }) => step));
  return unit ? book.stepsFor(submission, unit).filter((step) => !done.has(step)) : [];
}

/** Content that the ordinance does not count. */
export const excluded = (submission: Submission, book: Rulebook): Reason | null => (book.excludes(submission) ? { code: 'excluded-content' } : null);

function unaccepted(submission: Submission, book: Rulebook, asOf: Day): Reason | null {
  if (seen(submission.rejected, asOf)) return { code: 'rejected' };
  const rounds = submission.rounds.filter(({ returned }) => returned <= asOf);
  if (rounds.length === 0) return null;
  if (!seen(submission.accepted, asOf)) return { code: 'returned' };
  const allowed = book.policy.filings.revisions;
  return allowed !== undefined && rounds.length > allowed ? { code: 'too-many-revisions', allowed } : null;
}

function answerOf(submission: Submission, on: Day, book: Rulebook, ledger: Ledger): Answer | null {
  const obligation = submission.answers === null ? undefined : ledger.obligations.get(submission.answers);
  if (!obligation) return null;
  const due = dueDayOf(obligation, book.policy, ledger.site);
  const daysLate = due === null ? 0 : Math.max(0, daysBetween(due, on));
  return { kind: obligation.kind, timely: daysLate === 0, daysLate };
}

const seen = (day: Day | null, asOf: Day): Day | null => (day !== null && day <= asOf ? day : null);
