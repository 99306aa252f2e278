/**
 * 账: the journal with what was published in its place. On days that a bulletin closed stand the credits as it locked them; what the records say
 * of these days now, less what was published, stands as corrections on the first open day; from then on the journal is as it is. So published
 * figures never move, and the whole adds up to what the records say.
 */
import type { Issued } from '../ledger/bulletins.ts';
import type { Cause } from '../ledger/written/bulletin.ts';
import { addDays, type Day, earlier } from '../model/day.ts';
import { parsePeriod } from '../model/period.ts';
import { isZero, type Points, ZERO } from '../model/points.ts';
import { type Credit, inJournalOrder } from '../scoring/credit.ts';
import type { Journal } from '../scoring/journal.ts';
import { unlocked } from './credits.ts';

/** What made the records say something else of a credit than was published by the bulletin `corrects`. */
export type CausesOf = (credit: Credit, corrects: string) => readonly Cause[];

/** The days that a bulletin closed, and its journal of them. */
interface Closed {
  readonly id: string;
  readonly from: Day | null;
  readonly to: Day;
  readonly credits: readonly Credit[];
}

/** The journal as published and corrected, up to its day. Without a bulletin it is the journal itself. */
export function keepBook(journal: Journal, issued: readonly Issued[], causesOf: CausesOf = () => []): Journal {
  const closed = closedBy(issued, journal.asOf);
  const last = closed.at(-1);
  if (last === undefined) return journal;
  const closer = closerOf(closed);
  const published = closed.flatMap(({ credits }) => credits);
  const now = journal.credits.map((credit) => whenKnown(credit, journal.books, closed));
  const open = now.filter(({ on }) => closer(on) === null);
  const firstOpen = addDays(last.to, 1);
  const corrections = firstOpen > journal.asOf ? [] : correctionsBetween(now, published, closer, firstOpen, causesOf);
  return { ...journal, credits: inJournalOrder([...published, ...corrections, ...open]) };
}

/** What bulletins closed of the days up to `asOf`, in order. One that closed more is seen as far as that day. */
function closedBy(issued: readonly Issued[], asOf: Day): Closed[] {
  return issued.flatMap(({ id, written: { evidence, credits } }): Closed[] => {
    const { closes } = evidence;
    const from = (closes?.from as Day | undefined) ?? null;
    if (closes === undefined || (from !== null && from > asOf)) return [];
    const seen = closes.to <= asOf ? credits : credits.filter(({ on }) => on <= asOf);
    return [{ id, from, to: earlier(closes.to as Day, asOf), credits: seen.map(unlocked) }];
  });
}

/**
 * A week across two months is placed on its Thursday, and what it came to is known only when it is over. Where its month was closed before that,
 * it counts on the day after the closing: no record has changed, so nothing is corrected.
 */
function whenKnown(credit: Credit, books: Journal['books'], closed: readonly Closed[]): Credit {
  const end = endOfWeekAcross(credit, books);
  const closing = end === null ? undefined : closed.find(({ from, to }) => credit.on <= to && (from === null || from <= credit.on));
  return end === null || closing === undefined || end <= closing.to ? credit : whenKnown({ ...credit, on: addDays(closing.to, 1) }, books, closed);
}

/** The Sunday on which the credit of a duty is known that is placed on a day before it; null for every other credit. */
function endOfWeekAcross({ on, rule, policy, reason }: Credit, books: Journal['books']): Day | null {
  if (reason.code !== 'duty-met' && reason.code !== 'duty-missed' && reason.code !== 'duty-extra') return null;
  const duty = books.find((book) => book.policy.id === policy)?.policy.duties[rule ?? ''];
  if (duty?.weeks !== 'thursday' || (duty.book === 'as-met' && reason.code !== 'duty-missed')) return null;
  const week = parsePeriod(reason.period);
  return week?.span === 'week' && week.to > on ? week.to : null;
}

type Closer = (on: Day) => string | null;

/** Which bulletin closed a day. */
function closerOf(closed: readonly Closed[]): Closer {
  return (on) => {
    let [low, high] = [0, closed.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((closed[middle] as Closed).to < on) low = middle + 1;
      else high = middle;
    }
    const found = closed[low];
    return found !== undefined && (found.from === null || found.from <= on) ? found.id : null;
  };
}

/** Everything of a credit but its day and points, and the bulletin whose figures it is part of. */
interface Entry {
  readonly credit: Credit;
  readonly bulletin: string;
  points: Points;
  readonly people: Map<string, Points>;
}

function correctionsBetween(now: readonly Credit[], published: readonly Credit[], closer: Closer, on: Day, causesOf: CausesOf): Credit[] {
  const entries = new Map<string, Entry>();
  for (const credit of published) {
    const bulletin = credit.reason.code === 'corrected' ? credit.reason.period : (closer(credit.on) as string);
    add(entries, credit, bulletin, -1);
  }
  for (const credit of now) {
    const bulletin = closer(credit.on);
    if (bulletin !== null) add(entries, credit, bulletin, 1);
  }
  return [...entries.values()].filter(differs).map((entry) => correctionOf(entry, on, causesOf));
}

function add(entries: Map<string, Entry>, credit: Credit, bulletin: string, sign: 1 | -1): void {
  if (isZero(credit.points) && credit.people.length === 0) return;
  const key = keyOf(credit, bulletin);
  const entry = entries.get(key) ?? { credit, bulletin, points: ZERO, people: new Map<string, Points>() };
  entry.points = entry.points.plus(credit.points.times(sign));
  for (const { person, points } of credit.people) entry.people.set(person, (entry.people.get(person) ?? ZERO).plus(points.times(sign)));
  entries.set(key, entry);
}

const keyOf = ({ unit, ledger, scope, policy, clause, rule, item, kind, record }: Credit, bulletin: string): string =>
  JSON.stringify([bulletin, unit, ledger, scope, policy, clause, rule, item, kind, record]);

const differs = ({ points, people }: Entry): boolean => !isZero(points) || [...people.values()].some((part) => !isZero(part));

function correctionOf({ credit, bulletin, points, people }: Entry, on: Day, causesOf: CausesOf): Credit {
  return {
    ...credit,
    on,
    points,
    people: [...people].filter(([, part]) => !isZero(part)).map(([person, part]) => ({ person, points: part })),
    reason: { code: 'corrected', period: bulletin, causes: causesOf(credit, bulletin) },
  };
}
