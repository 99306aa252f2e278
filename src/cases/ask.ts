/** What the engine answers to the questions of a case, and on which credits the answer rests. */
import type { CaseSubject } from '../model/finding.ts';
import { contains, type Period } from '../model/period.ts';
import { type Points, sum, written } from '../model/points.ts';
import type { Share, Submission, Unit } from '../model/records.ts';
import { type Credit, totalOf } from '../scoring/credit.ts';
import { awardsOf, type Shortlist } from '../standings/awards.ts';
import { barsIn } from '../standings/eligibility.ts';
import { peopleStandings } from '../standings/people.ts';
import { type QuotaState, quotaStates } from '../standings/quotas.ts';
import { remindersIn } from '../standings/reminders.ts';
import { type Group, type Row, standingsOf } from '../standings/standings.ts';
import { creditsToDate, creditsWithin, yearToDate } from '../standings/totals.ts';
import { creditsOf, nameOf, periodIn, personNamed, unitNamed, type World } from './world.ts';
import { type Measure, type STATES, type Statement, UNDECIDED } from './written.ts';

/** An answer in the form in which a case writes it; null where there is none. */
export type Answer = string | number | boolean | null | readonly string[] | Readonly<Record<string, string | number>>;

export interface Answered {
  readonly got: Answer;
  /** The credits on which it rests; of a quota or a reminder none. */
  readonly credits: readonly Credit[];
}

export type Subject = CaseSubject;

/** What can be asked of each subject. */
export const FITTING: Readonly<Record<Subject, readonly Measure[]>> = {
  item: ['points', 'steps'],
  unit: ['points', 'score', 'rank', 'eligible', 'reminders', 'notices', 'done', 'owed', 'state'],
  person: ['points', 'rank'],
  award: ['places', 'sure', 'undecided', 'left', 'amounts'],
  ranking: ['top', 'bottom', 'tie'],
};

export const subjectsOf = (statement: Statement): Subject[] =>
  (['item', 'unit', 'person', 'award'] as const).filter((subject) => statement[subject] !== undefined);

/** What the engine answers to one measure of a statement. */
export const answer = (measure: Measure, statement: Statement, world: World): Answered => ANSWERS[measure](statement, world);

type Answers = (statement: Statement, world: World) => Answered;

const restingOnNothing =
  (of: (statement: Statement, world: World) => Answer): Answers =>
  (statement, world) => ({ got: of(statement, world), credits: [] });

const ANSWERS: Readonly<Record<Measure, Answers>> = {
  points: pointsOf,
  score: (statement, world) => ({ got: scoreOf(statement, world), credits: creditsRanked(statement, world) }),
  rank: (statement, world) => ({ got: rankOf(statement, world), credits: creditsRanked(statement, world) }),
  top: ofRanking(({ top }, world) => top.units.map(nameOf(world.ledger))),
  bottom: ofRanking(({ bottom }, world) => bottom.units.map(nameOf(world.ledger))),
  tie: ofRanking(({ top }) => top.tieAcross),
  eligible: restingOnNothing(isEligible),
  reminders: restingOnNothing(remindedOn),
  notices: restingOnNothing(noticesOf),
  done: ofQuota(({ count }) => count),
  owed: ofQuota(({ quota }) => quota),
  state: ofQuota(({ state }) => STATE_NAMES[state]),
  steps: restingOnNothing(stepsOf),
  places: ofAward(({ places }) => places),
  sure: ofAward(({ sure }, world) => sure.map(nameOf(world.ledger))),
  undecided: ofAward(({ undecided }, world) => undecided.map(nameOf(world.ledger))),
  left: ofAward(({ placesLeft }) => placesLeft),
  amounts: ofAward(({ amounts }, { ledger }) => Object.fromEntries(Object.entries(amounts).map(([id, amount]) => [nameOf(ledger)(id), amount]))),
};

const STATE_NAMES: Readonly<Record<QuotaState['state'], (typeof STATES)[number]>> = { met: '完成', missed: '未完成', running: '进行中' };

function pointsOf(statement: Statement, world: World): Answered {
  const credits = creditsOf(statement, world);
  const open = credits.some(({ reason: { code } }) => code === 'level-open' || code === 'edition-needed');
  if (open) return { got: UNDECIDED, credits };
  return { got: written(statement.person === undefined ? totalOf(credits) : partsOf(credits, statement, world)), credits };
}

function partsOf(credits: readonly Credit[], { person }: Statement, { ledger }: World): Points {
  const id = personNamed(person, ledger);
  return sum(credits.flatMap(({ people }) => people.filter((part) => part.person === id).map((part) => part.points)));
}

/** Statements without a period about a ranking, a quota or an award are refused before anybody asks. */
const wholly = (statement: Statement): Period => periodIn(statement) as Period;

function rankOf(statement: Statement, world: World): number | null {
  if (statement.person !== undefined) {
    const id = personNamed(statement.person, world.ledger);
    return peopleStandings(wholly(statement), world.journal, world.ledger).find(({ entry }) => entry.person === id)?.rank ?? null;
  }
  return rowOf(statement, world)?.rank ?? null;
}

function scoreOf(statement: Statement, world: World): string | null {
  const row = rowOf(statement, world);
  return row === undefined ? null : written(row.points);
}

function rowOf(statement: Statement, world: World): Row | undefined {
  const id = unitNamed(statement.unit, world.ledger);
  return groupsIn(statement, world)
    .flatMap(({ rows }) => rows)
    .find(({ unit }) => unit === id);
}

const groupsIn = (statement: Statement, { ledger, journal }: World): readonly Group[] =>
  standingsOf(wholly(statement), journal, ledger).groups.filter(({ group }) => statement.group === undefined || statement.group === group);

/** All credits by which the units are ranked. */
function creditsRanked(statement: Statement, { ledger, journal }: World): readonly Credit[] {
  const { rankedBy, period } = standingsOf(wholly(statement), journal, ledger);
  return rankedBy === 'period' ? creditsWithin(journal.credits, period) : creditsToDate(journal.credits, yearToDate(period));
}

function ofRanking(of: (group: Group, world: World) => Answer): Answers {
  return (statement, world) => {
    const [group] = groupsIn(statement, world);
    return { got: group === undefined ? null : of(group, world), credits: creditsRanked(statement, world) };
  };
}

function isEligible(statement: Statement, { ledger, journal }: World): boolean {
  const id = unitNamed(statement.unit, ledger);
  const barring = journal.notices.filter(({ bars, on }) => bars !== null && contains(wholly(statement), on));
  return ![...barsIn(wholly(statement), journal, ledger), ...barring].some(({ unit }) => unit === id);
}

function noticesOf(statement: Statement, { ledger, journal }: World): string[] {
  const id = unitNamed(statement.unit, ledger);
  return journal.notices.filter(({ unit, on }) => unit === id && contains(wholly(statement), on)).flatMap(({ says, bars }) => says ?? bars ?? []);
}

function remindedOn(statement: Statement, { ledger, journal }: World): string[] {
  const id = unitNamed(statement.unit, ledger);
  return remindersIn(wholly(statement), journal)
    .filter(({ unit, duty }) => unit === id && (statement.duty === undefined || statement.duty === duty))
    .map(({ on }) => on);
}

function ofQuota(of: (quota: QuotaState) => Answer): Answers {
  return restingOnNothing((statement, { ledger, journal }) => {
    const own = quotaStates(wholly(statement), journal).get(unitNamed(statement.unit, ledger) as string) ?? [];
    const quota = own.find(({ duty }) => duty === statement.duty);
    return quota === undefined ? null : of(quota);
  });
}

/** The steps for the unit that leads the item, under the ordinance of the day; null where there is none. */
function stepsOf({ item }: Statement, { ledger, journal }: World): readonly string[] | null {
  const submission = ledger.submissions.get(item as string) as Submission;
  const unit = ledger.units.get((submission.units[0] as Share).unit) as Unit;
  return journal.bookOn(submission.on)?.stepsFor(submission, unit) ?? null;
}

function ofAward(of: (list: Shortlist, world: World) => Answer): Answers {
  return (statement, world) => {
    const lists = awardsOf(wholly(statement), world.journal, world.ledger);
    const list = lists.find(({ award, group }) => award === statement.award && (statement.group === undefined || statement.group === group));
    return { got: list === undefined ? null : of(list, world), credits: creditsWithin(world.journal.credits, wholly(statement)) };
  };
}
