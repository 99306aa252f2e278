/** Under every shipped ordinance, an adoption of a new item is worth on the page what the build would book for it. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { examine } from '../../../src/filing/check.ts';
import { openWorld, type World } from '../../../src/filing/world.ts';
import { type Worth, worthOf } from '../../../src/filing/worth.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import type { Day } from '../../../src/model/day.ts';
import { written } from '../../../src/model/points.ts';
import type { Adoption, Ledger, Submission } from '../../../src/model/records.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { readSources } from '../../../src/rim/disk.ts';
import { POINTS, totalOf } from '../../../src/scoring/credit.ts';
import { keepJournal } from '../../../src/scoring/journal.ts';
import { filingEngine } from '../../../src/site/filing/engine.ts';
import { filingData } from '../../../src/site/filing/extract.ts';
import { publicView } from '../../../src/site/public.ts';
import { parse } from '../../../src/source/parse.ts';
import { shippedPolicy } from '../../support/policies.ts';
import { ask } from './desk.ts';

function opened(root: string, asOf: Day): { ledger: Ledger; policies: Policy[]; world: World } {
  const { sources } = readSources(fileURLToPath(new URL(root, import.meta.url)));
  const data = sources.filter(({ path }) => path.startsWith('data/'));
  const { ledger } = openLedger(new Map(data.map(({ path, text }) => [path, parse(path, text).value])));
  if (ledger === null) throw new Error('no ledger');
  const policies = ledger.site.policies.map((id) => shippedPolicy(id));
  const whole = { ...ledger, site: { ...ledger.site, showOutlets: true } };
  const view = publicView({
    ledger: whole,
    policies,
    plan: null,
    bulletins: [],
    pdf: false,
    findings: [],
    journal: keepJournal(whole, policies, asOf),
    provenance: () => ({ state: 'unknown', why: 'no-repository' }),
    lineOf: () => 1,
  } as Parameters<typeof publicView>[0]);
  return { ledger, policies, world: openWorld(JSON.parse(JSON.stringify(filingData(view)))) as World };
}

/** What the whole ledger has more in points of items when the draft is there and adopted than when it is just there. */
function booked(ledger: Ledger, policies: readonly Policy[], draft: Submission, adoption: Adoption, asOf: Day): string {
  const submissions = new Map([...ledger.submissions, [draft.id, draft]]);
  // Limits of a month or year look at what else the unit has: the page names them, and both sides go without.
  const free = policies.map((policy) => ({
    ...policy,
    limits: Object.fromEntries(Object.entries(policy.limits).filter(([, { per }]) => per === 'item')),
  }));
  const total = (adoptions: readonly Adoption[]) =>
    totalOf(
      keepJournal({ ...ledger, submissions, adoptions }, free, asOf).credits.filter(
        ({ item, ledger: account }) => item !== null && account === POINTS,
      ),
    );
  return written(total([...ledger.adoptions, adoption]).minus(total(ledger.adoptions)));
}

const saidOf = ({ gain }: Worth['classes'][number]): string =>
  written(gain.points.filter(({ account }) => account === POINTS).reduce((sum, { points }) => sum.plus(points), totalOf([])));

describe.each([
  ['../../ledgers/linyi-2020', '2020-06-30'],
  ['../../ledgers/ganzhou-2020', '2020-09-30'],
  ['../../ledgers/xinjiang-2022', '2022-06-30'],
] as [string, Day][])('%s', (root, asOf) => {
  const { ledger, policies, world } = opened(root, asOf);
  const { assesses } = keepJournal(ledger, policies, asOf).bookOn(asOf) ?? { assesses: () => false };
  const unit = [...ledger.units.values()].find((one) => one.excluded === null && assesses(one))?.name ?? '';
  const { words } = policies.find(({ inForce }) => inForce.from <= asOf && (inForce.to ?? asOf) >= asOf) as Policy;
  const typed = { title: '一个谁也没有用过的标题', unit, on: asOf, form: words.form?.[0] ?? '', category: words.category?.[0] ?? '' };
  const draft = { title: typed.title, unit, on: asOf, ...(typed.form && { form: typed.form }), ...(typed.category && { category: typed.category }) };

  test('each class of outlet', () => {
    const { ledger: small, id, findings } = examine({ folder: 'submissions', written: draft, today: asOf }, world);
    expect(findings).toEqual([]);
    const record = small?.submissions.get(id) as Submission;
    const { classes, steps } = worthOf({ ledger: small as Ledger, policies, record, today: asOf }) as Worth;
    const known = classes.filter(({ outlets }) => outlets.length > 0);
    expect(known.length).toBeGreaterThan(0);
    expect(steps.length).toBeGreaterThan(0);
    for (const row of known) {
      const [outlet] = row.outlets;
      const adoption = {
        ...SOME,
        id: '~',
        at: record.at,
        submission: id,
        outlet: outlet?.id ?? '',
        print: outlet?.print ?? false,
        on: asOf,
        proofOn: asOf,
      };
      expect([row.class, saidOf(row)]).toEqual([row.class, booked(ledger, policies, record, adoption, asOf)]);
    }
  });

  test('in words, with what the page does not know', () => {
    const engine = filingEngine(world.data, 'zh');
    const { worth } = ask(engine as NonNullable<typeof engine>, 'submission', typed, asOf);
    expect(worth.rows.length).toBeGreaterThan(0);
    const others = [...ledger.units.values()].filter(({ name, excluded }) => excluded === null && name !== unit).slice(0, 2);
    const joint = ask(engine as NonNullable<typeof engine>, 'submission', { ...typed, units: others.map(({ name }) => name) }, asOf).worth;
    expect(joint.rows.map(({ points }) => points).join()).toMatch(/各 |；/);
    expect(worth.lines.map(({ text }) => text).join()).not.toMatch(/undefined|NaN|\[object/);
    const limited = policies.some(({ limits }) => Object.values(limits).some(({ per }) => per !== 'item'));
    expect(worth.lines.some(({ text }) => text.includes('本页不知道'))).toBe(
      limited || /author_(class|age|roles|barred)/.test(JSON.stringify(policies)),
    );
  });
});

const SOME = {
  form: null,
  reprint: false,
  stage: '采用',
  position: null,
  length: null,
  piece: null,
  route: null,
  figures: {},
  marks: {},
  link: null,
} as const;
