/** What happened, in the order of days, so that any period is a slice of it. */
import type { Day } from '../model/day.ts';
import type { Adoption, Ledger, Share, SubmissionId } from '../model/records.ts';
import type { Filing } from './filings.ts';
import type { BookOn } from './items.ts';

/** An outlet ran an item: with its class under the ordinance in force on the day, and the units whose item it is. */
export interface Adopted {
  readonly on: Day;
  readonly adoption: Adoption;
  readonly class: string | null;
  readonly units: readonly Share[];
}

export interface Chronicle {
  /** The filings that count. */
  readonly filings: readonly Filing[];
  /** Adoptions; items that were only forwarded are left out. */
  readonly adoptions: readonly Adopted[];
  /** The submissions that an outlet has run by the day of the journal. */
  readonly everAdopted: ReadonlySet<SubmissionId>;
}

/** The chronicle of a ledger up to `asOf`. */
export function chronicleOf(ledger: Ledger, filings: Iterable<Filing>, bookOn: BookOn, asOf: Day): Chronicle {
  const adoptions = ledger.adoptions.filter(({ on, stage }) => on <= asOf && stage === '采用').map((adoption) => adopted(adoption, ledger, bookOn));
  return {
    filings: [...filings].filter(({ barred }) => barred === null).sort(byDay),
    adoptions: adoptions.sort(byDay),
    everAdopted: new Set(adoptions.map(({ adoption }) => adoption.submission)),
  };
}

function adopted(adoption: Adoption, ledger: Ledger, bookOn: BookOn): Adopted {
  const outlet = ledger.outlets.get(adoption.outlet);
  return {
    on: adoption.on,
    adoption,
    class: (outlet && bookOn(adoption.on)?.classOf(outlet)) ?? null,
    units: ledger.submissions.get(adoption.submission)?.units ?? [],
  };
}

const byDay = (a: { on: Day }, b: { on: Day }): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);
