/** No page is handed anything that is not open to the public, in any language. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { sitePages } from '../../src/site/site.ts';
import { LANGUAGES } from '../../src/words/speech.ts';
import { allPages, openDataOf, SECRETS, viewOf, world } from './world.ts';

/** Findings as a build could have them on files of which the public must not know, or that speak of such. */
const FINDINGS: readonly Finding[] = [
  {
    at: { file: `data/submissions/daiyu/2026/${SECRETS.hiddenSlug}.yaml`, path: ['form'] },
    code: 'ledger/unknown-word',
    kind: 'form',
    found: SECRETS.hiddenCategory,
    known: [],
    nearest: null,
    policy: 'county-2021',
  },
  {
    at: { file: 'data/submissions/fuwu/2026/twin.yaml', path: ['title'] },
    code: 'ledger/same-title',
    other: SECRETS.hiddenSlug,
    title: SECRETS.hiddenTitle,
  },
  {
    at: { file: 'data/submissions/fuwu/2026/twin.yaml', path: ['same_as'] },
    code: 'ledger/unknown-reference',
    to: 'submission',
    named: 'x',
    nearest: SECRETS.hiddenSlug,
  },
  { at: { file: `data/adoptions/2026/${SECRETS.hiddenAdoption}.yaml`, path: [] }, code: 'source/empty' },
  {
    at: { file: 'data/people.yaml', path: ['people', 0, 'contact', 'phone'] },
    code: 'schema/not-well-formed',
    found: SECRETS.phone,
    expected: 'pattern',
  },
  { at: { file: `data/${SECRETS.brokenSlug}/x.yaml`, path: [] }, code: 'source/unknown-file', nearest: null },
];

describe.each(LANGUAGES)('in %s', (language) => {
  const site = sitePages(viewOf(world(), undefined, FINDINGS), language);
  const shown = JSON.stringify([...allPages(site)]);

  test('every secret stays in the repository', () => {
    expect(Object.values(SECRETS).filter((secret) => shown.includes(secret))).toEqual([]);
  });

  test('and out of every file of open data, XLSX unpacked', async () => {
    const files = await openDataOf(site);
    expect(files).toContain('门诊统筹落地见效');
    expect(Object.values(SECRETS).filter((secret) => files.includes(secret))).toEqual([]);
  });

  test('the figures of hidden items are there all the same', () => {
    expect(shown.includes(language === 'zh' ? '"不公开稿件"' : '"Item not open to the public"')).toBe(true);
  });
});

test('nothing of a person is shown where the installation does not show persons', async () => {
  const values = world();
  values.set('data/site.yaml', { ...values.get('data/site.yaml'), public: { people: false } });
  const shown = JSON.stringify([...allPages(sitePages(viewOf(values), 'zh'))]);
  expect(['陈一', '林二', '莫三', '"lin"', 'people/'].filter((name) => shown.includes(name))).toEqual([]);
});
