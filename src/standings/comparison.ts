/** 对比: one ledger under two ordinances. Who moves, by how much, and because of which clause. */
import { earlier } from '../model/day.ts';
import type { Period } from '../model/period.ts';
import { isZero, type Points, ZERO } from '../model/points.ts';
import type { Ledger, UnitId } from '../model/records.ts';
import { asList } from '../policy/lists.ts';
import { POINTS } from '../scoring/credit.ts';
import type { Journal } from '../scoring/journal.ts';
import type { Rulebook } from '../scoring/rulebook.ts';
import { type Row, type Standings, seats, standingsOf } from './standings.ts';
import { creditsToDate, creditsWithin, yearToDate } from './totals.ts';

/** How a unit stands under one of the two; `group` is null where all are ranked in one list. */
export interface Stand {
  readonly rank: number;
  readonly group: string | null;
  readonly points: Points;
}

/** What a clause gives a unit under each of the two. Clauses of different ordinances are different clauses, whatever they are called. */
export interface Cause {
  readonly policy: string;
  /** Null where weights or caps of the ranking itself make the difference, and cite none. */
  readonly clause: string | null;
  readonly before: Points;
  readonly after: Points;
}

export interface Moved {
  readonly unit: UnitId;
  /** Null where the ordinance does not rank the unit. */
  readonly before: Stand | null;
  readonly after: Stand | null;
  /** Points after, less points before. */
  readonly change: Points;
  /** What makes up the change, the largest first; it adds up to it. */
  readonly causes: readonly Cause[];
}

export interface Comparison {
  readonly period: Period;
  readonly before: Standings;
  readonly after: Standings;
  /** Every unit that either of the two ranks, in the order after the change; those that only the first ranks come last. */
  readonly rows: readonly Moved[];
}

/** A journal, and the ledger that it was kept of. */
export interface Kept {
  readonly journal: Journal;
  readonly ledger: Ledger;
}

/** What `after` does to the standings of a period as `before` has them, both of one ledger. */
export const compare = (before: Journal, after: Journal, ledger: Ledger, period: Period): Comparison =>
  compareKept({ journal: before, ledger }, { journal: after, ledger }, period);

/** The same of two states of a ledger. */
export function compareKept(before: Kept, after: Kept, period: Period): Comparison {
  const [then, now] = [sideOf(before.journal, before.ledger, period), sideOf(after.journal, after.ledger, period)];
  const units = [...new Set([...now.stands.keys(), ...then.stands.keys()])];
  return { period, before: then.standings, after: now.standings, rows: units.map((unit) => movedOf(unit, then, now)) };
}

/** Whether a unit has another rank, or is ranked by one of the two alone. */
export const changesRank = ({ before, after }: Moved): boolean => before?.rank !== after?.rank || before?.group !== after?.group;

interface Side {
  readonly standings: Standings;
  readonly stands: ReadonlyMap<UnitId, Stand>;
  /** Sums by unit and clause of the credits that its points are made of. */
  readonly sums: ReadonlyMap<UnitId, ReadonlyMap<string, Sum>>;
}

type Sums = Map<UnitId, Map<string, Sum>>;

interface Sum {
  readonly policy: string;
  readonly clause: string | null;
  readonly points: Points;
}

const NONE: ReadonlyMap<string, Sum> = new Map();

function sideOf(journal: Journal, ledger: Ledger, period: Period): Side {
  const standings = standingsOf(period, journal, ledger);
  const stands = new Map(standings.groups.flatMap(({ group, rows }) => rows.map((row) => [row.unit, { rank: row.rank, group, points: row.points }])));
  return { standings, stands, sums: sumsOf(journal, ledger, standings) };
}

function sumsOf(journal: Journal, ledger: Ledger, { period, groups }: Standings): Side['sums'] {
  const day = earlier(period.to, journal.asOf);
  const perBook = new Map<Rulebook, Sums>();
  const rows = groups.flatMap((group) => group.rows);
  const chosen = rows.map((row): [UnitId, ReadonlyMap<string, Sum>] => {
    // Whoever has a line in a ranking has an ordinance.
    const book = (journal.bookOn(day, row.unit) ?? journal.bookOn(period.to)) as Rulebook;
    const sums = perBook.get(book) ?? credited(journal, ledger, period, book);
    perBook.set(book, sums);
    addRest(sums, row, book);
    return [row.unit, sums.get(row.unit) ?? NONE];
  });
  return new Map(chosen);
}

/** The sums of all that counts in a ranking by `book`. */
function credited(journal: Journal, ledger: Ledger, period: Period, book: Rulebook): Sums {
  const byYear = book.policy.ranking.by === 'year-to-date';
  const seatOf = seats(ledger, book);
  const sums: Sums = new Map();
  for (const credit of byYear ? creditsToDate(journal.credits, yearToDate(period)) : creditsWithin(journal.credits, period))
    if (credit.ledger === POINTS && !isZero(credit.points)) add(sums, seatOf(credit.unit), String(credit.policy), credit.clause, credit.points);
  return sums;
}

function add(sums: Sums, unit: UnitId, policy: string, clause: string | null, points: Points): void {
  const own = sums.get(unit) ?? new Map<string, Sum>();
  const key = `${policy}\u0000${clause}`;
  own.set(key, { policy, clause, points: (own.get(key)?.points ?? ZERO).plus(points) });
  sums.set(unit, own);
}

/** What the ranking itself makes of the credits, by weighting and capping its modules, so that the parts come to the points shown. */
function addRest(sums: Sums, { unit, points }: Row, { policy }: Rulebook): void {
  const counted = [...(sums.get(unit)?.values() ?? [])].reduce((total, sum) => total.plus(sum.points), ZERO);
  const rest = points.minus(counted);
  if (!isZero(rest)) add(sums, unit, policy.id, asList(policy.ranking.clause)[0] ?? null, rest);
}

function movedOf(unit: UnitId, then: Side, now: Side): Moved {
  const [before, after] = [then.stands.get(unit) ?? null, now.stands.get(unit) ?? null];
  return {
    unit,
    before,
    after,
    change: (after?.points ?? ZERO).minus(before?.points ?? ZERO),
    causes: causesOf(then.sums.get(unit) ?? NONE, now.sums.get(unit) ?? NONE),
  };
}

function causesOf(then: ReadonlyMap<string, Sum>, now: ReadonlyMap<string, Sum>): Cause[] {
  return [...new Map([...then, ...now])]
    .map(([key, { policy, clause }]) => ({ policy, clause, before: then.get(key)?.points ?? ZERO, after: now.get(key)?.points ?? ZERO }))
    .filter(({ before, after }) => !before.eq(after))
    .sort((a, b) => differenceOf(b).cmp(differenceOf(a)));
}

const differenceOf = ({ before, after }: Cause): Points => after.minus(before).abs();
