/** 任务: what units owe in each period, how far they have come, and what that gives or costs once the period is over. */
import { addDays, type Day, later } from '../model/day.ts';
import { contains, nextPeriod, type Period, periodOf, type Span } from '../model/period.ts';
import type { Ledger, SubmissionId, Unit, UnitId } from '../model/records.ts';
import { amount, condition, type Holds, never } from '../policy/conditions.ts';
import type { Policy } from '../policy/policy.ts';
import type { Duty } from '../policy/written.ts';
import { factAttributes, unitAttributes } from './fact.ts';
import type { Filing } from './filings.ts';
import type { BookOn, Rulebook } from './rulebook.ts';

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
  /** The filings that count, in order of day. */
  readonly filings: readonly Filing[];
  /** How many the unit owes; exact, but compared as a number. */
  readonly quota: number;
}

export interface Setting {
  readonly ledger: Ledger;
  readonly books: readonly Rulebook[];
  readonly bookOn: BookOn;
  readonly asOf: Day;
}

/** The state of every duty of every unit in every period that has begun by `asOf`. */
export function dutyStates(filings: ReadonlyMap<SubmissionId, Filing>, setting: Setting): DutyState[] {
  return setting.books.flatMap((book) => Object.entries(book.policy.duties).flatMap(([id, duty]) => statesOf(id, duty, book, filings, setting)));
}

function statesOf(id: string, duty: Duty, book: Rulebook, filings: ReadonlyMap<SubmissionId, Filing>, setting: Setting): DutyState[] {
  const { ledger, bookOn, asOf } = setting;
  const periods = periodsOwed(duty, book.policy, setting).filter(({ booked }) => bookOn(booked)?.policy === book.policy);
  const quotaOf = amount(duty.at_least);
  const counted = countedFilings(filings, duty, book, ledger);
  return [...ledger.units.values()]
    .filter((unit) => owes(unit, duty, book))
    .flatMap((unit) => {
      const quota = unit.quotas[id] ?? quotaOf(unitAttributes(unit))?.toNumber();
      if (quota === undefined) return [];
      const own = counted.get(unit.id) ?? [];
      return periods
        .filter(({ period }) => servesThrough(unit, period))
        .map(({ period, booked }) => ({
          duty: id,
          policy: book.policy,
          unit: unit.id,
          period,
          booked,
          over: period.to <= asOf,
          filings: countable(own, period, duty, book),
          quota,
        }));
    });
}

/** A unit owes what falls into periods that it serves from the first day to the last. */
const servesThrough = ({ from, to }: Unit, period: Period): boolean => (from === null || from <= period.from) && (to === null || to >= period.to);

function owes(unit: Unit, duty: Duty, book: Rulebook): boolean {
  return book.assesses(unit) && unit.excluded === null && condition(duty.each)(unitAttributes(unit));
}

function countable(own: readonly Filing[], period: Period, duty: Duty, { policy }: Rulebook): Filing[] {
  const from = duty.first_period === 'containing-from-start' ? later(period.from, policy.inForce.from) : period.from;
  return own.filter(({ on }) => contains({ from, to: period.to }, on));
}

/** The valid filings that a duty counts, by unit and in order of day; with `subtree`, for the units above as well. */
export function countedFilings(
  filings: ReadonlyMap<SubmissionId, Filing>,
  { count, subtree = false }: Pick<Duty, 'count'> & { subtree?: boolean },
  book: Rulebook,
  ledger: Ledger,
): Map<UnitId, Filing[]> {
  const [holds, excluded] = [condition(count.where), condition(count.unless, never)];
  const byUnit = new Map<UnitId, Filing[]>();
  for (const filing of filings.values()) {
    if (filing.barred || !matches(filing, holds, excluded, book, ledger)) continue;
    for (const unit of countsFor(filing, subtree, ledger)) byUnit.set(unit, [...(byUnit.get(unit) ?? []), filing]);
  }
  for (const own of byUnit.values()) own.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.submission.id < b.submission.id ? -1 : 1));
  return byUnit;
}

function matches({ submission, on, answers }: Filing, holds: Holds, excluded: Holds, book: Rulebook, ledger: Ledger): boolean {
  const fact = {
    kind: 'submission',
    record: submission,
    answers,
    on,
    id: submission.id,
    at: submission.at,
    submission,
    unit: null,
    policy: book.policy,
    barred: null,
  } as const;
  const attributes = factAttributes(fact, ledger.units.get(submission.units[0]?.unit ?? ''), book.targetClass);
  return holds(attributes) && !excluded(attributes);
}

function countsFor({ submission }: Filing, subtree: boolean, ledger: Ledger): Set<UnitId> {
  const found = new Set<UnitId>();
  for (const { unit } of submission.units) {
    for (let at: UnitId | null = unit; at !== null && !found.has(at); at = subtree ? (ledger.units.get(at)?.parent ?? null) : null) found.add(at);
  }
  return found;
}

interface Owed {
  readonly period: Period;
  readonly booked: Day;
}

/** The periods of a duty that have begun by `asOf`, from the first that the ordinance and the installation know. */
function periodsOwed(duty: Duty, policy: Policy, { ledger, asOf }: Setting): Owed[] {
  const periods = startingWith(policy.inForce.from, duty.per, duty.first_period, asOf).filter(
    ({ from }) => ledger.site.since === null || from >= ledger.site.since,
  );
  return periods.flatMap((period) => (duty.per === 'week' ? weekParts(period, duty.weeks) : [{ period, booked: period.to }]));
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
