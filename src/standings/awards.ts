/** 表扬: who is to be commended by number, share or mark, and what a tie at the last place leaves to the office. */
import { contains, type Period } from '../model/period.ts';
import { divide, type Points, points } from '../model/points.ts';
import type { Ledger, UnitId } from '../model/records.ts';
import { asList } from '../policy/lists.ts';
import type { Award } from '../policy/written.ts';
import type { Journal } from '../scoring/journal.ts';
import { barsIn } from './eligibility.ts';
import { peopleStandings } from './people.ts';
import { type Ranked, ranked } from './rank.ts';
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
  /** What each of the sure ones gets, where the ordinance sets amounts by rank. */
  readonly amounts: Readonly<Record<string, number>>;
}

/** The shortlists of the awards that are given for periods of this kind. */
export function awardsOf(period: Period, journal: Journal, ledger: Ledger): Shortlist[] {
  const standings = standingsOf(period, journal, ledger);
  const awards = Object.entries(standings.policy?.awards ?? {}).filter(([, { per }]) => per === period.span);
  const people = (): Candidate[] =>
    peopleStandings(period, journal, ledger).map(({ entry, ...rank }) => ({ ...rank, entry: entry.person, points: entry.points }));
  return awards.flatMap(([id, award]) => {
    const admitted = admitting(award, period, journal, ledger);
    if (award.of === 'people')
      return [
        shortlist(
          id,
          award,
          null,
          people().filter(({ entry }) => admitted(ledger.people.get(entry)?.unit ?? '')),
        ),
      ];
    return standings.groups.map(({ group, rows }) =>
      shortlist(
        id,
        award,
        group,
        rows.filter(({ unit }) => admitted(unit)).map(({ unit, rank, tied, points: own }) => ({ entry: unit, rank, tied, points: own })),
      ),
    );
  });
}

/** A line of a ranking that an award is given from. */
export interface Candidate extends Ranked<string> {
  readonly points: Points;
}

/** Whether a unit (or a unit's people) may take part: not barred, and with its duty met throughout, where the ordinance asks for it. */
function admitting({ unless_barred, needs_met }: Award, period: Period, journal: Journal, ledger: Ledger): (unit: UnitId) => boolean {
  const barred = new Set(
    unless_barred
      ? [...barsIn(period, journal, ledger), ...journal.notices.filter(({ bars, on }) => bars !== null && contains(period, on))].map(
          ({ unit }) => unit,
        )
      : [],
  );
  const missed = new Set(
    journal.duties
      .filter(({ duty, booked, count, quota, over }) => duty === needs_met && over && contains(period, booked) && count.lt(quota))
      .map(({ unit }) => unit),
  );
  return (unit) => !barred.has(unit) && !missed.has(unit);
}

/** Fills the places of an award from a ranked list. Ranks are counted anew among those who take part. */
function shortlist(id: string, award: Award, group: string | null, candidates: readonly Candidate[]): Shortlist {
  const rows = inOrder(award, candidates);
  const places = Math.min(rows.length, placesOf(award, rows.length));
  const last = rows[places - 1]?.rank;
  const within = rows.filter(({ rank }) => last !== undefined && rank <= last);
  const head = { award: id, title: award.title, clause: asList(award.clause)[0] as string, of: award.of, group, places };
  const filled = (sure: readonly Ranked<Candidate>[], undecided: readonly Ranked<Candidate>[] = []): Shortlist => ({
    ...head,
    sure: names(sure),
    undecided: names(undecided),
    placesLeft: undecided.length === 0 ? 0 : places - sure.length,
    amounts: amountsOf(award, sure),
  });
  if (within.length <= places || award.ties === 'all') return filled(within);
  const above = within.filter(({ rank }) => rank !== last);
  return award.ties === 'none'
    ? filled(above)
    : filled(
        above,
        within.filter(({ rank }) => rank === last),
      );
}

/** Those above the mark, the best first, or the last first. */
function inOrder({ mark, from }: Award, candidates: readonly Candidate[]): Ranked<Candidate>[] {
  const above = mark === undefined ? candidates : candidates.filter(({ points: own }) => own.gte(mark));
  return ranked(above, ({ points: own }) => (from === 'bottom' ? own.times(-1) : own));
}

const names = (rows: readonly Ranked<Candidate>[]): string[] => rows.map(({ entry }) => entry.entry);

/** The amount for each of those who are in, by rank. */
const amountsOf = ({ amounts = [] }: Award, rows: readonly Ranked<Candidate>[]): Record<string, number> =>
  Object.fromEntries(rows.flatMap(({ entry, rank }) => (amounts[rank - 1] === undefined ? [] : [[entry.entry, amounts[rank - 1] as number]])));

/** A fixed number, a share, or, with a mark alone, everyone above it. */
function placesOf({ places, share, mark, round, at_least }: Award, candidates: number): number {
  if (places !== undefined) return places;
  if (share === undefined && mark !== undefined) return candidates;
  const part = divide(points(share ?? 1).times(candidates), 1, { places: 0, mode: round });
  return Math.max(at_least, part.toNumber());
}
