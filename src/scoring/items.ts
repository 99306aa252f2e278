/** Gathers what is known up to a day into items: a story, the units that share it, and the facts about it in order. */
import type { Day } from '../model/day.ts';
import type { Ledger, Share, Submission, SubmissionId } from '../model/records.ts';
import { type Fact, leadingUnit } from './fact.ts';
import { adoptionFact, figureFact, filingFact, incidentFact, instructionFact } from './facts.ts';
import { type Filing, filingOf } from './filings.ts';
import { obligationFacts } from './obligations.ts';
import type { BookOn } from './rulebook.ts';
import { type Placed, placed, storiesOf } from './stories.ts';

export interface Item {
  /** Null for what concerns no item: a missed obligation, an incident without one. */
  readonly submission: Submission | null;
  readonly shares: readonly Share[];
  readonly facts: Fact[];
}

export interface Gathered {
  readonly items: readonly Item[];
  /** Every filing known, by submission, those that do not count among them. */
  readonly filings: ReadonlyMap<SubmissionId, Filing>;
}

/** Every item of the ledger with its facts up to `asOf`, in the order of ids. */
export function gather(ledger: Ledger, bookOn: BookOn, asOf: Day): Gathered {
  const items = new Map<SubmissionId, Item>();
  for (const submission of ledger.submissions.values()) items.set(submission.id, { submission, shares: submission.units, facts: [] });
  const filings = filingsOf(ledger, bookOn, asOf);
  const loose: Item[] = [];
  for (const { fact, shares } of happened(ledger, filings, bookOn, asOf)) {
    const item = fact.submission && shares === null ? items.get(fact.submission.id) : undefined;
    if (item) item.facts.push(fact);
    else
      loose.push({
        submission: fact.submission,
        shares: shares ?? (fact.unit === null ? [] : [{ unit: fact.unit, mark: null, weight: 1 }]),
        facts: [fact],
      });
  }
  const all = [...items.values(), ...loose];
  for (const { facts } of all) if (facts.length > 1) facts.sort(byDay);
  return { items: all, filings };
}

function filingsOf(ledger: Ledger, bookOn: BookOn, asOf: Day): Map<SubmissionId, Filing> {
  const filings = new Map<SubmissionId, Filing>();
  for (const submission of ledger.submissions.values()) {
    const filing = fileOn(submission, ledger, bookOn, asOf);
    if (filing) filings.set(submission.id, filing);
  }
  return filings;
}

/** Everything that happened by `asOf`. Filings that no rule looks at are left out, unless there is something to say of them. */
function* happened(ledger: Ledger, filings: ReadonlyMap<SubmissionId, Filing>, bookOn: BookOn, asOf: Day): Generator<Placed> {
  const stories = storiesOf(ledger);
  for (const filing of filings.values())
    if (filing.barred || bookOn(filing.on, leadingUnit(filing.submission))?.looksAt('submission'))
      yield { fact: filingFact(filing, bookOn), shares: null };
  for (const record of ledger.adoptions) if (record.on <= asOf) yield* placed(adoptionFact(record, ledger, bookOn), stories);
  for (const record of ledger.instructions) if (record.on <= asOf) yield* placed(instructionFact(record, ledger, bookOn), stories);
  for (const fact of obligationFacts(ledger, filings, bookOn, asOf)) yield { fact, shares: null };
  for (const record of ledger.incidents) if (record.on <= asOf) yield { fact: incidentFact(record, ledger, bookOn), shares: null };
  for (const record of ledger.figures) if (record.on <= asOf) yield { fact: figureFact(record, bookOn), shares: null };
}

function byDay(a: Fact, b: Fact): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.kind !== b.kind) return KIND_ORDER[a.kind] - KIND_ORDER[b.kind];
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

const KIND_ORDER: Record<Fact['kind'], number> = { submission: 0, obligation: 1, adoption: 2, instruction: 3, incident: 4, figure: 5 };

/** The filing of a submission known by `asOf`; null for a composite, or one that is not filed yet. */
function fileOn(submission: Submission, ledger: Ledger, bookOn: BookOn, asOf: Day): Filing | null {
  if (submission.compositeOf.length > 0 || submission.on > asOf) return null;
  const book = bookOn(submission.on, leadingUnit(submission));
  if (book) return filingOf(submission, book, ledger, asOf);
  return { submission, on: submission.on, answers: null, barred: null };
}
