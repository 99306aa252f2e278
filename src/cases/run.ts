/** Runs cases: under the readings as chosen, and once more under each other reading that a case names. */
import type { Day } from '../model/day.ts';
import type { Finding } from '../model/finding.ts';
import { periodOf } from '../model/period.ts';
import { type Place, within } from '../model/place.ts';
import { points, written } from '../model/points.ts';
import type { Ledger, Unit } from '../model/records.ts';
import { condition } from '../policy/conditions.ts';
import { decidePolicy } from '../policy/decide.ts';
import type { Policy } from '../policy/policy.ts';
import { choosing, setting } from '../policy/readings.ts';
import type { Credit } from '../scoring/credit.ts';
import { unitAttributes } from '../scoring/fact.ts';
import { type Journal, keepJournal } from '../scoring/journal.ts';
import { type Answer, answer } from './ask.ts';
import type { Case } from './open.ts';
import { periodIn, unitNamed, type World } from './world.ts';
import { MEASURES, type Measure, type Statement } from './written.ts';

/** The ordinances that cases run under: the one under test as it is written, so that it can be read otherwise, and those in use beside it. */
export interface Ordinances {
  readonly file: string;
  readonly value: unknown;
  readonly beside: readonly Policy[];
}

/** What was expected of one measure, and what came. */
export interface Verdict {
  readonly statement: Statement;
  readonly measure: Measure;
  readonly expected: Answer;
  readonly got: Answer;
  readonly passed: boolean;
  readonly credits: readonly Credit[];
  /** The unit asked about, where the ordinance does not count it among its subjects; else null. */
  readonly outsider: Unit | null;
  readonly at: Place;
}

/** A case under one way of reading the ordinance. */
export interface Run {
  readonly name: string;
  readonly at: Place;
  /** The reading chosen otherwise; null for the ordinance as it stands. */
  readonly reading: { readonly name: string; readonly option: string } | null;
  readonly verdicts: readonly Verdict[];
  readonly ledger: Ledger;
  /** What the ordinance has said of units. */
  readonly notices: Journal['notices'];
  /** Why the ordinance cannot be used when read so. */
  readonly findings: readonly Finding[];
}

type Reading = Run['reading'];

/** Every run of a case. */
export function runCase(one: Case, ordinances: Ordinances): Run[] {
  return [null, ...readingsIn(one)].map((reading) => runUnder(reading, one, ordinances));
}

/** The other readings that a case names, each once, in the order in which they appear. */
function readingsIn({ written: { expect } }: Case): NonNullable<Reading>[] {
  const named = expect.flatMap(({ otherwise = {} }) =>
    Object.entries(otherwise).flatMap(([name, options]) => Object.keys(options).map((option) => ({ name, option }))),
  );
  return [...new Map(named.map((reading) => [`${reading.name} ${reading.option}`, reading])).values()];
}

function runUnder(reading: Reading, one: Case, { file, value, beside }: Ordinances): Run {
  const { name, at, ledger } = one;
  const { policy, findings } = decidePolicy(file, readSo(value, one, reading));
  if (policy === null) return { name, at, reading, verdicts: [], ledger, notices: [], findings };
  const world = { ledger, journal: keepJournal(ledger, [...beside, policy], asOfOf(one)) };
  const verdicts = one.written.expect.flatMap((statement, index) => {
    const outsider = outsiderIn(statement, ledger, policy);
    return verdictsOn(statement, within(at, 'expect', index), reading, world).map((verdict) => ({ ...verdict, outsider }));
  });
  return { name, at, reading, verdicts, ledger, notices: world.journal.notices, findings: [] };
}

/** The ordinance as the case wants it read. */
function readSo(value: unknown, { written: { readings = {}, set = {} } }: Case, reading: Reading): unknown {
  const choices = [...Object.entries(readings), ...(reading ? [[reading.name, reading.option] as const] : [])];
  const changed = Object.entries(set).reduce<unknown>((policy, [path, to]) => setting(policy, path, to), value);
  return choices.reduce<unknown>((policy, [name, option]) => choosing(policy, name, option), changed);
}

/** The day that the case names, or the end of the last year in which something happens or is asked about. */
function asOfOf({ written }: Case): Day {
  if (written.as_of !== undefined) return written.as_of as Day;
  const asked = written.expect.flatMap((statement) => periodIn(statement)?.to ?? []);
  const happened = JSON.stringify(written.events).match(/\d{4}-\d{2}/g) ?? [];
  const last = [...asked, ...happened.map((month) => `${month}-01`)].sort().at(-1) ?? '1970-01-01';
  return periodOf(last as Day, 'year').to;
}

function outsiderIn({ unit: named }: Statement, ledger: Ledger, { subjects }: Policy): Unit | null {
  const id = unitNamed(named, ledger);
  const unit = id === null ? undefined : ledger.units.get(id);
  return unit === undefined || condition(subjects)(unitAttributes(unit)) ? null : unit;
}

function verdictsOn(statement: Statement, at: Place, reading: Reading, world: World): Omit<Verdict, 'outsider'>[] {
  const said = MEASURES.filter((measure) => statement[measure] !== undefined);
  return said.map((measure) => {
    const expected = canonical(expectedOf(measure, statement, said, reading));
    const { got: answered, credits } = answer(measure, statement, world);
    const got = canonical(answered);
    return { statement, measure, expected, got, passed: same(expected, got), credits, at };
  });
}

/** What a statement says under a reading: the value alone where it says one thing, else by measure; what it leaves out stays as it was. */
function expectedOf(measure: Measure, statement: Statement, said: readonly Measure[], reading: Reading): unknown {
  const changed = reading && statement.otherwise?.[reading.name]?.[reading.option];
  if (changed === null || changed === undefined) return statement[measure];
  if (isByMeasure(changed)) return changed[measure] ?? statement[measure];
  return said.length === 1 ? changed : statement[measure];
}

const isByMeasure = (changed: unknown): changed is Partial<Record<Measure, unknown>> =>
  typeof changed === 'object' &&
  changed !== null &&
  !Array.isArray(changed) &&
  Object.keys(changed).every((key) => (MEASURES as readonly string[]).includes(key));

/** Numbers as exact decimals, so that 0.10 is 0.1; mappings in one order. */
function canonical(value: unknown): Answer {
  if (typeof value === 'number') return written(points(value));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value as Answer;
  const entries = Object.entries(value as Readonly<Record<string, number>>).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, written(points(one))]));
}

const same = (expected: Answer, got: Answer): boolean => JSON.stringify(expected) === JSON.stringify(got);
