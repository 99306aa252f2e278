/** What must be true of every journal under every ordinance that the language can write. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/open.ts';
import type { Day } from '../../src/model/day.ts';
import { periodOf, periodsWithin } from '../../src/model/period.ts';
import { type Points, sum, written } from '../../src/model/points.ts';
import type { Ledger } from '../../src/model/records.ts';
import { decidePolicy } from '../../src/policy/decide.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { type Credit, POINTS } from '../../src/scoring/credit.ts';
import { type Journal, keepJournal } from '../../src/scoring/journal.ts';
import { awardsOf } from '../../src/standings/awards.ts';
import { standingsOf } from '../../src/standings/standings.ts';
import { creditsWithin } from '../../src/standings/totals.ts';
import { ledgerOf, type Values, WORLDS, type World } from './ledgers.ts';
import { limit, ordinanceFrom } from './ordinances.ts';

const LAST = '2024-12-31' as Day;
const WORLD = WORLDS.county as World;
const RUNS = { numRuns: 60 };

/** The random ledger of the county, with lengths, positions, reads, shared items and a unit above another. */
const ledgers = ledgerOf(WORLD).map(
  (values): Values => new Map([...values].map(([file, value]) => [file, enriched(file, value as Record<string, unknown>)])),
);

function enriched(file: string, value: Record<string, unknown>): Record<string, unknown> {
  const draw = [...file].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 9973, 7);
  const figures = draw % 3 === 0 ? {} : { 阅读量: draw, 质量: draw % 6 };
  if (file === 'data/site.yaml') return { ...value, policies: ['random'] };
  if (file === 'data/units.yaml') {
    const units = value.units as Record<string, unknown>[];
    return { units: units.map((unit) => (unit.id === 'u1' ? { ...unit, parent: 'u0' } : unit)) };
  }
  if (file.startsWith('data/adoptions')) return { ...value, figures, ...(draw % 2 ? { position: '头版', length: (draw % 1500) + 1 } : {}) };
  if (!file.startsWith('data/submissions')) return value;
  const { unit, ...rest } = value;
  const units = draw % 4 === 0 ? { units: [{ unit, weight: 2 }, unit === 'u2' ? 'u0' : 'u2'] } : { unit };
  return { ...rest, ...units, length: (draw % 1200) + 1, figures };
}

function opened(values: Values): Ledger {
  const { ledger, findings } = openLedger(values);
  expect(findings).toEqual([]);
  return ledger as Ledger;
}

function decided(value: unknown): Policy {
  const { policy, findings } = decidePolicy('policies/random.yaml', value);
  expect(policy, JSON.stringify(findings)).not.toBeNull();
  return policy as Policy;
}

const journalOf = (ordinance: unknown, values: Values, asOf = LAST): Journal => keepJournal(opened(values), [decided(ordinance)], asOf);
const ordinances = ordinanceFrom(WORLD.start);
const told = (credits: readonly Credit[]): string => JSON.stringify(credits);
const years = periodsWithin(WORLD.start, LAST, 'year');

describe('every journal under every ordinance', () => {
  it('has finite numbers, and rankings and awards that can be told', () => {
    fc.assert(
      fc.property(ordinances, ledgers, (ordinance, values) => {
        const journal = journalOf(ordinance, values);
        const numbers = journal.credits.flatMap(({ points, people }) => [points, ...people.map((part) => part.points)]);
        expect(numbers.every((one) => Number.isFinite(one.toNumber()))).toBe(true);
        for (const span of ['month', 'quarter', 'half-year', 'year'] as const)
          for (const period of periodsWithin('2022-01-01' as Day, '2022-12-31' as Day, span)) {
            const { groups } = standingsOf(period, journal, opened(values));
            expect(groups.flatMap(({ rows }) => rows).every(({ points, rank }) => Number.isFinite(points.toNumber()) && rank >= 1)).toBe(true);
            for (const { sure, undecided, placesLeft } of awardsOf(period, journal, opened(values)))
              expect(sure.length + Math.min(placesLeft, undecided.length)).toBeGreaterThanOrEqual(0);
          }
      }),
      RUNS,
    );
  });

  it('adds up: the year is the sum of its months and of what is charged on longer periods', () => {
    fc.assert(
      fc.property(ordinances, ledgers, (ordinance, values) => {
        const { credits } = journalOf(ordinance, values);
        const inPoints = (list: readonly Credit[]): Points => sum(list.filter(({ ledger }) => ledger === POINTS).map(({ points }) => points));
        for (const year of years) {
          const months = periodsWithin(year.from, year.to, 'month').map((month) => inPoints(creditsWithin(credits, month)));
          const charged = creditsWithin(credits, year).filter(
            ({ on, scope }) => scope !== null && periodOf(on, scope).key !== periodOf(on, 'month').key,
          );
          expect(written(inPoints(creditsWithin(credits, year)))).toBe(written(sum([...months, inPoints(charged)])));
        }
      }),
      RUNS,
    );
  });

  it('does not depend on the order of files', () => {
    fc.assert(
      fc.property(ordinances, ledgers, (ordinance, values) => {
        const reversed = new Map([...values].reverse());
        expect(told(journalOf(ordinance, reversed).credits)).toBe(told(journalOf(ordinance, values).credits));
      }),
      RUNS,
    );
  });

  it('gives a reason for every zero, a clause for every point, and passes over nothing that happened', () => {
    fc.assert(
      fc.property(ordinances, ledgers, (ordinance, values) => {
        const policy = decided(ordinance);
        const ledger = opened(values);
        const { credits } = keepJournal(ledger, [policy], LAST);
        for (const { points, clause, reason } of credits) {
          if (!points.eq(0) || reason.code === 'counted') expect(policy.clauses).toHaveProperty([clause ?? '']);
          expect(reason.code).not.toBe('');
        }
        const seen = new Set(credits.map(({ kind, record }) => `${kind} ${record}`));
        for (const { id } of ledger.adoptions) expect(seen).toContain(`adoption ${id}`);
        for (const { id } of ledger.instructions) expect(seen).toContain(`instruction ${id}`);
        for (const { id } of ledger.incidents) expect(seen).toContain(`incident ${id}`);
      }),
      RUNS,
    );
  });

  it('grows day by day: what is known later never changes what was booked before', () => {
    fc.assert(
      fc.property(ordinances, ledgers, fc.integer({ min: 0, max: 700 }), (ordinance, values, days) => {
        const asOf = new Date(Date.parse(WORLD.start) + days * 86_400_000).toISOString().slice(0, 10) as Day;
        const later = journalOf(ordinance, values).credits.filter(({ on }) => on <= asOf);
        expect(told(journalOf(ordinance, values, asOf).credits)).toBe(told(later));
      }),
      RUNS,
    );
  });

  it('keeps within a limit at the end of every day', () => {
    fc.assert(
      fc.property(ordinances, ledgers, limit, (ordinance, values, only) => {
        const { rules: _rules, ...total } = only as { rules?: unknown; per: 'month'; at_least?: number };
        const { credits } = journalOf({ ...ordinance, limits: { only: total } }, values);
        const totals = new Map<string, Points>();
        for (const [index, { unit, on, ledger, scope, points }] of credits.entries()) {
          if (ledger !== POINTS || scope !== null) continue;
          const key = `${unit} ${periodOf(on, total.per).key}`;
          totals.set(key, (totals.get(key) ?? sum([])).plus(points));
          const next = credits[index + 1];
          if (next?.on === on && next.unit === unit) continue;
          expect((totals.get(key) as Points).lte(9)).toBe(true);
          if (total.at_least !== undefined) expect((totals.get(key) as Points).gte(0)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});
