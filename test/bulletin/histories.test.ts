/**
 * Random histories: records come late, are changed and deleted, and another reading of the ordinance is chosen, between bulletins of months and
 * quarters. Whatever happens, what was published stays, what differs is corrected once, and everything published adds up to what the records say.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unlocked } from '../../src/bulletin/credits.ts';
import { bookAsOf, proposeBulletin, type Sources } from '../../src/bulletin/propose.ts';
import { hashOfText, openBulletins } from '../../src/ledger/bulletins.ts';
import { openLedger } from '../../src/ledger/open.ts';
import type { WrittenBulletin } from '../../src/ledger/written/bulletin.ts';
import type { Day } from '../../src/model/day.ts';
import { nextPeriod, type Period, periodOf, periodsWithin } from '../../src/model/period.ts';
import { written } from '../../src/model/points.ts';
import type { Ledger } from '../../src/model/records.ts';
import { choosing } from '../../src/policy/readings.ts';
import { type Credit, totalOf } from '../../src/scoring/credit.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import { ledgerOf, type Values, WORLDS, type World } from '../properties/ledgers.ts';
import { policyFrom, writtenPolicy } from '../support/policies.ts';

/** How each of six quarters is told: month by month, month by month and then as a whole, or as a whole only. */
const MODES = ['months', 'both', 'quarter'] as const;

interface Event {
  /** Before which bulletin it happens. */
  readonly step: number;
  /** Which of the records. */
  readonly which: number;
  readonly what: 'late' | 'deleted' | 'moved' | 'rewritten';
}

interface History {
  readonly values: Values;
  readonly modes: readonly (typeof MODES)[number][];
  readonly events: readonly Event[];
  /** Before which bulletin another reading is chosen, and which one. */
  readonly reading: { readonly step: number; readonly which: number } | null;
}

const step = fc.integer({ min: 1, max: 16 });
const historyOf = (world: World): fc.Arbitrary<History> =>
  fc.record({
    values: ledgerOf(world),
    modes: fc.array(fc.constantFrom(...MODES), { minLength: 6, maxLength: 6 }),
    events: fc.array(fc.record({ step, which: fc.nat(), what: fc.constantFrom('late', 'deleted', 'moved', 'rewritten') }), { maxLength: 12 }),
    reading: fc.option(fc.record({ step, which: fc.nat() }), { nil: null }),
  });

function periodsOf(modes: History['modes'], start: Day): Period[] {
  let quarter = periodOf(start, 'quarter');
  return modes.flatMap((mode) => {
    const own = quarter;
    quarter = nextPeriod(quarter);
    const months = mode === 'quarter' ? [] : periodsWithin(own.from, own.to, 'month');
    return mode === 'months' ? months : [...months, own];
  });
}

type Content = Record<string, unknown>;

/** The files of records before the bulletin number `now`. A record that is late is not there before its step. */
function valuesAt({ values, events }: History, { forms, outlets }: World, now: number): Map<string, unknown> {
  const records = [...values.keys()].filter((file) => file.split('/').length > 2);
  const seen = new Map(values);
  for (const { step: at, which, what } of events) {
    const file = records[which % Math.max(1, records.length)];
    if (file === undefined) continue;
    const content = seen.get(file) as Content | undefined;
    if (what === 'late' ? now < at : what === 'deleted' && now >= at) seen.delete(file);
    if (content === undefined || now < at) continue;
    if (what === 'moved') seen.set(file, { ...content, on: periodOf(content.on as Day, 'month').from });
    if (what === 'rewritten' && 'form' in content) seen.set(file, { ...content, form: forms.find((form) => form !== content.form) });
    if (what === 'rewritten' && 'outlet' in content) seen.set(file, { ...content, outlet: `o${which % outlets.length}` });
  }
  return seen;
}

interface Written {
  readonly readings: Record<string, { readonly options: Record<string, unknown> }>;
}

/** The ordinances before the bulletin number `now`, as written. */
function writtenAt({ reading }: History, { policies }: World, now: number): [id: string, value: unknown][] {
  const all = policies.map((id): [string, unknown] => [id, writtenPolicy(id)]);
  const [id, value] = all.at(-1) as [string, unknown];
  if (reading === null || now < reading.step) return all;
  const choices = Object.entries((value as Written).readings).flatMap(([key, { options }]) =>
    Object.keys(options).map((option) => [key, option] as const),
  );
  const choice = choices[reading.which % Math.max(1, choices.length)];
  return choice === undefined ? all : [...all.slice(0, -1), [id, choosing(value, ...choice)]];
}

/** What the program finds before the bulletin number `now`. */
function sourcesAt(history: History, world: World, now: number, issued: ReadonlyMap<string, WrittenBulletin>): Sources {
  const values = valuesAt(history, world, now);
  const ordinances = writtenAt(history, world, now);
  const files = new Map([...values, ...ordinances.map(([id, value]) => [`policies/${id}.yaml`, value] as const)]);
  const { issued: bulletins, settings, findings } = openBulletins(new Map([...issued].map(([id, one]) => [`data/bulletins/${id}.yaml`, one])));
  expect(findings).toEqual([]);
  return {
    ledger: openLedger(values).ledger as Ledger,
    policies: ordinances.map(([id, value]) => policyFrom(id, value)),
    bulletins,
    bulletinSettings: settings,
    hashOf: (file) => (files.has(file) ? hashOfText(JSON.stringify(files.get(file))) : null),
    commitOf: () => null,
    program: '1.0.0',
  };
}

/** Sums by everything that a figure may be asked for by, zeros left out. */
function sums(credits: readonly Credit[]): Record<string, string> {
  const groups = Map.groupBy(credits, ({ unit, ledger, scope, policy, clause, item, record }) =>
    JSON.stringify([unit, ledger, scope, policy, clause, item, record]),
  );
  const totals = [...groups].map(([key, own]) => [key, written(totalOf(own))] as const).filter(([, total]) => total !== '0');
  return Object.fromEntries(totals.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const corrections = ({ credits }: WrittenBulletin) => credits.filter(({ reason }) => reason.code === 'corrected');

/** Issues all bulletins of a history, and holds after each what must hold. */
function live(history: History, world: World): void {
  const issued = new Map<string, WrittenBulletin>();
  let before = '';
  for (const [index, period] of periodsOf(history.modes, world.start).entries()) {
    const sources = sourcesAt(history, world, index, issued);
    const journal = (): readonly Credit[] => keepJournal(sources.ledger, sources.policies, period.to).credits;
    const state = JSON.stringify([[...valuesAt(history, world, index)], writtenAt(history, world, index)]);
    const bulletin = proposeBulletin(period, sources);
    issued.set(period.key, bulletin);
    const closed = [...issued.values()].flatMap(({ credits }) => credits.map(unlocked));
    if (bulletin.evidence.closes) {
      // Everything published so far, this bulletin's corrections among it, is what the records say now.
      expect(sums(closed)).toEqual(sums(journal()));
      expect(sums(bookAsOf(period.to, sources.bulletins, sources).credits)).toEqual(sums(journal()));
      // A reading may book what comes of an item later on the day of its first credit; as chosen here, none does.
      if (state === before && (history.reading === null || index < history.reading.step)) expect(corrections(bulletin)).toEqual([]);
      before = state;
    } else {
      expect(bulletin.credits).toEqual([]);
    }
    const after = sourcesAt(history, world, index, issued);
    expect(proposeBulletin(period, after)).toEqual(bulletin);
  }
}

describe.each(Object.entries(WORLDS))('the bulletins of %s', (_name, world) => {
  it('add up to what the records say, whatever happens between them', () => {
    fc.assert(
      fc.property(historyOf(world), (history) => live(history, world)),
      { numRuns: 4, endOnFailure: true },
    );
  });
});
