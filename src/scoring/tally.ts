/** 计数: what of a unit is counted in a period, as dated amounts that add up. */
import type { Day } from '../model/day.ts';
import { contains, type Period } from '../model/period.ts';
import { divide, type Points, points, ZERO } from '../model/points.ts';
import type { Ledger, SubmissionId, UnitId } from '../model/records.ts';
import { type AmountOf, amount } from '../policy/amounts.ts';
import { type Attributes, condition, type Holds, never } from '../policy/conditions.ts';
import type { Count } from '../policy/written.ts';
import type { Adopted } from './chronicle.ts';
import { type Credit, POINTS } from './credit.ts';
import { type Fact, factAttributes } from './fact.ts';
import { adoptionFact, figureFact, filingFact, incidentFact, instructionFact } from './facts.ts';
import type { Filing } from './filings.ts';
import type { BookOn, Rulebook } from './rulebook.ts';

/** So much counts from this day on. */
export interface Tally {
  readonly on: Day;
  readonly amount: Points;
  /** The item counted; null for what is no item. */
  readonly item: SubmissionId | null;
}

/** The tallies of each unit, in order of day. */
export type Tallies = ReadonlyMap<UnitId, readonly Tally[]>;

/** Everything that can be counted. */
export interface Countable {
  readonly ledger: Ledger;
  readonly bookOn: BookOn;
  readonly asOf: Day;
  readonly filings: readonly Filing[];
  readonly adoptions: readonly Adopted[];
  /** What items and units have earned, in the order of the journal: a period that an incident sets to zero counts as zero. */
  readonly earned: readonly Credit[];
}

/** What `count` counts for each unit, ever; with `subtree`, for the units above as well. A rate cannot be added up: see `rateIn`. */
export function talliesOf(count: Count, book: Rulebook, world: Countable, subtree = false): Tallies {
  const tallies = new Map<UnitId, Tally[]>();
  const add = (unit: UnitId, tally: Tally): void => {
    for (const above of subtree ? lineage(unit, world.ledger) : [unit]) {
      const own = tallies.get(above);
      if (own) own.push(tally);
      else tallies.set(above, [tally]);
    }
  };
  if (count.of === 'points')
    for (const { unit, on, points: given, ledger, scope } of world.earned)
      if (ledger === POINTS && scope === null) add(unit, { on, amount: given, item: null });
  const weigh = weigher(count, book, world);
  for (const fact of countedFacts(count, book, world)) {
    for (const unit of unitsOf(fact)) {
      const weighed = weigh(fact, unit);
      if (weighed !== null) add(unit, { on: fact.on, amount: weighed, item: fact.submission?.id ?? null });
    }
  }
  for (const own of tallies.values()) own.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return tallies;
}

/** The unit and all units above it. */
function lineage(unit: UnitId, { units }: Ledger): Set<UnitId> {
  const found = new Set<UnitId>();
  for (let at: UnitId | null = unit; at !== null && !found.has(at); at = units.get(at)?.parent ?? null) found.add(at);
  return found;
}

const unitsOf = ({ unit, submission }: Fact): readonly UnitId[] => (unit !== null ? [unit] : (submission?.units.map((share) => share.unit) ?? []));

/** The facts of the kind that is counted. */
function* countedFacts({ of }: Count, book: Rulebook, { ledger, bookOn, filings, asOf }: Countable): Generator<Fact> {
  if (of === 'filings' || of === 'adoption-rate') for (const filing of filings) yield { ...filingFact(filing, bookOn), policy: book.policy };
  if (of === 'adoptions')
    for (const record of ledger.adoptions) if (record.on <= asOf && record.stage === '采用') yield adoptionFact(record, ledger, bookOn);
  if (of === 'instructions') for (const record of ledger.instructions) if (record.on <= asOf) yield instructionFact(record, ledger, bookOn);
  if (of === 'incidents') for (const record of ledger.incidents) if (record.on <= asOf) yield incidentFact(record, ledger, bookOn);
  if (of === 'figure') for (const record of ledger.figures) if (record.on <= asOf) yield figureFact(record, bookOn);
}

/** How much a fact counts for a unit; null if it is not counted. Figures count for their value, unless weighed otherwise. */
function weigher({ of, where, unless, weight }: Count, book: Rulebook, { ledger }: Countable): (fact: Fact, unit: UnitId) => Points | null {
  const [holds, excluded]: [Holds, Holds] = [condition(where), condition(unless, never)];
  const weighed: AmountOf =
    weight === undefined ? (attributes: Attributes) => (of === 'figure' ? points(Number(attributes('value'))) : ONE) : amount(weight);
  return (fact, unit) => {
    const attributes = factAttributes(fact, ledger, unit, book.targetClass);
    return fact.barred || !holds(attributes) || excluded(attributes) ? null : weighed(attributes);
  };
}

const ONE = points(1);

/** The tallies of a unit that fall into a period. */
export const within = (tallies: readonly Tally[] | undefined, period: Pick<Period, 'from' | 'to'>): readonly Tally[] =>
  (tallies ?? []).filter(({ on }) => contains(period, on));

export const totalOf = (tallies: readonly Tally[]): Points => tallies.reduce((total, tally) => total.plus(tally.amount), ZERO);

/** The first day by which the tallies reach `quota`; null if they do not. */
export function reachedOn(tallies: readonly Tally[], quota: Points): Day | null {
  let total = ZERO;
  for (const { on, amount: given } of tallies) {
    total = total.plus(given);
    if (total.gte(quota)) return on;
  }
  return null;
}

/** 采用率: how many per cent of the filings in `tallies` had been run by the day `by`; nothing filed is nothing run. */
export function rateOf(tallies: readonly Tally[], adoptions: readonly Adopted[], by: Day): Points {
  const run = new Set(adoptions.filter(({ on }) => on <= by).map(({ adoption }) => adoption.submission));
  const adopted = tallies.filter(({ item }) => item !== null && run.has(item)).length;
  return tallies.length === 0 ? ZERO : divide(points(adopted * 100), tallies.length, { places: 2, mode: 'half-up' });
}
