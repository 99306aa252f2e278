/** 台账: from the records and the ordinances to one flat, dated list of credits. */
import type { Day } from '../model/day.ts';
import { contains, periodOf } from '../model/period.ts';
import { points } from '../model/points.ts';
import type { Ledger, SubmissionId } from '../model/records.ts';
import { asList, type Policy, timeline } from '../policy/policy.ts';
import type { Bench } from './claims.ts';
import { type Credit, inJournalOrder } from './credit.ts';
import { type DutyState, dutyStates, startingWith } from './duties.ts';
import { dutyCredits } from './dutyCredits.ts';
import type { Filing } from './filings.ts';
import { type BookOn, gather } from './items.ts';
import { type Rulebook, rulebook } from './rulebook.ts';
import { creditsOf } from './value.ts';

/** Everything that scoring found out; every number shown anywhere is a sum over `credits`. */
export interface Journal {
  readonly asOf: Day;
  readonly credits: readonly Credit[];
  readonly filings: ReadonlyMap<SubmissionId, Filing>;
  readonly duties: readonly DutyState[];
  /** The ordinances in use, ready to answer. */
  readonly books: readonly Rulebook[];
  readonly bookOn: BookOn;
}

/** Scores the ledger under `policies` by what is known up to and including `asOf`; nothing after it is seen. */
export function keepJournal(ledger: Ledger, policies: readonly Policy[], asOf: Day): Journal {
  const books = policies.map((policy) => rulebook(policy, ledger));
  const byPolicy = new Map(books.map((book) => [book.policy, book]));
  const policyOn = timeline(policies);
  const bookOn: BookOn = (on) => {
    const policy = policyOn(on);
    return policy ? (byPolicy.get(policy) as Rulebook) : null;
  };
  const bench: Bench = { registers: ledger, bookOf: (policy) => byPolicy.get(policy) as Rulebook };
  const { items, filings } = gather(ledger, bookOn, asOf);
  const duties = dutyStates(filings, { ledger, books, bookOn, asOf });
  const credits = [
    ...items.flatMap((item) => creditsOf(item, bench)),
    ...dutyCredits(duties, (unit) => ledger.units.get(unit)?.at ?? { file: 'data/units.yaml', path: [] }),
    ...baseCredits(ledger, books, asOf),
  ].filter(({ on }) => on <= asOf);
  return { asOf, credits: inJournalOrder(credits), filings, duties, books, bookOn };
}

/** 基础分: what every assessed unit starts a period with, booked on its first day. */
function baseCredits(ledger: Ledger, books: readonly Rulebook[], asOf: Day): Credit[] {
  return books.flatMap(({ policy, assesses }) =>
    policy.bases.flatMap((base, index) =>
      startingWith(policy.inForce.from, base.per, 'containing', asOf).flatMap((period) => {
        const on = period.from < policy.inForce.from ? policy.inForce.from : period.from;
        const units = [...ledger.units.values()].filter((unit) => assesses(unit) && contains({ from: unit.from ?? on, to: unit.to ?? on }, on));
        return units.map(
          (unit): Credit => ({
            on,
            unit: unit.id,
            people: [],
            points: points(base.points),
            ledger: '积分',
            policy: policy.id,
            clause: asList(base.clause)[0] ?? null,
            rule: `base-${index + 1}`,
            item: null,
            kind: 'unit',
            record: unit.id,
            at: unit.at,
            reason: { code: 'base', period: periodOf(on, base.per).key },
          }),
        );
      }),
    ),
  );
}
