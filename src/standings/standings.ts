/** 得分排名: who stands where in a period. Reports are views of the journal and hold no numbers of their own. */
import { type Day, earlier } from '../model/day.ts';
import type { Period } from '../model/period.ts';
import { isNegative, isZero, type Points, sum, ZERO } from '../model/points.ts';
import type { Ledger, Unit, UnitId } from '../model/records.ts';
import { condition } from '../policy/conditions.ts';
import type { Policy } from '../policy/policy.ts';
import { type Credit, POINTS, type RecordKind } from '../scoring/credit.ts';
import { unitAttributes } from '../scoring/fact.ts';
import type { Journal } from '../scoring/journal.ts';
import type { Rulebook } from '../scoring/rulebook.ts';
import { moduleTotals, weighted } from './modules.ts';
import { type QuotaState, quotaStates } from './quotas.ts';
import { bottomOf, ranked, topOf } from './rank.ts';
import { creditsToDate, creditsWithin, totalsBy, within, yearToDate } from './totals.ts';

/** A unit's line in the ranking of a period. */
export interface Row {
  /** Shared by equal points; the next rank skips. */
  readonly rank: number;
  readonly tied: boolean;
  readonly unit: UnitId;
  /** The points by which the ordinance ranks: of the period, or of the year so far. */
  readonly points: Points;
  /** Points of the period alone. */
  readonly ofPeriod: Points;
  /** Points from the first day of the year to the end of the period. */
  readonly yearToDate: Points;
  /** Points of the period by kind of record. */
  readonly byKind: Readonly<Partial<Record<RecordKind, Points>>>;
  /** What the modules of the ranking come to before weighting; empty where it has none. */
  readonly modules: Readonly<Record<string, Points>>;
  /** The sum of the period's negative credits. */
  readonly deductions: Points;
  /** Filings of the period that count. */
  readonly filed: number;
  /** Filings of the period that an outlet has run by now. */
  readonly adopted: number;
  /** Adoptions of the period by class of outlet; those of no class under ''. */
  readonly adoptions: Readonly<Record<string, number>>;
  readonly quotas: readonly QuotaState[];
}

export interface Group {
  /** The class of units, or null where all are ranked in one list. */
  readonly group: string | null;
  readonly rows: readonly Row[];
  readonly top: { readonly units: readonly UnitId[]; readonly tieAcross: boolean };
  readonly bottom: { readonly units: readonly UnitId[]; readonly tieAcross: boolean };
}

export interface Standings {
  readonly period: Period;
  readonly asOf: Day;
  /** Whether the period is over as of that day. */
  readonly closed: boolean;
  /** The ordinance by which it is ranked; null where none was in force. */
  readonly policy: Policy | null;
  readonly rankedBy: 'period' | 'year-to-date';
  readonly groups: readonly Group[];
  /** Units that are not ranked, with the reason. */
  readonly excluded: readonly { readonly unit: UnitId; readonly reason: string }[];
  /** Units above others, with the points of all units below them and their own. */
  readonly subtotals: readonly { readonly unit: UnitId; readonly points: Points }[];
  readonly total: Points;
}

/** The standings of `period` by what the journal knows. */
export function standingsOf(period: Period, journal: Journal, ledger: Ledger): Standings {
  const day = earlier(period.to, journal.asOf);
  const book = journal.bookOn(day) ?? journal.bookOn(period.to);
  const credits = creditsWithin(journal.credits, period);
  const governed = [...ledger.units.values()]
    .filter((unit) => served(unit, period))
    .map((unit) => ({ unit, own: journal.bookOn(day, unit.id) ?? book }));
  const present = governed.filter(({ unit, own }) => own?.assesses(unit) ?? false);
  return {
    period,
    asOf: journal.asOf,
    closed: period.to <= journal.asOf,
    policy: book?.policy ?? null,
    rankedBy: book?.policy.ranking.by ?? 'period',
    groups: groupsBeside(present, book, { period, journal, credits, ledger }),
    excluded: present.flatMap(({ unit: { id, excluded } }) => (excluded === null ? [] : [{ unit: id, reason: excluded }])),
    ...subtotalsOf(
      ledger,
      sumsOf(credits, (unit) => unit),
    ),
  };
}

interface Governed {
  readonly unit: Unit;
  readonly own: Rulebook | null;
}

/** The groups of the main ordinance, and of each that stands beside it. */
function groupsBeside(
  present: readonly Governed[],
  main: Rulebook | null,
  { ledger, ...scene }: Pick<Setting, 'period' | 'journal' | 'credits'> & { ledger: Ledger },
): Group[] {
  const books = [main, ...scene.journal.books.filter((book) => book !== main && present.some(({ own }) => own === book))];
  return books.flatMap((book) => {
    const seatOf = seats(ledger, book);
    const listed = present.filter(({ unit, own }) => own === book && unit.excluded === null && seatOf(unit.id) === unit.id).map(({ unit }) => unit);
    const groups = groupsOf(rowsOf(listed, { ...scene, book, seatOf }), ledger, book);
    return books.length === 1 ? groups : groups.map((group) => ({ ...group, group: group.group ?? book?.policy.title ?? null }));
  });
}

const served = ({ from, to }: Unit, period: Period): boolean => (from === null || from <= period.to) && (to === null || to >= period.from);

interface Setting {
  readonly period: Period;
  readonly journal: Journal;
  readonly book: Rulebook | null;
  readonly credits: readonly Credit[];
  readonly seatOf: SeatOf;
}

/** The unit in whose line of the ranking a unit's points stand. */
export type SeatOf = (unit: UnitId) => UnitId;

/** Its own, or, where points are rolled up, that of the highest assessed unit above it. */
export function seats({ units }: Ledger, book: Rulebook | null): SeatOf {
  if (!book?.policy.ranking.rolled_up) return (unit) => unit;
  const seatOf: SeatOf = (unit) => {
    const parent = units.get(units.get(unit)?.parent ?? '');
    return parent && book.assesses(parent) ? seatOf(parent.id) : unit;
  };
  return seatOf;
}

type Unranked = Omit<Row, 'rank' | 'tied'>;

function rowsOf(units: readonly Unit[], { period, journal, book, credits, seatOf }: Setting): Unranked[] {
  const sums = sumsOf(credits, seatOf);
  const toDate = creditsToDate(journal.credits, yearToDate(period));
  const soFar = totalsBy(toDate, ({ unit }) => seatOf(unit));
  const byYear = book?.policy.ranking.by === 'year-to-date';
  const modules = book?.policy.ranking.modules;
  const parts = modules && book ? moduleTotals(byYear ? toDate : credits, modules, book.policy, seatOf) : null;
  const filed = filedIn(period, journal, seatOf);
  const adoptions = adoptionsIn(period, journal, seatOf);
  const quotas = quotaStates(period, journal);
  return units.map(({ id }) => {
    const { total, byKind, deductions } = sums.get(id) ?? NOTHING;
    const year = soFar.get(id) ?? ZERO;
    return {
      unit: id,
      points: parts && modules ? weighted(parts.get(id) ?? {}, modules) : byYear ? year : total,
      modules: parts?.get(id) ?? {},
      ofPeriod: total,
      yearToDate: year,
      byKind,
      deductions,
      filed: filed.get(id)?.filed ?? 0,
      adopted: filed.get(id)?.adopted ?? 0,
      adoptions: adoptions.get(id) ?? {},
      quotas: quotas.get(id) ?? [],
    };
  });
}

interface Sums {
  total: Points;
  deductions: Points;
  readonly byKind: Partial<Record<RecordKind, Points>>;
}

const NOTHING: Readonly<Sums> = { total: ZERO, deductions: ZERO, byKind: {} };

/** The sums of each unit's credits in one pass. */
function sumsOf(credits: readonly Credit[], seatOf: SeatOf): Map<UnitId, Sums> {
  const sums = new Map<UnitId, Sums>();
  for (const credit of credits) {
    if (credit.ledger !== POINTS || isZero(credit.points)) continue;
    const own = entryOf(sums, seatOf(credit.unit), (): Sums => ({ ...NOTHING, byKind: {} }));
    own.total = own.total.plus(credit.points);
    own.byKind[credit.kind] = (own.byKind[credit.kind] ?? ZERO).plus(credit.points);
    if (deducts(credit)) own.deductions = own.deductions.plus(credit.points);
  }
  return sums;
}

/** Whether a rule takes points away, as against taking back what a better one replaced, or was published too much. */
export const deducts = ({ points, reason }: Credit): boolean => isNegative(points) && !TAKEN_BACK.has(reason.code);
const TAKEN_BACK: ReadonlySet<Credit['reason']['code']> = new Set(['raised', 'withdrawn', 'corrected']);

function filedIn(period: Period, { chronicle }: Journal, seatOf: SeatOf): Map<UnitId, { filed: number; adopted: number }> {
  const counts = new Map<UnitId, { filed: number; adopted: number }>();
  for (const { units, adopted } of within(chronicle.filings, period)) {
    for (const { unit } of units) {
      const own = entryOf(counts, seatOf(unit), () => ({ filed: 0, adopted: 0 }));
      own.filed += 1;
      if (adopted) own.adopted += 1;
    }
  }
  return counts;
}

function adoptionsIn(period: Period, { chronicle }: Journal, seatOf: SeatOf): Map<UnitId, Record<string, number>> {
  const counts = new Map<UnitId, Record<string, number>>();
  for (const { units, class: name } of within(chronicle.adoptions, period)) {
    for (const { unit } of units) {
      const own = entryOf(counts, seatOf(unit), (): Record<string, number> => ({}));
      own[name ?? ''] = (own[name ?? ''] ?? 0) + 1;
    }
  }
  return counts;
}

/** The entry of `key`, made and put there if there is none. */
function entryOf<K, V>(entries: Map<K, V>, key: K, make: () => V): V {
  const found = entries.get(key);
  if (found !== undefined) return found;
  const made = make();
  entries.set(key, made);
  return made;
}

function groupsOf(rows: readonly Unranked[], ledger: Ledger, book: Rulebook | null): Group[] {
  const nameOf = groupNames(ledger, book);
  const names = [...new Set(rows.map(nameOf))].sort((a, b) => nameOf.order.indexOf(a ?? '') - nameOf.order.indexOf(b ?? ''));
  if (names.length === 0) return [groupOf(null, rows, book)];
  return names.map((name) =>
    groupOf(
      name,
      rows.filter((row) => nameOf(row) === name),
      book,
    ),
  );
}

/** The group of a row: none, its class, or the first of the ordinance's own groups that its unit belongs to; and the order in which they are listed. */
function groupNames({ units }: Ledger, book: Rulebook | null) {
  const groups = book?.policy.ranking.groups ?? 'none';
  if (groups === 'none') return Object.assign((_: Unranked): string | null => null, { order: [] as string[] });
  if (groups === 'class') return Object.assign(({ unit }: Unranked): string | null => units.get(unit)?.class ?? null, { order: [] as string[] });
  const named = Object.entries(groups).map(([name, written]) => ({ name, holds: condition(written) }));
  const nameOf = ({ unit }: Unranked): string | null => named.find(({ holds }) => holds(unitAttributes(units.get(unit) as Unit)))?.name ?? null;
  return Object.assign(nameOf, { order: Object.keys(groups) });
}

function groupOf(group: string | null, rows: readonly Unranked[], book: Rulebook | null): Group {
  const order = ranked(rows, ({ points }) => points);
  const { top, bottom } = book?.policy.ranking ?? { top: 0, bottom: 0 };
  const named = ({ listed, tieAcross }: ReturnType<typeof topOf<Unranked>>) => ({ units: listed.map(({ entry }) => entry.unit), tieAcross });
  return {
    group,
    rows: order.map(({ entry, rank, tied }) => ({ rank, tied, ...entry })),
    top: named(topOf(order, top)),
    bottom: named(bottomOf(order, bottom)),
  };
}

function subtotalsOf(ledger: Ledger, sums: ReadonlyMap<UnitId, Sums>): Pick<Standings, 'subtotals' | 'total'> {
  const above = new Map<UnitId, Points>();
  for (const [unit, { total }] of sums) {
    for (let parent = ledger.units.get(unit)?.parent ?? null; parent !== null; parent = ledger.units.get(parent)?.parent ?? null) {
      above.set(parent, (above.get(parent) ?? sums.get(parent)?.total ?? ZERO).plus(total));
    }
  }
  return { subtotals: [...above].map(([unit, points]) => ({ unit, points })), total: sum([...sums.values()].map(({ total }) => total)) };
}
