/** What a proposal does to points, ranks, quotas and eligibility. */
import type { Day } from '../model/day.ts';
import { byEnd, type Period, periodOf, type Span } from '../model/period.ts';
import { isZero } from '../model/points.ts';
import type { Policy } from '../policy/policy.ts';
import { timeline } from '../policy/policy.ts';
import { POINTS } from '../scoring/credit.ts';
import type { DutyState } from '../scoring/duties.ts';
import { changesRank, compareKept, type Moved } from '../standings/comparison.ts';
import { type Bar, barsIn } from '../standings/eligibility.ts';
import { stateOf } from '../standings/quotas.ts';
import type { Difference } from './credits.ts';
import type { Scored } from './side.ts';

/** The standings of a period: whose points change, and whose rank changes with them. */
export interface Movement {
  readonly period: Period;
  readonly closed: boolean;
  readonly rows: readonly Moved[];
}

/** The periods that the ordinance ranks and in which a credit differs, months before their year, the latest last. */
export function movementsOf(before: Scored, after: Scored, differences: readonly Difference[]): Movement[] {
  const days = new Set(differences.filter(({ credit }) => credit.ledger === POINTS).map(({ credit }) => credit.on));
  const policyOn = timeline(after.policies);
  const periods = [...days].flatMap((on) => periodsRanked(on, policyOn(on), after.journal.asOf));
  return [...new Map(periods.map((period) => [period.key, period])).values()].sort(byEnd).flatMap((period) => {
    const { rows, after: standings } = compareKept(before, after, period);
    const moved = rows.filter((row) => !isZero(row.change) || changesRank(row));
    return moved.length === 0 ? [] : [{ period, closed: standings.closed, rows: moved }];
  });
}

const USUAL: readonly Span[] = ['month', 'quarter', 'year'];

/** The kinds of period that an ordinance has counted and published; month, quarter and year where it says nothing of it. A half-month is for reminders. */
function spansOf(policy: Policy | null): readonly Span[] {
  const named = [...new Set((policy?.cadence ?? []).map(({ every }) => every).filter((span) => span !== 'half-month'))];
  return named.length === 0 ? USUAL : named;
}

/** Where the ranking goes by the year so far, what happened in March moves the rank of today. */
function periodsRanked(on: Day, policy: Policy | null, asOf: Day): Period[] {
  const spans = spansOf(policy);
  const own = spans.map((span) => periodOf(on, span));
  const isRunning = policy?.ranking.by === 'year-to-date' && on.slice(0, 4) === asOf.slice(0, 4);
  return isRunning ? [...own, ...spans.map((span) => periodOf(asOf, span))] : own;
}

/** A duty of a unit in a period, before and after; null where it is not owed. */
export interface DutyChange {
  readonly before: DutyState | null;
  readonly after: DutyState | null;
}

/** The duties whose count or quota changes, in the order of the journal. */
export function dutyChanges(before: Scored, after: Scored): DutyChange[] {
  const [then, now] = [dutiesBy(before), dutiesBy(after)];
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((key) => {
    const change: DutyChange = { before: then.get(key) ?? null, after: now.get(key) ?? null };
    return isNews(change) ? [change] : [];
  });
}

const dutiesBy = ({ journal }: Scored): Map<string, DutyState> =>
  new Map(journal.duties.map((state) => [JSON.stringify([state.policy.id, state.duty, state.unit, state.period.key]), state]));

const isNews = ({ before, after }: DutyChange): boolean =>
  before === null || after === null || !before.count.eq(after.count) || !before.quota.eq(after.quota) || stateOf(before) !== stateOf(after);

/** A unit that loses its eligibility, or regains it. */
export interface BarChange {
  readonly what: 'barred' | 'freed';
  readonly bar: Bar;
}

/** Of the years in which something happens; a period that is still running bars nobody for good, and says so. */
export function barChanges(before: Scored, after: Scored, days: Iterable<Day>): BarChange[] {
  const years = [...new Set([...days].map((on) => periodOf(on, 'year').key))].sort();
  return years.flatMap((key) => {
    const year = periodOf(`${key}-01-01` as Day, 'year');
    const [then, now] = [before, after].map(({ journal, ledger }) => barsBy(barsIn(year, journal, ledger))) as [Bars, Bars];
    const barred = [...now].filter(([id]) => !then.has(id)).map(([, bar]): BarChange => ({ what: 'barred', bar }));
    const freed = [...then].filter(([id]) => !now.has(id)).map(([, bar]): BarChange => ({ what: 'freed', bar }));
    return [...barred, ...freed];
  });
}

type Bars = Map<string, Bar>;
const barsBy = (bars: readonly Bar[]): Bars => new Map(bars.map((bar) => [JSON.stringify([bar.unit, bar.policy, bar.rule, bar.cause.key]), bar]));
