/** What happened, in the order of days, so that any period is a slice of it. */
import type { Day } from '../model/day.ts';
import { byDay } from '../model/order.ts';
import type { Adoption, Ledger, Share, SubmissionId } from '../model/records.ts';
import type { Filing } from './filings.ts';
import type { BookOn } from './rulebook.ts';

/** An outlet ran an item: with its class under the ordinance in force on the day, and the units whose item it is. */
export interface Adopted {
  readonly on: Day;
  readonly adoption: Adoption;
  readonly class: string | null;
  readonly units: readonly Share[];
}

/** A filing that counts, and whether an outlet has run it by the day of the journal. */
export interface Filed {
  readonly on: Day;
  readonly units: readonly Share[];
  readonly adopted: boolean;
}

export interface Chronicle {
  /** The filings that count. */
  readonly filings: readonly Filed[];
  /** Adoptions; items that were only forwarded are left out. */
  readonly adoptions: readonly Adopted[];
}

/** The chronicle of a ledger up to `asOf`. */
export function chronicleOf(ledger: Ledger, filings: Iterable<Filing>, bookOn: BookOn, asOf: Day): Chronicle {
  const adoptions = ledger.adoptions.filter(({ on, stage }) => on <= asOf && stage === '采用').map((adoption) => adopted(adoption, ledger, bookOn));
  const run = new Set(adoptions.map(({ adoption }) => adoption.submission));
  return {
    filings: [...filings]
      .filter(({ barred }) => barred === null)
      .map((filing) => filed(filing, run))
      .sort(byDay),
    adoptions: adoptions.sort(byDay),
  };
}

const filed = ({ on, submission }: Filing, run: ReadonlySet<SubmissionId>): Filed => ({
  on,
  units: submission.units,
  adopted: run.has(submission.id),
});

function adopted(adoption: Adoption, ledger: Ledger, bookOn: BookOn): Adopted {
  const outlet = ledger.outlets.get(adoption.outlet);
  const units = ledger.submissions.get(adoption.submission)?.units ?? [];
  const leading = units[0]?.unit;
  return {
    on: adoption.on,
    adoption,
    class: (outlet && bookOn(adoption.on, leading)?.classOf(outlet)) ?? null,
    units,
  };
}
