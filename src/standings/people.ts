/** 个人得分: authors by the sum of their parts of the credits. */
import type { Period } from '../model/period.ts';
import { type Points, ZERO } from '../model/points.ts';
import type { Ledger, PersonId } from '../model/records.ts';
import type { Journal } from '../scoring/journal.ts';
import { type Ranked, ranked } from './rank.ts';
import { creditsWithin, totalsByPerson } from './totals.ts';

export interface PersonPoints {
  readonly person: PersonId;
  readonly points: Points;
}

/** Everyone who wrote something that was filed by the end of the period, ranked by the points of the period. */
export function peopleStandings(period: Period, journal: Journal, ledger: Ledger): Ranked<PersonPoints>[] {
  const totals = totalsByPerson(creditsWithin(journal.credits, period));
  const writers = new Set<PersonId>(totals.keys());
  for (const { submission, on } of journal.filings.values())
    if (on >= period.from && on <= period.to) for (const author of submission.authors) writers.add(author);
  const entries = [...writers].filter((person) => ledger.people.has(person)).sort();
  return ranked(
    entries.map((person) => ({ person, points: totals.get(person) ?? ZERO })),
    ({ points }) => points,
  );
}
