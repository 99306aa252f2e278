/** The example ledgers of all shipped ordinances become pages in both languages, without a hole in any text. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/open.ts';
import type { Day } from '../../src/model/day.ts';
import { readSources } from '../../src/rim/disk.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import { publicView } from '../../src/site/public.ts';
import { sitePages } from '../../src/site/site.ts';
import { parse } from '../../src/source/parse.ts';
import { LANGUAGES } from '../../src/words/speech.ts';
import { shippedPlan } from '../plan/world.ts';
import { shippedPolicy } from '../support/policies.ts';
import { allPages, pagesOf } from './world.ts';

/** All texts of a page, links aside. */
function* textsIn(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'string' && key !== 'href') yield value;
  if (typeof value === 'object' && value !== null) for (const [name, below] of Object.entries(value)) yield* textsIn(below, name);
}

/** What JSON would not carry whole: a build that compares pages with those of the last one would not see it change. */
function* oddIn(value: unknown): Generator<unknown> {
  if (typeof value === 'number' ? !Number.isFinite(value) : !['object', 'string', 'boolean', 'undefined'].includes(typeof value)) yield value;
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) yield value;
  for (const below of Object.values(value)) yield* oddIn(below);
}

test('what pages are handed is plain, bulletins too', () => {
  expect([...oddIn([new Map(), Number.NaN, () => 1, { on: [new Date(0)] }])]).toHaveLength(4);
  expect([...oddIn([...allPages(pagesOf())])]).toEqual([]);
});

test('and nothing else reaches a page', () => {
  const folder = new URL('../../src/pages/[...lang]/', import.meta.url);
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.astro'));
  expect(pages.length).toBeGreaterThan(20);
  for (const file of pages) {
    const text = readFileSync(new URL(file, folder), 'utf8');
    expect(text, file).toMatch(/import \{ (eachPage|onePage), shown \} from '[./]+rim\/site\.ts';/);
    expect(text, file).not.toMatch(/Astro\.(params|props|url|request)\b/);
  }
});

describe.each([
  ['../..', '2026-11-26'],
  ['../ledgers/linyi-2020', '2020-06-30'],
  ['../ledgers/ganzhou-2020', '2020-09-30'],
  ['../ledgers/xinjiang-2022', '2022-06-30'],
  ['../ledgers/publicity-plan', '2022-06-30'],
] as const)('%s', (root, asOf) => {
  const { sources } = readSources(fileURLToPath(new URL(root, import.meta.url)));
  const data = sources.filter(({ path }) => path.startsWith('data/'));
  const { ledger, findings } = openLedger(new Map(data.map(({ path, text }) => [path, parse(path, text).value])));
  if (ledger === null) throw new Error('no ledger');
  const policies = ledger.site.policies.map((id) => shippedPolicy(id));
  const plan = ledger.site.plan === null ? null : shippedPlan();
  const view = publicView({
    ledger,
    policies,
    plan,
    bulletins: [],
    pdf: false,
    findings,
    journal: keepJournal(ledger, policies, asOf as Day),
    provenance: () => ({ state: 'unknown', why: 'no-repository' }),
    lineOf: () => 1,
  });

  test.each(LANGUAGES)('%s', (language) => {
    const pages = [...allPages(sitePages(view, language))];
    const texts = [...textsIn(pages)];
    expect([...oddIn(pages)]).toEqual([]);
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter((text) => /undefined|NaN|\[object|null/.test(text))).toEqual([]);
  });

  test('the figures of a ranking lead to filings only where the journal has them', () => {
    const site = sitePages(view, 'en');
    for (const { period } of site.periods()) {
      const anchors = new Set(site.ranking(period).figures.map(({ href }) => href?.split('#')[1]));
      const sections = site.wholeJournal(period).sections.map(({ id }) => id);
      expect(anchors.has('filings'), period.key).toBe(sections.includes('filings'));
    }
  });

  test('its standings add up: the points of every row are the sum of its kinds and of its journal', () => {
    const site = sitePages(view, 'zh');
    for (const { period } of site.periods()) {
      for (const { unit, ofPeriod } of view.rows.get(period.key)?.values() ?? []) {
        expect(site.journal(unit, period).figures[0]?.value).toBe(ofPeriod.toFixed());
      }
    }
  });
});
