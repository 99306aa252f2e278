/** Gathers what is known up to a day into items: a story, the units that share it, and the facts about it in order. */
import type { Day } from '../model/day.ts';
import type { Adoption, Instruction, Ledger, Obligation, Share, Submission, SubmissionId, UnitId } from '../model/records.ts';
import type { Reason } from './credit.ts';
import { dueDayOf, missedOn } from './deadlines.ts';
import type { Fact, Outcome } from './fact.ts';
import { type Filing, filingOf, unapproved } from './filings.ts';
import type { Rulebook } from './rulebook.ts';

export interface Item {
  /** Null for what concerns no item: a missed obligation, an incident without one. */
  readonly submission: Submission | null;
  readonly shares: readonly Share[];
  readonly facts: Fact[];
}

/** The rulebook of the ordinance in force on a day. */
export type BookOn = (on: Day) => Rulebook | null;

/** Every item of the ledger with its facts up to `asOf`, in the order of ids; and the filings that count, by submission. */
export function gather(ledger: Ledger, bookOn: BookOn, asOf: Day): { items: Item[]; filings: Map<SubmissionId, Filing> } {
  const items = new Map<SubmissionId, Item>();
  const loose: Item[] = [];
  const filings = new Map<SubmissionId, Filing>();
  const stories = storiesOf(ledger);

  for (const submission of ledger.submissions.values()) {
    const item: Item = { submission, shares: submission.units, facts: [] };
    items.set(submission.id, item);
    const filing = fileOn(submission, ledger, bookOn, asOf);
    if (filing) filings.set(submission.id, filing);
    if (filing && (filing.barred || bookOn(filing.on)?.looksAt('submission'))) item.facts.push(filingFact(filing, bookOn));
  }
  for (const record of ledger.adoptions) if (record.on <= asOf) place(adoptionFact(record, ledger, bookOn), items, loose, stories);
  for (const record of ledger.instructions) if (record.on <= asOf) place(instructionFact(record, ledger, bookOn), items, loose, stories);
  for (const fact of obligationFacts(ledger, filings, bookOn, asOf)) attach(fact, items, loose);
  for (const record of ledger.incidents) {
    if (record.on > asOf) continue;
    const submission = record.submission === null ? null : (ledger.submissions.get(record.submission) ?? null);
    attach(
      {
        kind: 'incident',
        record,
        on: record.on,
        id: record.id,
        at: record.at,
        submission,
        unit: record.unit,
        policy: bookOn(record.on)?.policy ?? null,
        barred: null,
      },
      items,
      loose,
    );
  }
  const all = [...items.values(), ...loose];
  for (const { facts } of all) if (facts.length > 1) facts.sort(byDay);
  return { items: all, filings };
}

function byDay(a: Fact, b: Fact): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.kind !== b.kind) return KIND_ORDER[a.kind] - KIND_ORDER[b.kind];
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

const KIND_ORDER: Record<Fact['kind'], number> = { submission: 0, obligation: 1, adoption: 2, instruction: 3, incident: 4 };

/** The filing of a submission known by `asOf`; null for a composite, or one that is not filed yet. */
function fileOn(submission: Submission, ledger: Ledger, bookOn: BookOn, asOf: Day): Filing | null {
  if (submission.compositeOf.length > 0 || submission.on > asOf) return null;
  const book = bookOn(submission.on);
  if (book) return filingOf(submission, book, ledger, asOf);
  return { submission, on: submission.on, answers: null, barred: null };
}

function filingFact({ submission, on, answers, barred }: Filing, bookOn: BookOn): Fact {
  return {
    kind: 'submission',
    record: submission,
    answers,
    on,
    id: submission.id,
    at: submission.at,
    submission,
    unit: null,
    policy: bookOn(on)?.policy ?? null,
    barred,
  };
}

function adoptionFact(record: Adoption, ledger: Ledger, bookOn: BookOn): Fact | null {
  const submission = ledger.submissions.get(record.submission);
  const outlet = ledger.outlets.get(record.outlet);
  if (!submission || !outlet) return null;
  const book = bookOn(record.on);
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

function instructionFact(record: Instruction, ledger: Ledger, bookOn: BookOn): Fact | null {
  const submission = ledger.submissions.get(record.submission);
  if (!submission) return null;
  const book = bookOn(record.on);
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
  return unapproved(submission, book, ledger);
}

/** Puts a fact where the ordinance's rule for a story that two units filed wants it. */
function place(fact: Fact | null, items: Map<SubmissionId, Item>, loose: Item[], stories: Map<SubmissionId, readonly Submission[]>): void {
  const story = fact?.submission ? stories.get(fact.submission.id) : undefined;
  const rule = fact?.policy?.items.same_story;
  if (!fact) return;
  if (story && rule === 'shared') loose.push({ submission: fact.submission, shares: sharedBy(story), facts: [fact] });
  else if (story && rule === 'first-filed') toTheFirst(fact, story[0] as Submission, items, loose);
  else attach(fact, items, loose);
}

const sharedBy = (story: readonly Submission[]): Share[] => story.flatMap(({ units }) => units.map(({ unit }) => ({ unit, mark: '综' as const })));

/** The fact counts for the first filer; at the item it names it leaves a note of where it went. */
function toTheFirst(fact: Fact, first: Submission, items: Map<SubmissionId, Item>, loose: Item[]): void {
  attach({ ...fact, submission: first }, items, loose);
  if (fact.submission?.id !== first.id) attach({ ...fact, barred: { code: 'same-story', as: first.id } }, items, loose);
}

function attach(fact: Fact, items: Map<SubmissionId, Item>, loose: Item[]): void {
  const item = fact.submission && items.get(fact.submission.id);
  if (item) item.facts.push(fact);
  else if (fact.unit) loose.push({ submission: null, shares: [{ unit: fact.unit, mark: null }], facts: [fact] });
}

/** Submissions that carry one story, first filed first, for each of them. */
function storiesOf(ledger: Ledger): Map<SubmissionId, readonly Submission[]> {
  const groups = new Map<SubmissionId, Submission[]>();
  for (const submission of ledger.submissions.values()) {
    const twin = submission.sameAs === null ? undefined : ledger.submissions.get(submission.sameAs);
    if (!twin) continue;
    const members = [...new Set([...(groups.get(submission.id) ?? [submission]), ...(groups.get(twin.id) ?? [twin])])].sort(byFiling);
    for (const member of members) groups.set(member.id, members);
  }
  return groups;
}

const byFiling = (a: Submission, b: Submission): number => (a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.id < b.id ? -1 : 1);

/** What each obligation came to, for each unit that owed it, as far as it is known by `asOf`. */
function* obligationFacts(ledger: Ledger, filings: ReadonlyMap<SubmissionId, Filing>, bookOn: BookOn, asOf: Day): Generator<Fact> {
  const answers = answersOf(filings);
  for (const obligation of ledger.obligations.values()) {
    const book = bookOn(obligation.on);
    if (!book || obligation.on > asOf) continue;
    for (const unit of owing(obligation, ledger, book)) {
      yield* outcomesFor(obligation, unit, answers.get(`${obligation.id} ${unit}`) ?? null, { ledger, book, bookOn, asOf });
    }
  }
}

/** The units that owe `obligation`: those it names, or every assessed unit in service on its day. */
export function owing(obligation: Obligation, ledger: Ledger, book: Rulebook): readonly UnitId[] {
  if (obligation.units) return obligation.units;
  return [...ledger.units.values()].filter((unit) => book.assesses(unit) && inService(unit, obligation.on)).map(({ id }) => id);
}

const inService = ({ from, to }: { from: Day | null; to: Day | null }, on: Day): boolean =>
  (from === null || from <= on) && (to === null || on <= to);

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
    policy: bookOn(on)?.policy ?? null,
    barred: null,
  });
  const missed = due !== null && (!answer || answer.on > due) ? missedOn(due, book.policy.deadlines[obligation.kind]) : lapse;
  if (answer && missed === null) yield fact('按时', answer.on, answer.submission);
  if (missed !== null && missed <= asOf && (due === null || due <= asOf)) yield fact('未按时', missed, null);
  if (answer && missed !== null) yield fact('逾期', answer.on, answer.submission);
}
