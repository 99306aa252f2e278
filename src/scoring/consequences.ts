/** 后果: what follows when a duty is missed, or a count is reached, often enough. */
import type { Day } from '../model/day.ts';
import { earlier } from '../model/day.ts';
import { type Period, periodOf } from '../model/period.ts';
import { points } from '../model/points.ts';
import type { Unit, UnitId } from '../model/records.ts';
import { condition } from '../policy/conditions.ts';
import { asList } from '../policy/lists.ts';
import type { Consequence } from '../policy/written.ts';
import type { Credit } from './credit.ts';
import { type DutyState, startingWith } from './duties.ts';
import { unitAttributes } from './fact.ts';
import type { Rulebook } from './rulebook.ts';
import { type Countable, reachedOn, talliesOf, within } from './tally.ts';
import { unitCredit } from './unitCredits.ts';

/** What an ordinance has said of a unit: criticised, summoned, disqualified. */
export interface Notice {
  readonly on: Day;
  readonly unit: UnitId;
  readonly policy: string;
  readonly rule: string;
  readonly clause: string;
  /** What is said, such as 通报批评; null where it only costs points. */
  readonly says: string | null;
  /** What it disqualifies from; null if from nothing. */
  readonly bars: string | null;
  /** The period in which it came about. */
  readonly period: Period;
}

export interface Consequences {
  readonly credits: readonly Credit[];
  readonly notices: readonly Notice[];
}

/** Something that came about for a unit, on a day, for the so-many-th time. */
interface Occasion {
  readonly on: Day;
  readonly unit: Unit;
  readonly period: Period;
  readonly times: number;
}

/** All consequences up to the day of the journal. */
export function consequencesOf(books: readonly Rulebook[], duties: readonly DutyState[], world: Countable): Consequences {
  const found = books.flatMap((book) =>
    Object.entries(book.policy.consequences).flatMap(([id, consequence]) =>
      occasionsOf(consequence, book, duties, world).map((occasion) => drawn(id, consequence, book, occasion)),
    ),
  );
  return { credits: found.map(({ credit }) => credit), notices: found.flatMap(({ notice }) => (notice.says || notice.bars ? [notice] : [])) };
}

function drawn(
  rule: string,
  { clause, says, bars, points: given, charged_to }: Consequence,
  { policy }: Rulebook,
  { on, unit, period, times }: Occasion,
) {
  const credit = unitCredit({ policy, rule, clause, scope: charged_to }, { on, unit: unit.id, at: unit.at }, points(given ?? 0), {
    code: 'consequence',
    period: period.key,
    times,
  });
  const notice: Notice = {
    on,
    unit: unit.id,
    policy: policy.id,
    rule,
    clause: asList(clause)[0] as string,
    says: says ?? null,
    bars: bars ?? null,
    period,
  };
  return { credit, notice };
}

function occasionsOf(consequence: Consequence, book: Rulebook, duties: readonly DutyState[], world: Countable): Occasion[] {
  const concerned = condition(consequence.each);
  const units = [...world.ledger.units.values()].filter((unit) => book.assesses(unit) && unit.excluded === null && concerned(unitAttributes(unit)));
  return units.flatMap((unit) =>
    'duty' in consequence.when ? missedBy(unit, consequence.when, book, duties) : reachedBy(unit, consequence.when, book, world),
  );
}

type Missed = Extract<Consequence['when'], { duty: unknown }>;
type Reached = Exclude<Consequence['when'], Missed>;

/** Each time the number is full, counting begins again: three months running, and three more. */
function missedBy(unit: Unit, { duty, times, running, per }: Missed, { policy }: Rulebook, duties: readonly DutyState[]): Occasion[] {
  const own = duties.filter((state) => state.unit === unit.id && state.duty === duty && state.policy === policy && state.over);
  const occasions: Occasion[] = [];
  let count = 0;
  let era = '';
  for (const { count: done, quota, booked, period } of own) {
    const now = per === undefined ? '' : periodOf(booked, per).key;
    if (now !== era) count = 0;
    era = now;
    const missed = done.lt(quota);
    count = missed ? count + 1 : running ? 0 : count;
    if (!missed || count < times) continue;
    occasions.push({ on: booked, unit, period, times });
    count = 0;
  }
  return occasions;
}

/** Once in each period in which the count is reached, on the day it is. */
function reachedBy(unit: Unit, { count, at_least, per }: Reached, book: Rulebook, world: Countable): Occasion[] {
  const tallies = talliesOf(count, book, world).get(unit.id);
  return startingWith(book.policy.inForce.from, per, 'containing', world.asOf).flatMap((period) => {
    const on = reachedOn(within(tallies, period), points(at_least));
    return on === null ? [] : [{ on: earlier(on, world.asOf), unit, period, times: at_least }];
  });
}
