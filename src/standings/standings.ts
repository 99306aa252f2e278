/** 得分排名: who stands where in a period. Reports are views of the journal and hold no numbers of their own. */
import { type Day, earlier } from '../model/day.ts';
import { contains, type Period } from '../model/period.ts';
import { type Points, ZERO } from '../model/points.ts';
import type { Ledger, Submission, Unit, UnitId } from '../model/records.ts';
import type { Policy } from '../policy/policy.ts';
import type { Credit, RecordKind } from '../scoring/credit.ts';
import type { Journal } from '../scoring/journal.ts';
import type { Rulebook } from '../scoring/rulebook.ts';
import { type QuotaState, quotaStates } from './quotas.ts';
import { bottomOf, ranked, topOf } from './rank.ts';
import { creditsWithin, totalsBy, yearToDate } from './totals.ts';

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
  const credits = creditsWithin(journal.credits, period);
  const present = [...ledger.units.values()].filter((unit) => (book?.assesses(unit) ?? false) && served(unit, period));
  const rows = rowsOf(
    present.filter(({ excluded }) => excluded === null),
    { period, journal, ledger, book, credits },
  );
  const ofPeriod = totalsBy(credits, ({ unit }) => unit);
  return {
    period,
    asOf: journal.asOf,
    closed: period.to <= journal.asOf,
    policy: book?.policy ?? null,
    rankedBy: book?.policy.ranking.by ?? 'period',
    groups: groupsOf(rows, ledger, book),
    excluded: present.flatMap(({ id, excluded }) => (excluded === null ? [] : [{ unit: id, reason: excluded }])),
    subtotals: subtotalsOf(ledger, ofPeriod),
    total: [...ofPeriod.values()].reduce((all, points) => all.plus(points), ZERO),
  };
}

const served = ({ from, to }: Unit, period: Period): boolean => (from === null || from <= period.to) && (to === null || to >= period.from);

interface Setting {
  readonly period: Period;
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly book: Rulebook | null;
  readonly credits: readonly Credit[];
}

type Unranked = Omit<Row, 'rank' | 'tied'>;

function rowsOf(units: readonly Unit[], setting: Setting): Unranked[] {
  const { period, journal, book, credits } = setting;
  const ofPeriod = totalsBy(credits, ({ unit }) => unit);
  const soFar = totalsBy(creditsWithin(journal.credits, yearToDate(period)), ({ unit }) => unit);
  const kinds = totalsBy(credits, ({ unit, kind }) => `${unit} ${kind}`);
  const deductions = totalsBy(deducting(credits), ({ unit }) => unit);
  const filed = filedBy(setting);
  const adoptions = adoptionsBy(setting);
  const quotas = quotaStates(period, journal);
  return units.map(({ id }) => {
    const [own, year] = [ofPeriod.get(id) ?? ZERO, soFar.get(id) ?? ZERO];
    return {
      unit: id,
      points: book?.policy.ranking.by === 'year-to-date' ? year : own,
      ofPeriod: own,
      yearToDate: year,
      byKind: Object.fromEntries(KINDS.flatMap((kind) => (kinds.has(`${id} ${kind}`) ? [[kind, kinds.get(`${id} ${kind}`)]] : []))),
      deductions: deductions.get(id) ?? ZERO,
      filed: filed.get(id)?.filed ?? 0,
      adopted: filed.get(id)?.adopted ?? 0,
      adoptions: adoptions.get(id) ?? {},
      quotas: quotas.get(id) ?? [],
    };
  });
}

const KINDS: readonly RecordKind[] = ['submission', 'adoption', 'instruction', 'obligation', 'incident', 'unit'];

/** Credits by which a rule takes points away, as against those that take back what a better one replaced. */
const deducting = (credits: readonly Credit[]): readonly Credit[] =>
  credits.filter(({ points, reason }) => points.lt(0) && reason.code !== 'raised' && reason.code !== 'withdrawn');

function filedBy({ period, journal, ledger }: Setting): Map<UnitId, { filed: number; adopted: number }> {
  const adopted = new Set(ledger.adoptions.filter(({ on, stage }) => on <= journal.asOf && stage === '采用').map(({ submission }) => submission));
  const counts = new Map<UnitId, { filed: number; adopted: number }>();
  for (const { submission, on, barred } of journal.filings.values()) {
    if (barred || !contains(period, on)) continue;
    for (const { unit } of submission.units) {
      const { filed, adopted: before } = counts.get(unit) ?? { filed: 0, adopted: 0 };
      counts.set(unit, { filed: filed + 1, adopted: before + (adopted.has(submission.id) ? 1 : 0) });
    }
  }
  return counts;
}

function adoptionsBy({ period, journal, ledger, book }: Setting): Map<UnitId, Record<string, number>> {
  const counts = new Map<UnitId, Record<string, number>>();
  for (const adoption of ledger.adoptions) {
    if (!contains(period, adoption.on) || adoption.on > journal.asOf || adoption.stage !== '采用') continue;
    const outlet = ledger.outlets.get(adoption.outlet);
    const name = (outlet && book?.classOf(outlet)) ?? '';
    for (const { unit } of (ledger.submissions.get(adoption.submission) as Submission | undefined)?.units ?? []) {
      const own = counts.get(unit) ?? {};
      own[name] = (own[name] ?? 0) + 1;
      counts.set(unit, own);
    }
  }
  return counts;
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

function subtotalsOf(ledger: Ledger, totals: ReadonlyMap<UnitId, Points>): Standings['subtotals'] {
  const sums = new Map<UnitId, Points>();
  for (const [unit, points] of totals) {
    for (let parent = ledger.units.get(unit)?.parent ?? null; parent !== null; parent = ledger.units.get(parent)?.parent ?? null)
      sums.set(parent, (sums.get(parent) ?? totals.get(parent) ?? ZERO).plus(points));
  }
  return [...sums].map(([unit, points]) => ({ unit, points }));
}
