/** 任务的完成情况: what each obligation came to for each unit that owed it. */
import type { Day } from '../model/day.ts';
import { serves } from '../model/recorded.ts';
import type { Ledger, Obligation, Submission, SubmissionId, UnitId } from '../model/records.ts';
import { dueDayOf, missedOn } from './deadlines.ts';
import type { Fact, Outcome } from './fact.ts';
import type { Filing } from './filings.ts';
import type { BookOn, Rulebook } from './rulebook.ts';

/** What each obligation came to, for each unit that owed it, as far as it is known by `asOf`. */
export function* obligationFacts(ledger: Ledger, filings: ReadonlyMap<SubmissionId, Filing>, bookOn: BookOn, asOf: Day): Generator<Fact> {
  for (const { obligation, unit, answer, book } of owedObligations(ledger, filings, bookOn, asOf))
    yield* outcomesFor(obligation, unit, answer, { ledger, book, bookOn, asOf });
}

/** An obligation of one unit, and the first valid filing that answers it. */
export interface Owed {
  readonly obligation: Obligation;
  readonly unit: UnitId;
  readonly answer: Filing | null;
  /** The ordinance under which it was set. */
  readonly book: Rulebook;
}

/** Every obligation set by `asOf`, for each unit that owes it. */
export function* owedObligations(ledger: Ledger, filings: ReadonlyMap<SubmissionId, Filing>, bookOn: BookOn, asOf: Day): Generator<Owed> {
  const answers = answersOf(filings);
  for (const obligation of ledger.obligations.values()) {
    const book = bookOn(obligation.on);
    if (!book || obligation.on > asOf) continue;
    for (const unit of owing(obligation, ledger, book)) yield { obligation, unit, answer: answers.get(`${obligation.id} ${unit}`) ?? null, book };
  }
}

/** The units that owe `obligation`: those it names, or every assessed unit in service on its day. */
function owing(obligation: Obligation, ledger: Ledger, book: Rulebook): readonly UnitId[] {
  if (obligation.units) return obligation.units;
  return [...ledger.units.values()].filter((unit) => book.assesses(unit) && serves(unit, obligation.on)).map(({ id }) => id);
}

/** The first valid filing that answers an obligation for a unit. */
function answersOf(filings: ReadonlyMap<SubmissionId, Filing>): Map<string, Filing> {
  const answers = new Map<string, Filing>();
  for (const filing of filings.values()) {
    if (filing.submission.answers === null || filing.barred) continue;
    for (const { unit } of filing.submission.units) {
      const key = `${filing.submission.answers} ${unit}`;
      const known = answers.get(key);
      if (!known || filing.on < known.on || (filing.on === known.on && filing.submission.id < known.submission.id)) answers.set(key, filing);
    }
  }
  return answers;
}

interface Setting {
  readonly ledger: Ledger;
  readonly book: Rulebook;
  readonly bookOn: BookOn;
  readonly asOf: Day;
}

function* outcomesFor(obligation: Obligation, unit: UnitId, answer: Filing | null, { ledger, book, bookOn, asOf }: Setting): Generator<Fact> {
  const due = dueDayOf(obligation, book.policy, ledger.site);
  const lapse = obligation.lapsed.find((entry) => entry.unit === unit)?.on ?? null;
  const fact = (outcome: Outcome, on: Day, submission: Submission | null): Fact => ({
    kind: 'obligation',
    record: obligation,
    outcome,
    due,
    on,
    id: obligation.id,
    at: obligation.at,
    submission,
    unit,
    policy: bookOn(on, unit)?.policy ?? null,
    barred: null,
  });
  const missed = due !== null && (!answer || answer.on > due) ? missedOn(due, book.policy.deadlines[obligation.kind]) : lapse;
  if (answer && missed === null) yield fact('按时', answer.on, answer.submission);
  if (missed !== null && missed <= asOf && (due === null || due <= asOf)) yield fact('未按时', missed, null);
  if (answer && missed !== null) yield fact('逾期', answer.on, answer.submission);
}
