/** 任务: what units owe in each period, and how far they have come. */
import { addDays, type Day, earlier, later } from '../model/day.ts';
import { contains, nextPeriod, type Period, periodOf, type Span } from '../model/period.ts';
import { type Points, ZERO } from '../model/points.ts';
import type { Unit, UnitId } from '../model/records.ts';
import { amount } from '../policy/amounts.ts';
import { condition, never } from '../policy/conditions.ts';
import type { Policy } from '../policy/policy.ts';
import type { Duty } from '../policy/written.ts';
import { unitAttributes } from './fact.ts';
import type { Rulebook } from './rulebook.ts';
import { type Countable, rateOf, type Tallies, type Tally, talliesOf, totalOf, within } from './tally.ts';

/** How one unit stands with one duty in one period. */
export interface DutyState {
  readonly duty: string;
  readonly policy: Policy;
  readonly unit: UnitId;
  readonly period: Period;
  /** The day to which the period's result is booked. */
  readonly booked: Day;
  /** Whether the period is over as of the day asked for. */
  readonly over: boolean;
  /** What counts, in order of day; a surplus carried over stands first. */
  readonly done: readonly Tally[];
  readonly count: Points;
  readonly quota: Points;
  /** Nothing is lost by missing it. */
  readonly voluntary: boolean;
}

/** The state of every duty of every unit in every period that has begun by the day of the journal. */
export function dutyStates(books: readonly Rulebook[], world: Countable): DutyState[] {
  return books.flatMap((book) => Object.entries(book.policy.duties).flatMap(([id, duty]) => statesOf(id, duty, book, world)));
}

function statesOf(id: string, duty: Duty, book: Rulebook, world: Countable): DutyState[] {
  const periods = periodsOwed(duty, book.policy, world);
  const governs = ({ booked }: Owed, unit: Unit): boolean => world.bookOn(booked, unit.id)?.policy === book.policy;
  const tallies = talliesOf(duty.count, book, world, duty.subtree);
  const units = [...world.ledger.units.values()].filter((unit) => owes(unit, duty, book));
  return units.flatMap((unit) =>
    carried(
      duty,
      periods
        .filter((owed) => servesThrough(unit, owed.period) && governs(owed, unit))
        .flatMap((owed) => stateOf(id, duty, unit, owed, tallies, book, world)),
    ),
  );
}

function stateOf(id: string, duty: Duty, unit: Unit, { period, booked }: Owed, tallies: Tallies, book: Rulebook, world: Countable): DutyState[] {
  const attributes = unitAttributes(unit, Number(period.to.slice(0, 4)));
  const quota = unit.quotas[id] === undefined ? amount(duty.at_least)(attributes) : ZERO.plus(unit.quotas[id]);
  if (quota === null) return [];
  const from = duty.first_period === 'containing-from-start' ? later(period.from, book.policy.inForce.from) : period.from;
  const own = within(tallies.get(unit.id), { from, to: period.to });
  const last = earlier(period.to, world.asOf);
  const done = duty.count.of === 'adoption-rate' ? [{ on: last, amount: rateOf(own, world.adoptions, last), item: null }] : own;
  const voluntary = condition(duty.voluntary, never)(attributes);
  return [
    { duty: id, policy: book.policy, unit: unit.id, period, booked, over: period.to <= world.asOf, done, count: totalOf(done), quota, voluntary },
  ];
}

/** Where an ordinance lets it, what is beyond the quota counts in the next period of the same larger one. */
function carried(duty: Duty, states: readonly DutyState[]): DutyState[] {
  if (duty.carry_over === undefined) return [...states];
  const larger = duty.carry_over;
  let surplus: { readonly era: string; readonly left: Points } = { era: '', left: ZERO };
  return states.map((state) => {
    const era = periodOf(state.booked, larger).key;
    const brought = era === surplus.era ? surplus.left : ZERO;
    const done = brought.gt(0) ? [{ on: state.period.from, amount: brought, item: null }, ...state.done] : state.done;
    const count = state.count.plus(brought);
    surplus = { era, left: count.gt(state.quota) ? count.minus(state.quota) : ZERO };
    return { ...state, done, count };
  });
}

/** A unit owes what falls into periods that it serves from the first day to the last. */
const servesThrough = ({ from, to }: Unit, period: Period): boolean => (from === null || from <= period.from) && (to === null || to >= period.to);

function owes(unit: Unit, duty: Duty, book: Rulebook): boolean {
  return book.assesses(unit) && unit.excluded === null && condition(duty.each)(unitAttributes(unit));
}

interface Owed {
  readonly period: Period;
  readonly booked: Day;
}

/** The periods of a duty that have begun by `asOf`, from the first that the ordinance and the installation know. */
function periodsOwed(duty: Duty, policy: Policy, { ledger, asOf }: Countable): Owed[] {
  const periods = startingWith(policy.inForce.from, duty.per, duty.first_period, asOf).filter(
    ({ from }) => ledger.site.since === null || from >= ledger.site.since,
  );
  return periods.flatMap((period) => placed(period, duty));
}

/** Where a period of a duty belongs. */
const placed = (period: Period, { per, weeks }: Duty): Owed[] => (per === 'week' ? weekParts(period, weeks) : [{ period, booked: period.to }]);

/** The day to which the period after that of `state` is booked. */
export function nextBooked({ period, policy, duty: id }: DutyState): Day {
  const duty = policy.duties[id] as Duty;
  const after = addDays(period.to, 1);
  const next = placed(periodOf(after, duty.per), duty).find((owed) => contains(owed.period, after));
  return (next as Owed).booked;
}

/** The periods of a kind that have begun by `asOf`, the first as the ordinance chooses it. */
export function startingWith(from: Day, span: Span, first: Duty['first_period'], asOf: Day): Period[] {
  const containing = periodOf(from, span);
  const found: Period[] = [];
  for (
    let period = first === 'next-whole' && containing.from < from ? nextPeriod(containing) : containing;
    period.from <= asOf;
    period = nextPeriod(period)
  )
    found.push(period);
  return found;
}

/** Where a week across two months belongs: to the month of its Thursday, of its Sunday, or, cut, a part to each. */
function weekParts(week: Period, weeks: Duty['weeks']): Owed[] {
  const straddles = week.from.slice(0, 7) !== week.to.slice(0, 7);
  if (!straddles || weeks === 'sunday') return [{ period: week, booked: week.to }];
  const thursday = addDays(week.from, 3);
  if (weeks === 'thursday') return [{ period: week, booked: thursday.slice(0, 7) === week.to.slice(0, 7) ? week.to : thursday }];
  const last = periodOf(week.from, 'month').to;
  return [
    { period: { ...week, key: `${week.key}a`, to: last }, booked: last },
    { period: { ...week, key: `${week.key}b`, from: addDays(last, 1) }, booked: week.to },
  ];
}
