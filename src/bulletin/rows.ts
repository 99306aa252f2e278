/** The rows of a bulletin's tables, and their sums. */
import type { Published, PublishedRow, Totals } from '../ledger/written/bulletin.ts';
import type { Period } from '../model/period.ts';
import { type Points, sum, ZERO } from '../model/points.ts';
import type { Ledger, UnitId } from '../model/records.ts';
import { POINTS } from '../scoring/credit.ts';
import type { Journal } from '../scoring/journal.ts';
import { type Row, type Standings, seats } from '../standings/standings.ts';
import { creditsWithin, within, yearToDate } from '../standings/totals.ts';
import { numberOf } from './credits.ts';
import { instructionsIn } from './lists.ts';

/** A ledger and its book of record as of some day. */
export interface Kept {
  readonly ledger: Ledger;
  readonly journal: Journal;
}

/** What rows need besides the standings. */
interface Counted {
  readonly filedToDate: ReadonlyMap<UnitId, number>;
  readonly inPrint: ReadonlyMap<UnitId, number>;
  readonly instructions: ReadonlyMap<UnitId, number>;
  readonly corrections: ReadonlyMap<UnitId, Points>;
  readonly byLevel: ReadonlyMap<string, number>;
  readonly joint: number;
}

export function tallyOf(period: Period, { ledger, journal }: Kept, standings: Standings): Counted {
  const ranked = new Set(standings.groups.flatMap(({ rows }) => rows.map(({ unit }) => unit)));
  const seatOf = seats(ledger, journal.bookOn(period.to));
  const unitsOf = (shares: readonly { unit: UnitId }[]): UnitId[] => shares.map(({ unit }) => seatOf(unit)).filter((unit) => ranked.has(unit));
  const { filings, adoptions } = journal.chronicle;
  const adopted = within(adoptions, period);
  const filed = within(filings, period).map(({ units }) => unitsOf(units).length);
  const instructed = instructionsIn(period, ledger).map(({ submission }) => unitsOf(ledger.submissions.get(submission)?.units ?? []));
  const corrected = creditsWithin(journal.credits, period).filter(({ reason, ledger: account }) => reason.code === 'corrected' && account === POINTS);
  return {
    filedToDate: counts(within(filings, yearToDate(period)).flatMap(({ units }) => unitsOf(units))),
    inPrint: counts(adopted.filter(({ adoption }) => adoption.print).flatMap(({ units }) => unitsOf(units))),
    instructions: counts(instructed.flat()),
    corrections: sums(corrected.map(({ unit, points }) => [seatOf(unit), points])),
    byLevel: counts(adopted.flatMap(({ adoption, units }) => unitsOf(units).map(() => ledger.outlets.get(adoption.outlet)?.level ?? ''))),
    joint: filed.reduce((more, units) => more + Math.max(0, units - 1), 0),
  };
}

function counts<K>(keys: Iterable<K>): Map<K, number> {
  const found = new Map<K, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}

function sums<K>(entries: Iterable<readonly [K, Points]>): Map<K, Points> {
  const found = new Map<K, Points>();
  for (const [key, points] of entries) found.set(key, (found.get(key) ?? ZERO).plus(points));
  return found;
}

export function rowOf(row: Row, tally: Counted): PublishedRow {
  const { rank, tied, unit, filed, adopted, adoptions, byKind, deductions, ofPeriod, yearToDate: toDate, points, quotas } = row;
  return {
    rank,
    tied,
    unit,
    filed,
    filed_to_date: tally.filedToDate.get(unit) ?? 0,
    adopted,
    by_class: { ...adoptions },
    in_print: tally.inPrint.get(unit) ?? 0,
    instructions: tally.instructions.get(unit) ?? 0,
    by_kind: Object.fromEntries(Object.entries(byKind).map(([kind, own]) => [kind, numberOf(own)])),
    corrections: numberOf(tally.corrections.get(unit) ?? ZERO),
    deductions: numberOf(deductions),
    of_period: numberOf(ofPeriod),
    to_date: numberOf(toDate),
    points: numberOf(points),
    quotas: quotas.map(({ duty, title, period, count, quota, state }) => ({ duty, title, period: period.key, count, quota, state })),
  };
}

export const adoptionsOf = ({ by_class }: PublishedRow): number => Object.values(by_class).reduce((total, count) => total + count, 0);
const total = (rows: readonly PublishedRow[], amountOf: (row: PublishedRow) => number): number => rows.reduce((own, row) => own + amountOf(row), 0);
const totalPoints = (rows: readonly PublishedRow[], amountOf: (row: PublishedRow) => number): number =>
  numberOf(sum(rows.map((row) => ZERO.plus(amountOf(row)))));

/** Sums over rows; `classes` are the classes of outlets in their order. */
export function totalsOf(rows: readonly PublishedRow[], { byLevel, joint }: Counted, classes: readonly string[]): Totals {
  const counted = new Set(rows.flatMap(({ by_class }) => Object.keys(by_class)));
  const inOrder = [...classes.filter((name) => counted.has(name)), ...[...counted].filter((name) => !classes.includes(name)).sort()];
  const levels = (['县', '市', '省', '国家'] as const).filter((level) => byLevel.has(level));
  return {
    units: rows.length,
    filed: total(rows, ({ filed }) => filed),
    joint,
    adopted: total(rows, ({ adopted }) => adopted),
    adoptions: total(rows, adoptionsOf),
    by_class: Object.fromEntries(inOrder.map((name) => [name, total(rows, ({ by_class }) => by_class[name] ?? 0)])),
    by_level: Object.fromEntries(levels.map((level) => [level, byLevel.get(level) ?? 0])),
    instructions: total(rows, ({ instructions }) => instructions),
    points: totalPoints(rows, ({ of_period }) => of_period),
    deductions: totalPoints(rows, ({ deductions }) => deductions),
    corrections: totalPoints(rows, ({ corrections }) => corrections),
    zero_filed: rows.filter(({ filed }) => filed === 0).length,
    zero_adopted: rows.filter((row) => adoptionsOf(row) === 0).length,
  };
}

export function byUnitClass(rows: readonly PublishedRow[], { units }: Ledger): Published['by_unit_class'] {
  const classes = [...Map.groupBy(rows, ({ unit }) => units.get(unit)?.class ?? '')];
  return Object.fromEntries(
    classes.map(([name, own]) => [
      name,
      { units: own.length, filed: total(own, ({ filed }) => filed), adopted: total(own, ({ adopted }) => adopted) },
    ]),
  );
}
