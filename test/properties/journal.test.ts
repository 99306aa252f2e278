/** What must be true of every journal, whatever the ledger. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/open.ts';
import type { Day } from '../../src/model/day.ts';
import { parsePeriod, periodsWithin } from '../../src/model/period.ts';
import { type Points, points, sum, written, ZERO } from '../../src/model/points.ts';
import type { Adoption, Instruction, Ledger, Outlet } from '../../src/model/records.ts';
import { type Credit, totalOf } from '../../src/scoring/credit.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import { standingsOf } from '../../src/standings/standings.ts';
import { shippedPolicy } from '../support/policies.ts';
import { ledgerOf, type Values, WORLDS, type World } from './ledgers.ts';

const LAST = '2024-12-31' as Day;
const worlds = Object.entries(WORLDS).map(([name, world]) => ({ name, world, policies: world.policies.map((id) => shippedPolicy(id)) }));

function opened(values: Values): Ledger {
  const { ledger, findings } = openLedger(values);
  expect(findings).toEqual([]);
  return ledger as Ledger;
}

const told = (credits: readonly Credit[]): string => JSON.stringify(credits);

describe.each(worlds)('every journal of $name', ({ world, policies }) => {
  const journalOf = (values: Values, asOf: Day = LAST) => keepJournal(opened(values), policies, asOf);

  it('gives months that add up to quarters, and quarters to the year', () => {
    fc.assert(
      fc.property(ledgerOf(world), (values) => {
        const journal = journalOf(values);
        const ledger = opened(values);
        for (const year of periodsWithin(world.start, LAST, 'year')) {
          for (const span of ['month', 'quarter', 'half-year'] as const) {
            const parts = periodsWithin(year.from, year.to, span).map((period) => pointsByUnit(standingsOf(period, journal, ledger)));
            const whole = pointsByUnit(standingsOf(year, journal, ledger));
            for (const [unit, points] of whole) expect(written(sum(parts.map((part) => part.get(unit) ?? ZERO)))).toBe(written(points));
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('does not depend on the order of files', () => {
    fc.assert(
      fc.property(ledgerOf(world), fc.infiniteStream(fc.nat()), (values, numbers) => {
        const shuffled = new Map(
          [...values]
            .map((entry) => [numbers.next().value as number, entry] as const)
            .sort(([a], [b]) => a - b)
            .map(([, entry]) => entry),
        );
        expect(told(journalOf(shuffled).credits)).toBe(told(journalOf(values).credits));
      }),
      { numRuns: 50 },
    );
  });

  it('does not change before the day of a record that is added', () => {
    fc.assert(
      fc.property(ledgerOf(world), fc.nat(), (values, number) => {
        const added = [...values.keys()].filter((path) => /adoptions|instructions|incidents/.test(path));
        const path = added[number % Math.max(1, added.length)];
        if (path === undefined) return;
        const on = (values.get(path) as { on: Day }).on;
        const without = new Map([...values].filter(([other]) => other !== path));
        const before = ({ on: day }: Credit): boolean => day < on;
        expect(told(journalOf(values).credits.filter(before))).toBe(told(journalOf(without).credits.filter(before)));
      }),
      { numRuns: 100 },
    );
  });

  it('grows day by day: what is known later never changes what was booked before', () => {
    fc.assert(
      fc.property(ledgerOf(world), fc.integer({ min: 0, max: 900 }), (values, days) => {
        const asOf = new Date(Date.parse(world.start) + days * 86_400_000).toISOString().slice(0, 10) as Day;
        expect(told(journalOf(values, asOf).credits)).toBe(told(journalOf(values).credits.filter((credit) => isKnown(credit, asOf))));
      }),
      { numRuns: 100 },
    );
  });

  it('gives a reason for every zero, and a clause for every point', () => {
    fc.assert(
      fc.property(ledgerOf(world), (values) => {
        for (const credit of journalOf(values).credits) {
          if (credit.points.eq(0)) expect(['counted', 'duty-met', 'duty-missed']).not.toContain(credit.reason.code);
          else expect(policies.find(({ id }) => id === credit.policy)?.clauses).toHaveProperty([credit.clause ?? '']);
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** A week across two months is booked on its Thursday, but its result is known only when it is over. */
function isKnown({ on, reason }: Credit, asOf: Day): boolean {
  const period = reason.code === 'duty-missed' ? parsePeriod(reason.period) : null;
  return on <= asOf && (period === null || period.to <= asOf);
}

const pointsByUnit = ({ groups }: ReturnType<typeof standingsOf>): Map<string, Points> =>
  new Map(groups.flatMap(({ rows }) => rows.map(({ unit, ofPeriod }) => [unit, ofPeriod] as const)));

/** 四(一): the points of the county ordinance, written down a second time so that the engine is held against the text and not against itself. */
const COUNTY: Record<string, readonly [comprehensive: number, brief: number]> = {
  XX县人民政府官方网站: [3, 1],
  XX融媒: [4, 2],
  湛江日报: [6, 3],
  南方网: [9, 5],
  学习强国: [18, 8],
};
const LEADERS: Record<string, number> = { 市: 10, 省: 20, 国家: 50 };

describe('an item under “highest”', () => {
  const policies = [shippedPolicy('county-2021')];

  it('earns exactly its best adoption and its best instruction, and at no time more', () => {
    fc.assert(
      fc.property(ledgerOf(WORLDS.county as World), (values) => {
        const ledger = opened(values);
        const { credits } = keepJournal(ledger, policies, LAST);
        for (const submission of ledger.submissions.values()) {
          const own = credits.filter(({ item }) => item === submission.id);
          expect(written(totalOf(own))).toBe(
            submission.approvals !== null && !complete(submission) ? '0' : written(points(bestOf(submission.id, ledger))),
          );
          expect(neverFalls(own)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

function complete({ approvals, important }: { approvals: readonly { step: string }[] | null; important: boolean }): boolean {
  const steps = ['股室负责人', '分管领导', '办公室主任', '分管宣传工作的局领导', ...(important ? ['局主要领导'] : [])];
  return steps.every((step) => approvals?.some((approval) => approval.step === step));
}

function bestOf(id: string, { adoptions, instructions, outlets }: Ledger): number {
  const printed = adoptions
    .filter(({ submission }) => submission === id)
    .map((adoption: Adoption) => COUNTY[(outlets.get(adoption.outlet) as Outlet).name]?.[adoption.form === '综合' ? 0 : 1] ?? 0);
  const instructed = instructions.filter(({ submission }) => submission === id).map(({ level }: Instruction) => LEADERS[level] ?? 0);
  return Math.max(0, ...printed) + Math.max(0, ...instructed);
}

const neverFalls = (credits: readonly Credit[]): boolean => credits.every(({ points: own }) => own.gte(0));

describe('an item under “sum”', () => {
  it('earns each adoption, whatever else it earned', () => {
    const each: Record<string, number> = { 市局网站: 10, '《每日要情》': 20, '《江西医保工作》': 50, 江西日报: 100, 人民日报: 200 };
    fc.assert(
      fc.property(ledgerOf(WORLDS.ganzhou as World), (values) => {
        const ledger = opened(values);
        const { credits } = keepJournal(ledger, [shippedPolicy('ganzhou-2020')], LAST);
        for (const { id } of ledger.submissions.values()) {
          const expected = ledger.adoptions
            .filter(({ submission }) => submission === id)
            .reduce((all, { outlet }) => all + (each[(ledger.outlets.get(outlet) as Outlet).name] ?? 0), 0);
          const barred = credits.some(({ item, reason }) => item === id && reason.code === 'unapproved');
          expect(written(totalOf(credits.filter(({ item, kind }) => item === id && kind === 'adoption')))).toBe(barred ? '0' : String(expected));
        }
      }),
      { numRuns: 40 },
    );
  });
});
