/** Standings as JSON: an interface for other programs. Points are decimal strings, keys stand in a fixed order. */
import type { Period } from '../model/period.ts';
import { written } from '../model/points.ts';
import type { Ledger, Person, Unit } from '../model/records.ts';
import type { Journal } from '../scoring/journal.ts';
import { awardsOf } from '../standings/awards.ts';
import { type Bar, barsIn } from '../standings/eligibility.ts';
import { peopleStandings } from '../standings/people.ts';
import type { QuotaState } from '../standings/quotas.ts';
import { remindersIn } from '../standings/reminders.ts';
import { type Group, type Row, standingsOf } from '../standings/standings.ts';

/**
 * `{period, from, to, asOf, closed, policy, rankedBy, total, groups: [{group, rows: [{rank, tied, unit, name, points, …}], top, bottom}], people, excluded,
 * subtotals, bars, awards, reminders}`. Units and people are ids; `name` is the unit's full name.
 */
export function standingsJson(period: Period, journal: Journal, ledger: Ledger): string {
  const { asOf, closed, policy, rankedBy, total, groups, excluded, subtotals } = standingsOf(period, journal, ledger);
  const { key, from, to } = period;
  return `${JSON.stringify(
    {
      period: key,
      from,
      to,
      asOf,
      closed,
      policy: policy?.id ?? null,
      rankedBy,
      total: written(total),
      groups: groups.map((group) => groupJson(group, ledger)),
      people: peopleStandings(period, journal, ledger).map(({ rank, tied, entry }) => ({
        rank,
        tied,
        person: entry.person,
        name: (ledger.people.get(entry.person) as Person).name,
        points: written(entry.points),
      })),
      excluded,
      subtotals: subtotals.map(({ unit, points }) => ({ unit, points: written(points) })),
      bars: barsIn(period, journal, ledger).map(barJson),
      awards: awardsOf(period, journal, ledger),
      reminders: remindersIn(period, journal).map(({ at: _, period: owed, ...reminder }) => ({ ...reminder, period: owed.key })),
    },
    null,
    2,
  )}\n`;
}

function groupJson({ group, rows, top, bottom }: Group, ledger: Ledger) {
  return { group, rows: rows.map((row) => rowJson(row, ledger)), top, bottom };
}

function rowJson({ rank, tied, unit, points, ofPeriod, yearToDate, byKind, deductions, filed, adopted, adoptions, quotas }: Row, ledger: Ledger) {
  return {
    rank,
    tied,
    unit,
    name: (ledger.units.get(unit) as Unit).name,
    points: written(points),
    ofPeriod: written(ofPeriod),
    yearToDate: written(yearToDate),
    byKind: Object.fromEntries(Object.entries(byKind).map(([kind, of]) => [kind, written(of)])),
    deductions: written(deductions),
    filed,
    adopted,
    adoptions,
    quotas: quotas.map(quotaJson),
  };
}

const quotaJson = ({ duty, title, period, count, quota, state, forecast }: QuotaState) => ({
  duty,
  title,
  period: period.key,
  count,
  quota,
  state,
  forecast,
});

const barJson = ({ cause, ...bar }: Bar) => ({ ...bar, cause: cause.key });
