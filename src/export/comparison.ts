/** A comparison of two ordinances, as text for people and as JSON for programs. */
import type { Day } from '../model/day.ts';
import { isZero, written } from '../model/points.ts';
import type { Ledger, Unit, UnitId } from '../model/records.ts';
import type { Policy } from '../policy/policy.ts';
import { type Cause, type Comparison, changesRank, type Moved, type Stand } from '../standings/comparison.ts';
import { COMPARISON, NO_CLAUSE } from '../words/comparison.ts';
import { periodWords } from '../words/periods.ts';
import { signed } from '../words/points.ts';
import { LANGUAGES, type Said } from '../words/speech.ts';
import { type Column, table } from './table.ts';

/** One of the two: the ordinance, with the readings that were chosen otherwise for the comparison. */
export interface Compared {
  readonly policy: Policy;
  readonly readings: readonly string[];
  /** The first day from which it was taken as in force; null where it was in force by itself. */
  readonly since: Day | null;
}

const both = ({ zh, en }: Said): string => `${zh}  ${en}`;

/** Who moves, by how much and why; units of which nothing changes are counted, not listed. */
export function comparisonText(comparison: Comparison, sides: readonly [Compared, Compared], ledger: Ledger): string {
  const { period, rows, after } = comparison;
  const title = COMPARISON.title({ zh: periodWords(period, 'zh'), en: periodWords(period, 'en') });
  const moved = rows.filter((row) => changesRank(row) || row.causes.length > 0);
  const summary = COMPARISON.moved(rows.filter(changesRank).length, rows.filter(({ change }) => !isZero(change)).length, rows.length);
  return [
    `${both(title)}${after.closed ? '' : ` ${both(COMPARISON.running(after.asOf))}`}\n`,
    `${COMPARISON.before.zh} ${COMPARISON.before.en}: ${sideText(sides[0])}\n`,
    `${COMPARISON.after.zh} ${COMPARISON.after.en}: ${sideText(sides[1])}\n\n`,
    moved.length === 0
      ? `${both(COMPARISON.same)}\n`
      : `${table(
          COLUMNS,
          moved.flatMap((row) => linesOf(row, sides, ledger)),
        )}\n${both(summary)}\n`,
  ].join('');
}

const sideText = ({ policy, readings, since }: Compared): string =>
  [`${policy.title} (${[policy.id, ...readings].join(', ')})`, since === null ? '' : both(COMPARISON.asIf(since))].filter(Boolean).join(', ');

const left = (head: string): Column => ({ head, align: 'left' });
const right = (head: string): Column => ({ head, align: 'right' });
const COLUMNS = [
  left('单位 unit'),
  right('名次 rank'),
  left(''),
  right('得分 points'),
  right('变化 change'),
  left('条款 clause'),
  right('甲 A'),
  right('乙 B'),
];

/** A line for the unit with its largest cause, and one for each further cause. */
function linesOf({ unit, before, after, change, causes }: Moved, sides: readonly [Compared, Compared], ledger: Ledger): string[][] {
  const own = [nameOf(unit, ledger), ranksText(before, after), arrow(before, after), pointsText(before, after), signed(change)];
  const rest = causes.map((cause) => [clauseText(cause, sides), written(cause.before), written(cause.after)]);
  const [first = ['', '', ''], ...others] = rest;
  return [[...own, ...first], ...others.map((cause) => ['', '', '', '', '', ...cause])];
}

const nameOf = (unit: UnitId, ledger: Ledger): string => (ledger.units.get(unit) as Unit).name;

const ranksText = (before: Stand | null, after: Stand | null): string => `${rankText(before)} → ${rankText(after)}`;
const rankText = (stand: Stand | null): string => (stand === null ? COMPARISON.notRanked.zh : String(stand.rank));
const pointsText = (before: Stand | null, after: Stand | null): string => `${scoreText(before)} → ${scoreText(after)}`;
const scoreText = (stand: Stand | null): string => (stand === null ? '-' : written(stand.points));

function arrow(before: Stand | null, after: Stand | null): string {
  if (before === null || after === null || before.rank === after.rank) return '';
  return after.rank < before.rank ? '↑' : '↓';
}

/** Where the two are different ordinances a clause alone would not say whose it is. */
function clauseText({ policy, clause }: Cause, [{ policy: a }, { policy: b }]: readonly [Compared, Compared]): string {
  const name = clause ?? LANGUAGES.map((language) => NO_CLAUSE[language]).join(' ');
  return a.id === b.id ? name : `${policy} ${name}`;
}

/** `{period, from, to, asOf, before: {policy, readings, since, rankedBy}, after: …, rows: [{unit, name, before: {rank, group, points} | null, after, change, causes}]}`. */
export function comparisonJson(comparison: Comparison, [a, b]: readonly [Compared, Compared], ledger: Ledger): string {
  const { period, before, after, rows } = comparison;
  const side = ({ policy, readings, since }: Compared, rankedBy: string) => ({ policy: policy.id, readings, since, rankedBy });
  const answer = {
    period: period.key,
    from: period.from,
    to: period.to,
    asOf: after.asOf,
    before: side(a, before.rankedBy),
    after: side(b, after.rankedBy),
    rows: rows.map((row) => rowJson(row, ledger)),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

function rowJson({ unit, before, after, change, causes }: Moved, ledger: Ledger) {
  const stand = (of: Stand | null) => of && { rank: of.rank, group: of.group, points: written(of.points) };
  return {
    unit,
    name: nameOf(unit, ledger),
    before: stand(before),
    after: stand(after),
    change: written(change),
    causes: causes.map((cause) => ({ ...cause, before: written(cause.before), after: written(cause.after) })),
  };
}
