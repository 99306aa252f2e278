/** Answers the questions of the situations from the journal, in the shape in which they state what is expected. */
import type { Day } from '../../src/model/day.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { type Points, points, written } from '../../src/model/points.ts';
import type { Ledger } from '../../src/model/records.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { type Credit, totalOf } from '../../src/scoring/credit.ts';
import { type Journal, keepJournal } from '../../src/scoring/journal.ts';
import { shortlist } from '../../src/standings/awards.ts';
import { barsIn } from '../../src/standings/eligibility.ts';
import { ranked } from '../../src/standings/rank.ts';
import { remindersIn } from '../../src/standings/reminders.ts';
import { standingsOf } from '../../src/standings/standings.ts';
import { creditsWithin, totalsByPerson } from '../../src/standings/totals.ts';
import type { Situation } from './world.ts';

export interface World {
  readonly situation: Situation;
  readonly ledger: Ledger;
  readonly policies: readonly Policy[];
  readonly asOf: Day;
}

type Selects = (credit: Credit) => boolean;

const COMPONENTS: Record<string, Selects> = {
  adoption: ({ kind }) => kind === 'adoption' || kind === 'instruction',
  deductions: ({ kind }) => kind === 'incident',
  weekly_deduction: ({ rule }) => rule === 'weekly',
  monthly_task: ({ rule }) => rule === 'monthly-task',
  research: ({ rule }) => rule === 'research',
  total: () => true,
};

/** What the engine answers to the situation's question. */
export function answer(world: World): unknown {
  const journal = keepJournal(world.ledger, world.policies, world.asOf);
  return (ASKS[world.situation.ask.kind] as (world: World, journal: Journal) => unknown)(world, journal);
}

const ASKS: Record<string, (world: World, journal: Journal) => unknown> = {
  item_score: (world, journal) => itemScore(String(world.situation.ask['item']), world, journal),
  item_scores: (world, journal) => each(world.situation.ask['items'], (item) => itemScore(item, world, journal)),
  unit_score: (world, journal) => number(unitCredits(String(world.situation.ask['unit']), period(world.situation.ask['period']), world, journal)),
  unit_scores: (world, journal) =>
    each(world.situation.ask['units'], (unit) => number(unitCredits(unit, period(world.situation.ask['period']), world, journal))),
  unit_scores_by_period: (world, journal) =>
    each(world.situation.ask['periods'], (key) => number(unitCredits(String(world.situation.ask['unit']), period(key), world, journal))),
  component: (world, journal) => component(String(world.situation.ask['unit']), String(world.situation.ask['period']), world, journal),
  component_by_period: (world, journal) =>
    each(world.situation.ask['periods'], (key) => component(String(world.situation.ask['unit']), key, world, journal)),
  component_by_unit: (world, journal) =>
    each(world.situation.ask['units'], (unit) => component(unit, String(world.situation.ask['period']), world, journal)),
  component_by_unit_and_period: (world, journal) =>
    each(world.situation.ask['targets'], (target) => component(...(target.split('/') as [string, string]), world, journal)),
  author_and_unit_scores: (world, journal) => each(world.situation.ask['targets'], (target) => authorOrUnit(target, world, journal)),
  eligibility: eligibility,
  rank: rank,
  score_and_reminders: (world, journal) => ({
    score: number(unitCredits(String(world.situation.ask['unit']), period(world.situation.ask['period']), world, journal)),
    reminders: remindersIn(period(world.situation.ask['period']), journal)
      .filter(({ unit }) => unit === unitId(String(world.situation.ask['unit']), world))
      .map(({ on }) => on),
  }),
  approval_steps: (world, journal) => each(world.situation.ask['items'], (item) => approvalSteps(item, world, journal)),
  shortlist: takePlaces,
};

function each<T>(keys: unknown, of: (key: string) => T): Record<string, T> {
  return Object.fromEntries((keys as string[]).map((key) => [key, of(key)]));
}

const period = (key: unknown): Period => parsePeriod(String(key)) as Period;
const unitId = (name: string, { ledger }: World): string => [...ledger.units.values()].find((unit) => unit.name === name)?.id as string;
const number = (credits: readonly Credit[]): number => plain(totalOf(credits));
const plain = (value: Points): number => Number(written(value));

function itemScore(item: string, { situation }: World, journal: Journal): number | null {
  const selects = COMPONENTS[String(situation.ask['component'] ?? 'total')] as Selects;
  const credits = journal.credits.filter((credit) => credit.item === item && selects(credit));
  const open = credits.some(({ reason }) => reason.code === 'level-open' || reason.code === 'edition-needed');
  return open ? null : number(credits);
}

/** The unit's own credits and those of the units below it: what a subtotal shows. */
function unitCredits(unit: string, within: Period, world: World, journal: Journal): Credit[] {
  const id = unitId(unit, world);
  const below = [...world.ledger.units.values()].filter(({ parent }) => parent === id).map((child) => child.id);
  return creditsWithin(journal.credits, within).filter((credit) => credit.unit === id || below.includes(credit.unit));
}

function component(unit: string, key: string, world: World, journal: Journal): number {
  const selects = COMPONENTS[String(world.situation.ask['component'])] as Selects;
  return number(unitCredits(unit, period(key), world, journal).filter(selects));
}

function authorOrUnit(target: string, world: World, journal: Journal): number {
  const person = [...world.ledger.people.values()].find(({ name }) => name === target);
  const within = period(world.situation.ask['period']);
  if (!person) return number(unitCredits(target, within, world, journal));
  return plain(totalsByPerson(creditsWithin(journal.credits, within)).get(person.id) ?? points(0));
}

function eligibility(world: World, journal: Journal): Record<string, string> {
  const bars = barsIn(period(world.situation.ask['year']), journal, world.ledger);
  return each(world.situation.ask['units'], (unit) => (bars.some((bar) => bar.unit === unitId(unit, world)) ? 'barred' : 'eligible'));
}

function rank(world: World, journal: Journal): unknown {
  const [group] = standingsOf(period(world.situation.ask['period']), journal, world.ledger).groups;
  const rows = group?.rows ?? [];
  const nameOf = (unit: string): string => world.ledger.units.get(unit)?.name as string;
  const answer = {
    points: Object.fromEntries(rows.map(({ unit, points: own }) => [nameOf(unit), plain(own)])),
    rank: Object.fromEntries(rows.map(({ unit, rank: place }) => [nameOf(unit), place])),
  };
  if (world.situation.ask['k'] === undefined) return answer;
  return {
    ...answer,
    top_k: group?.top.units.map(nameOf),
    ...(group?.top.tieAcross ? { top_k_flag: 'tie across k' } : {}),
    bottom_k: group?.bottom.units.map(nameOf),
  };
}

function approvalSteps(item: string, { ledger }: World, journal: Journal): readonly string[] {
  const submission = ledger.submissions.get(item);
  const unit = ledger.units.get(submission?.units[0]?.unit ?? '');
  const book = submission && journal.bookOn(submission.on);
  return submission && unit && book ? book.stepsFor(submission, unit) : [];
}

function takePlaces({ situation, policies }: World): unknown {
  const totals = situation.events.find(({ e }) => e === 'totals')?.['points'] as Record<string, number>;
  const rows = ranked(Object.entries(totals), ([, own]) => points(own)).map(({ entry: [unit, own], ...rank }) => ({
    ...rank,
    entry: unit,
    points: points(own),
  }));
  const award = policies.at(-1)?.awards['outstanding-units'];
  if (!award) return null;
  const { places, sure, undecided, placesLeft } = shortlist('outstanding-units', award, null, rows);
  return { k: places, sure, undecided, places_left: placesLeft };
}
