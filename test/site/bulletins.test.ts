/** What of a bulletin leaves the repository: by the door, on its page, in its files. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { sealOf } from '../../src/ledger/bulletins.ts';
import type { WrittenBulletin } from '../../src/ledger/written/bulletin.ts';
import type { Day } from '../../src/model/day.ts';
import { publicBulletin, WITHDRAWN } from '../../src/site/publicBulletin.ts';
import { sitePages } from '../../src/site/site.ts';
import { LANGUAGES } from '../../src/words/speech.ts';
import { bulletin } from '../support/bulletin.ts';
import { lock, pagesOf, SECRETS, viewOf, world } from './world.ts';

const nothing = { ids: new Set<string>(), titles: new Set<string>(), openAppeals: new Set<string>() };
const today = {
  ids: new Set<string>([SECRETS.hiddenSlug, SECRETS.hiddenObligation]),
  titles: new Set<string>([SECRETS.hiddenTitle, SECRETS.hiddenObligationTitle]),
  openAppeals: new Set<string>(),
};
const secretsIn = (text: string): string[] => Object.values(SECRETS).filter((secret) => text.includes(secret));

describe('the door', () => {
  const shown = publicBulletin(lock(), today, true);
  const { adopted, notable, commissions, corrections, deductions, titles } = shown.published;

  test('no secret passes, and the secrets were there', () => {
    expect(secretsIn(JSON.stringify(lock())).length).toBeGreaterThan(10);
    expect(secretsIn(JSON.stringify(shown))).toEqual([]);
  });

  test('what was hidden when it was issued keeps its figures: day, units, class', () => {
    expect(adopted.at(-2)).toEqual({ units: ['daiyu'], on: '2026-04-22', outlet: '省级', class: '省级', print: true });
    expect(notable.at(-2)).toEqual({ units: ['daiyu'], on: '2026-04-22', why: 'instruction', level: '省' });
  });

  test('what has been withdrawn since says so wherever its title stood', () => {
    expect([adopted.at(-1)?.title, notable.at(-1)?.title, commissions.at(-1)?.title, corrections.at(-1)?.title]).toEqual(
      Array.from({ length: 4 }, () => WITHDRAWN),
    );
    expect(deductions.at(-1)?.why).toBe(`未完成《${WITHDRAWN}》`);
    expect(Object.keys(titles)).not.toContain(SECRETS.hiddenSlug);
  });

  test('of evidence there remain ordinances, registers without persons, and records that are public', () => {
    expect(Object.keys(shown.evidence.files)).toEqual([
      'data/site.yaml',
      'data/units.yaml',
      'policies/county-2021.yaml',
      'data/submissions/daiyu/2026/climbing.yaml',
    ]);
    expect(shown.evidence.gone).toEqual([]);
  });

  test('credits for what is hidden, then or now, keep their figures and nothing else', () => {
    const [then, now, obligation] = shown.credits.slice(-5);
    const figures = { on: '2026-04-15', unit: 'daiyu', points: 3, policy: 'county-2021', clause: '四(一)1–5', record: '', file: '' };
    const counted = { reason: { code: 'counted' }, hidden: true };
    expect(then).toEqual({ ...figures, kind: 'submission', ...counted });
    expect(now).toEqual({ ...figures, kind: 'adoption', ...counted });
    expect(obligation).toEqual({ ...figures, kind: 'obligation', ...counted });
  });

  test('an open credit does not name what is hidden', () => {
    const [raised, corrected] = shown.credits.slice(-2);
    expect(raised?.reason).toEqual({ code: 'raised', worth: '3', booked: '1', replaces: '' });
    expect(corrected?.reason).toEqual({ code: 'corrected', period: '2026-03', causes: [{ what: 'changed' }] });
  });

  test('where all is public all passes', () => {
    const open: WrittenBulletin = { ...bulletin(), credits: bulletin().credits.filter(({ hidden }) => !hidden) };
    const { adopted: every } = publicBulletin(open, nothing, true).published;
    expect(every.slice(0, 4)).toEqual(open.published.adopted.slice(0, 4));
    expect(publicBulletin(open, nothing, true).credits).toEqual(open.credits);
    expect(publicBulletin(open, nothing, true).document).toEqual(open.document);
  });

  test.each([
    ['the bulletin', false, true],
    ['the installation', true, false],
  ])('no person passes where %s shows none', (_, people, showPeople) => {
    const one = bulletin();
    const text = JSON.stringify(publicBulletin({ ...one, published: { ...one.published, people } }, nothing, showPeople));
    expect(['周敏', '李强'].filter((name) => text.includes(name))).toEqual([]);
    expect(text).toContain('信息工作先进单位');
  });

  test('the last are not named unless the installation wants it, nor the first where ranks are not shown', () => {
    const one = bulletin();
    const groupsWith = (changes: Partial<WrittenBulletin['published']>) =>
      publicBulletin({ ...one, published: { ...one.published, ...changes } }, nothing, true).published.groups;
    expect(groupsWith({}).map(({ bottom }) => bottom.units)).toEqual([[], []]);
    expect(groupsWith({ weakest: true })[1]?.bottom.units).toEqual(['xinxi']);
    expect(groupsWith({ weakest: true, ranks: 1 })[1]?.bottom.units).toEqual([]);
    expect(groupsWith({ ranks: 'none' }).map(({ top }) => top.units)).toEqual([[], []]);
  });

  test('a commission that is hidden today is withdrawn under whatever title, and one that was hidden has no id', () => {
    const one = bulletin();
    const commission = { obligation: 'k-secret', title: '旧题目', kind: '约稿' as const, units: [] };
    const { title: _title, ...untitled } = commission;
    const published = { ...one.published, commissions: [commission, untitled, { ...commission, obligation: 'k-open' }] };
    const shownToday = publicBulletin({ ...one, published }, { ...nothing, ids: new Set(['k-secret']), titles: new Set(['新题目']) }, true);
    expect(shownToday.published.commissions).toEqual([
      { title: WITHDRAWN, kind: '约稿', units: [] },
      { kind: '约稿', units: [] },
      { obligation: 'k-open', title: '旧题目', kind: '约稿', units: [] },
    ]);
  });

  test('a title that is part of another leaves no rest of it', () => {
    const one = bulletin();
    const titled = { ...one, published: { ...one.published, commissions: [{ title: '甲乙', kind: '约稿' as const, units: [] }] } };
    const shownToday = publicBulletin(titled, { ...nothing, titles: new Set(['甲', '甲乙', '']) }, true);
    expect(shownToday.published.commissions[0]?.title).toBe(WITHDRAWN);
  });
});

describe.each(LANGUAGES)('the pages in %s', (language) => {
  const site = pagesOf(world(), language);

  test('the document, its files and what it is called', () => {
    expect(site.bulletinSlugs()).toEqual(['2026-04']);
    const page = site.bulletin('2026-04');
    expect(page.files.map(({ href }) => href)).toEqual(['docx', 'xlsx', 'md', 'json'].map((form) => `bulletins/2026-04/2026-04.${form}`));
    expect(page.withdrawn).not.toBeNull();
    expect(page.document.title).toBe('关于2026年10月信息宣传工作情况的通报');
    expect(page.related.map(({ href }) => href)).toEqual(['ranking/2026-04/', 'ranking/2026-04/journal/']);
    expect(page.verify.seal).toBe(lock().seal);
  });

  test('ranking, overview, navigation and list lead to it', () => {
    const month = site.periods().find(({ slug }) => slug === '2026-04')?.period;
    if (month === undefined) throw new Error('no April');
    expect(site.ranking(month).lead.map(({ href }) => href)).toContain('bulletins/2026-04/');
    expect(site.overview().bulletin?.href).toBe('bulletins/2026-04/');
    expect(site.frame.nav.map(({ href }) => href)).toContain('bulletins/');
    const [section] = site.bulletins().sections;
    expect(section?.table?.rows[0]?.cells[0]?.href).toBe('bulletins/2026-04/');
  });

  test('a bulletin that is dated later than the day is not there yet', () => {
    const before = pagesOf(world(), language, '2026-05-05' as Day);
    expect(before.bulletinSlugs()).toEqual([]);
    expect(before.overview().bulletin).toBeNull();
    expect(before.frame.nav.map(({ href }) => href)).not.toContain('bulletins/');
    expect(before.frame.feed).toBeNull();
  });
});

test('a range of days stands under other days, without pages of rankings', () => {
  const values = world();
  const one = { ...lock(), period: '2026-01-05..2026-02-10' };
  values.delete('data/bulletins/2026-04.yaml');
  values.set('data/bulletins/2026-01-05..2026-02-10.yaml', { ...one, seal: sealOf(one) });
  const site = pagesOf(values);
  expect(site.bulletins().sections.map(({ title }) => title)).toEqual(['其他日期']);
  expect(site.bulletin('2026-01-05..2026-02-10').related).toEqual([]);
});

test.each([
  ['cannot be read any more', SECRETS.brokenSlug, WITHDRAWN],
  ['was deleted', 'was-there-once', '曾经公布的稿件'],
])('the title of a record that %s', (_, item, expected) => {
  const values = world();
  const one = lock();
  const listed = { item, title: '曾经公布的稿件', units: ['xinxi'], on: '2026-04-09', outlet: '湛江日报', print: true };
  const changed = { ...one, published: { ...one.published, adopted: [listed] } };
  values.set('data/bulletins/2026-04.yaml', { ...changed, seal: sealOf(changed) });
  expect(viewOf(values).bulletins[0]?.bulletin.published.adopted[0]?.title).toBe(expected);
});

test('where a browser prints them there is a PDF beside each', () => {
  const site = sitePages({ ...viewOf(), pdf: true }, 'zh');
  expect(site.bulletin('2026-04').files.map(({ href }) => href?.split('.').at(-1))).toEqual(['docx', 'pdf', 'xlsx', 'md', 'json']);
});

describe('the files', () => {
  const site = pagesOf();

  test.each(['docx', 'xlsx', 'md', 'json'] as const)('%s: no secret is in any part of it, and what was withdrawn says so', async (form) => {
    const file = await site.bulletinFile('2026-04', form);
    const text =
      typeof file === 'string'
        ? file
        : Object.entries(unzipSync(file))
            .flatMap(([name, part]) => [name, strFromU8(part)])
            .join('\n');
    expect(secretsIn(text)).toEqual([]);
    expect(text).toContain(WITHDRAWN);
    expect(text).toContain('打击欺诈骗保专项行动启动');
  });

  test('the same bulletin gives the same bytes', async () => {
    for (const form of ['docx', 'xlsx', 'md', 'json'] as const) {
      expect(await site.bulletinFile('2026-04', form)).toEqual(await pagesOf().bulletinFile('2026-04', form));
    }
  });
});
