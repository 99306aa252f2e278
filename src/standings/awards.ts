/** 表扬: who is to be commended by number, share or mark, and what a tie at the last place leaves to the office. */
import type { Period } from '../model/period.ts';
import { divide, points } from '../model/points.ts';
import type { Ledger } from '../model/records.ts';
import { asList } from '../policy/lists.ts';
import type { Award } from '../policy/written.ts';
import type { Journal } from '../scoring/journal.ts';
import { peopleStandings } from './people.ts';
import type { Ranked } from './rank.ts';
import { standingsOf } from './standings.ts';

export interface Shortlist {
  readonly award: string;
  readonly title: string;
  readonly clause: string;
  readonly of: 'units' | 'people';
  /** The group within which the places are given; null for one list. */
  readonly group: string | null;
  /** How many places there are. */
  readonly places: number;
  readonly sure: readonly string[];
  /** Tied at the last place, for the office to decide. */
  readonly undecided: readonly string[];
  /** How many of the undecided can be taken. */
  readonly placesLeft: number;
}

/** The shortlists of the awards that are given for periods of this kind. */
export function awardsOf(period: Period, journal: Journal, ledger: Ledger): Shortlist[] {
  const standings = standingsOf(period, journal, ledger);
  const awards = Object.entries(standings.policy?.awards ?? {}).filter(([, { per }]) => per === period.span);
  return awards.flatMap(([id, award]) => {
    if (award.of === 'people')
      return [
        shortlist(
          id,
          award,
          null,
          peopleStandings(period, journal, ledger).map((row) => ({ ...row, entry: row.entry.person })),
        ),
      ];
    return standings.groups.map(({ group, rows }) =>
      shortlist(
        id,
        award,
        group,
        rows.map(({ unit, rank, tied }) => ({ entry: unit, rank, tied })),
      ),
    );
  });
}

/** Fills the places of an award from a ranked list. */
export function shortlist(id: string, award: Award, group: string | null, rows: readonly Ranked<string>[]): Shortlist {
  const places = Math.min(rows.length, placesOf(award, rows.length));
  const last = rows[places - 1]?.rank;
  const within = rows.filter(({ rank }) => last !== undefined && rank <= last);
  const head = { award: id, title: award.title, clause: asList(award.clause)[0] as string, of: award.of, group, places };
  if (within.length <= places) return { ...head, sure: names(within), undecided: [], placesLeft: 0 };
  const above = names(within.filter(({ rank }) => rank !== last));
  if (award.ties === 'all') return { ...head, sure: names(within), undecided: [], placesLeft: 0 };
  if (award.ties === 'none') return { ...head, sure: above, undecided: [], placesLeft: 0 };
  return { ...head, sure: above, undecided: names(within.filter(({ rank }) => rank === last)), placesLeft: places - above.length };
}

const names = (rows: readonly Ranked<string>[]): string[] => rows.map(({ entry }) => entry);

function placesOf({ places, share, round, at_least }: Award, candidates: number): number {
  if (places !== undefined) return places;
  const part = divide(points(share ?? 1).times(candidates), 1, { places: 0, mode: round });
  return Math.max(at_least, part.toNumber());
}
