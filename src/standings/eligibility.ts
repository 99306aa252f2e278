/** 评先评优资格: who may not take part in a period's commendation, and why. */
import { later } from '../model/day.ts';
import { contains, type Period } from '../model/period.ts';
import type { Ledger, Unit, UnitId } from '../model/records.ts';
import { condition } from '../policy/conditions.ts';
import { asList } from '../policy/lists.ts';
import type { Policy } from '../policy/policy.ts';
import type { Eligibility } from '../policy/written.ts';
import { startingWith } from '../scoring/duties.ts';
import { unitAttributes } from '../scoring/fact.ts';
import type { Journal } from '../scoring/journal.ts';
import type { Rulebook } from '../scoring/rulebook.ts';
import { type Tally, talliesOf, totalOf, within } from '../scoring/tally.ts';

/** A unit that is barred, or, while the period that decides it is still running, would be if nothing more came. */
export interface Bar {
  readonly unit: UnitId;
  readonly policy: string;
  readonly rule: string;
  readonly clause: string;
  readonly bars: string;
  /** The period whose filings were too few. */
  readonly cause: Period;
  readonly count: number;
  /** False while the causing period is still running. */
  readonly final: boolean;
}

/** All bars that fall on the commendation of `period`. */
export function barsIn(period: Period, journal: Journal, ledger: Ledger): Bar[] {
  return journal.books.flatMap((book) =>
    Object.entries(book.policy.eligibility).flatMap(([id, rule]) => barsBy(id, rule, book, period, journal, ledger)),
  );
}

function barsBy(id: string, rule: Eligibility, book: Rulebook, period: Period, journal: Journal, ledger: Ledger): Bar[] {
  const causes = causesIn(rule, book.policy, period, journal, ledger);
  const tallies = talliesOf(rule.count, book, journal.world);
  const units = [...ledger.units.values()].filter(
    (unit) => book.assesses(unit) && unit.excluded === null && condition(rule.each)(unitAttributes(unit)),
  );
  return causes.flatMap((cause) =>
    units
      .filter((unit) => servesThrough(unit, cause, ledger))
      .flatMap((unit): Bar[] => {
        const count = countIn(tallies.get(unit.id), cause, rule, book.policy);
        if (count > rule.at_most) return [];
        return [
          {
            unit: unit.id,
            policy: book.policy.id,
            rule: id,
            clause: asList(rule.clause)[0] as string,
            bars: rule.bars,
            cause,
            count,
            final: cause.to <= journal.asOf,
          },
        ];
      }),
  );
}

/** The periods that decide, of those that have begun: the ones inside the period they bar. */
function causesIn(rule: Eligibility, policy: Policy, period: Period, journal: Journal, ledger: Ledger): Period[] {
  return startingWith(policy.inForce.from, rule.per, rule.first_period, journal.asOf).filter(
    ({ from, to }) =>
      contains(period, to) && journal.bookOn(to)?.policy === policy && (ledger.site.since === null || to >= ledger.site.since) && from <= period.to,
  );
}

/** A unit answers for a period that it served to its end, from its first day on or from the day the ledger was begun. */
function servesThrough({ from, to }: Unit, cause: Period, { site }: Ledger): boolean {
  const begun = site.since === null ? cause.from : later(cause.from, site.since);
  return (from === null || from <= begun) && (to === null || to >= cause.to);
}

function countIn(own: readonly Tally[] | undefined, cause: Period, rule: Eligibility, policy: Policy): number {
  const from = rule.first_period === 'containing-from-start' ? later(cause.from, policy.inForce.from) : cause.from;
  return totalOf(within(own, { from, to: cause.to })).toNumber();
}
