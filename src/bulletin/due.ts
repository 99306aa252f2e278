/** 该发的通报: which bulletins are due and have not been issued. */
import type { BulletinSettings, Issued } from '../ledger/bulletins.ts';
import { CADENCES, type Cadence } from '../ledger/written/wording.ts';
import type { Day } from '../model/day.ts';
import { byCodeUnit } from '../model/order.ts';
import { byEnd, type Period, periodOf, periodsWithin, previousPeriod } from '../model/period.ts';
import type { Ledger } from '../model/records.ts';
import { type Policy, timeline } from '../policy/policy.ts';

export interface Office {
  readonly ledger: Ledger;
  readonly policies: readonly Policy[];
  readonly bulletins: readonly Issued[];
  readonly bulletinSettings: BulletinSettings;
}

/**
 * The periods that are over by `asOf` and have no bulletin, in the order in which they must be issued: from the first that the office issues, else
 * from its first bulletin, else from the day on which the ledger was begun; where nobody says, the last of the shortest kind that is over.
 */
export function duePeriods({ ledger, policies, bulletins, bulletinSettings }: Office, asOf: Day): Period[] {
  const issued = new Set(bulletins.map(({ id }) => id));
  const policyOn = timeline(policies);
  const spans = bulletinSettings.issues ?? spansOf(policies);
  const [shortest] = CADENCES.filter((span) => spans.includes(span));
  if (shortest === undefined) return [];
  const from = bulletinSettings.first?.from ?? firstIssued(bulletins) ?? ledger.site.since ?? lastOver(shortest, asOf).from;
  return spans
    .flatMap((span) => periodsWithin(from, asOf, span))
    .filter((period) => period.from >= from && period.to <= asOf && !issued.has(period.key) && policyOn(period.to) !== null)
    .sort(byEnd);
}

function lastOver(span: Cadence, asOf: Day): Period {
  const current = periodOf(asOf, span);
  return current.to === asOf ? current : previousPeriod(current);
}

const firstIssued = (bulletins: readonly Issued[]): Day | null => bulletins.map(({ period }) => period.from).sort(byCodeUnit)[0] ?? null;

/** What the ordinances have counted and published; a half-month is for reminders. */
function spansOf(policies: readonly Policy[]): Cadence[] {
  const every = new Set(policies.flatMap(({ cadence }) => cadence.map((one): string => one.every)));
  return CADENCES.filter((span) => span !== 'half-month' && every.has(span));
}
