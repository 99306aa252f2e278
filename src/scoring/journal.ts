/** 台账: from the records and the ordinances to one flat, dated list of credits. */
import type { Day } from '../model/day.ts';
import type { Ledger, SubmissionId, Unit } from '../model/records.ts';
import type { Policy } from '../policy/policy.ts';
import { type Chronicle, chronicleOf } from './chronicle.ts';
import { consequencesOf, type Notice } from './consequences.ts';
import { type Credit, inJournalOrder } from './credit.ts';
import { type DutyState, dutyStates } from './duties.ts';
import { dutyCredits } from './dutyCredits.ts';
import { approvedBy, type Filing } from './filings.ts';
import { gather } from './items.ts';
import { baseCredits, conversionCredits, withLimits } from './limits.ts';
import { type BookOn, booksOf, type Rulebook } from './rulebook.ts';
import type { Countable } from './tally.ts';
import { creditsOf } from './value.ts';
import type { Bench } from './view.ts';
import { withZeroing } from './zeroing.ts';

/** Everything that scoring found out; every number shown anywhere is a sum over `credits`. */
export interface Journal {
  readonly asOf: Day;
  readonly credits: readonly Credit[];
  readonly filings: ReadonlyMap<SubmissionId, Filing>;
  readonly duties: readonly DutyState[];
  /** What ordinances have said of units: 通报批评 and the like. */
  readonly notices: readonly Notice[];
  readonly chronicle: Chronicle;
  /** The ordinances in use, ready to answer. */
  readonly books: readonly Rulebook[];
  readonly bookOn: BookOn;
  /** What can be counted. */
  readonly world: Countable;
}

/** Scores the ledger under `policies` by what is known up to and including `asOf`; nothing after it is seen. */
export function keepJournal(whole: Ledger, policies: readonly Policy[], asOf: Day): Journal {
  const ledger = approvedBy(whole, asOf);
  const { all: books, bookOn, bookOf } = booksOf(policies, ledger);
  const bench: Bench = { registers: ledger, bookOf };
  const { items, filings } = gather(ledger, bookOn, asOf);
  const chronicle = chronicleOf(ledger, filings.values(), bookOn, asOf);
  const earned = inJournalOrder([...items.flatMap((item) => creditsOf(item, bench)), ...baseCredits(ledger, books, asOf)]);
  const world: Countable = {
    ledger,
    bookOn,
    asOf,
    filings: [...filings.values()],
    adoptions: chronicle.adoptions,
    earned: withZeroing(earned, books),
  };
  const duties = dutyStates(books, world);
  const { credits: drawn, notices } = consequencesOf(books, duties, world);
  const all = [...earned, ...dutyCredits(duties, (unit) => (ledger.units.get(unit) as Unit).at), ...drawn].filter(({ on }) => on <= asOf);
  const settled = withLimits(withZeroing(inJournalOrder(all), books), books);
  const credits = books.some(({ policy }) => Object.keys(policy.conversions).length > 0)
    ? inJournalOrder([...settled, ...conversionCredits(settled, books, asOf)])
    : settled;
  return { asOf, credits, filings, duties, notices, chronicle, books, bookOn, world };
}
