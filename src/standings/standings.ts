/** 得分排名: who stands where in a period. Reports are views of the journal and hold no numbers of their own. */
import { type Day, earlier } from '../model/day.ts';
import type { Period } from '../model/period.ts';
import { isNegative, isZero, type Points, sum, ZERO } from '../model/points.ts';
import type { Ledger, Unit, UnitId } from '../model/records.ts';
import type { Policy } from '../policy/policy.ts';
import { type Credit, POINTS, type RecordKind } from '../scoring/credit.ts';
import type { Journal } from '../scoring/journal.ts';
import type { Rulebook } from '../scoring/rulebook.ts';
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
  const book = journal.bookOn(earlier(period.to, journal.asOf)) ?? journal.bookOn(period.to);
  const sums = sumsOf(creditsWithin(journal.credits, period));
  const present = [...ledger.units.values()].filter((unit) => (book?.assesses(unit) ?? false) && served(unit, period));
  const rows = rowsOf(
    present.filter(({ excluded }) => excluded === null),
    { period, journal, book, sums },
  );
  return {
    period,
    asOf: journal.asOf,
    closed: period.to <= journal.asOf,
    policy: book?.policy ?? null,
    rankedBy: book?.policy.ranking.by ?? 'period',
    groups: groupsOf(rows, ledger, book),
    excluded: present.flatMap(({ id, excluded }) => (excluded === null ? [] : [{ unit: id, reason: excluded }])),
    ...subtotalsOf(ledger, sums),
  };
}

const served = ({ from, to }: Unit, period: Period): boolean => (from === null || from <= period.to) && (to === null || to >= period.from);

interface Setting {
  readonly period: Period;
  readonly journal: Journal;
  readonly book: Rulebook | null;
  readonly sums: ReadonlyMap<UnitId, Sums>;
}

type Unranked = Omit<Row, 'rank' | 'tied'>;

function rowsOf(units: readonly Unit[], { period, journal, book, sums }: Setting): Unranked[] {
  const soFar = totalsBy(creditsToDate(journal.credits, yearToDate(period)), ({ unit }) => unit);
  const filed = filedIn(period, journal);
  const adoptions = adoptionsIn(period, journal);
  const quotas = quotaStates(period, journal);
  return units.map(({ id }) => {
    const { total, byKind, deductions } = sums.get(id) ?? NOTHING;
    const year = soFar.get(id) ?? ZERO;
    return {
      unit: id,
      points: book?.policy.ranking.by === 'year-to-date' ? year : total,
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
function sumsOf(credits: readonly Credit[]): Map<UnitId, Sums> {
  const sums = new Map<UnitId, Sums>();
  for (const credit of credits) {
    if (credit.ledger !== POINTS || isZero(credit.points)) continue;
    const own = entryOf(sums, credit.unit, (): Sums => ({ ...NOTHING, byKind: {} }));
    own.total = own.total.plus(credit.points);
    own.byKind[credit.kind] = (own.byKind[credit.kind] ?? ZERO).plus(credit.points);
    if (deducts(credit)) own.deductions = own.deductions.plus(credit.points);
  }
  return sums;
}

/** Whether a rule takes points away, as against taking back what a better one replaced. */
const deducts = ({ points, reason }: Credit): boolean => isNegative(points) && reason.code !== 'raised' && reason.code !== 'withdrawn';

function filedIn(period: Period, { chronicle }: Journal): Map<UnitId, { filed: number; adopted: number }> {
  const counts = new Map<UnitId, { filed: number; adopted: number }>();
  for (const { units, adopted } of within(chronicle.filings, period)) {
    for (const { unit } of units) {
      const own = entryOf(counts, unit, () => ({ filed: 0, adopted: 0 }));
      own.filed += 1;
      if (adopted) own.adopted += 1;
    }
  }
  return counts;
}

function adoptionsIn(period: Period, { chronicle }: Journal): Map<UnitId, Record<string, number>> {
  const counts = new Map<UnitId, Record<string, number>>();
  for (const { units, class: name } of within(chronicle.adoptions, period)) {
    for (const { unit } of units) {
      const own = entryOf(counts, unit, (): Record<string, number> => ({}));
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
  if (book?.policy.ranking.groups !== 'class') return [groupOf(null, rows, book)];
  const classes = [...new Set(rows.map(({ unit }) => ledger.units.get(unit)?.class ?? ''))];
  return classes.map((name) =>
    groupOf(
      name,
      rows.filter(({ unit }) => ledger.units.get(unit)?.class === name),
      book,
    ),
  );
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
