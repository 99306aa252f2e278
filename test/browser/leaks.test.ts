/**
 * A ledger with a secret in every field that is not public, built into a site of its own: no byte of a secret is in any file of it. It is built
 * under a path, so that the same site shows that it works under any.
 */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { AS_OF, SECRETS, world } from '../site/world.ts';
import { openSite } from './chromium.ts';
import { brokenLinks, invalid, unguarded } from './files.ts';

const ROOT = join(import.meta.dirname, '../..');
const BASE = '/office/news/';
const folder = mkdtempSync(join(tmpdir(), 'tongbao-leaks-'));
const dist = join(folder, 'dist');

beforeAll(() => {
  for (const [file, value] of world()) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), stringify(value, { aliasDuplicateObjects: false }));
  }
  inGit();
  const env = {
    ...process.env,
    TONGBAO_ROOT: folder,
    TONGBAO_AS_OF: AS_OF,
    TONGBAO_OUT: dist,
    TONGBAO_BASE: BASE,
    TONGBAO_SITE: 'https://news.example.org',
  };
  execFileSync(process.execPath, [join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build'], { cwd: ROOT, env, stdio: 'pipe' });
}, 180_000);

/** The ledger lies in Git, where addresses stand beside names. */
function inGit(): void {
  const who = {
    GIT_AUTHOR_NAME: '林二',
    GIT_AUTHOR_EMAIL: SECRETS.authorEmail,
    GIT_COMMITTER_NAME: SECRETS.gitEmail,
    GIT_COMMITTER_EMAIL: SECRETS.email,
  };
  const git = (...args: string[]): Buffer =>
    execFileSync('git', args, { cwd: folder, env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', ...who }, stdio: 'pipe' });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', `${SECRETS.hiddenTitle}\n\nReviewed-by: 陈一 <${SECRETS.gitEmail}>`);
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('no secret is in any file of the site, by content or by name, nor in any part of a packed one', () => {
  const files = globSync('**/*', { cwd: dist, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(40);
  const found = files.flatMap(({ parentPath, name }) => {
    const text = `${join(parentPath, name).slice(dist.length)}\n${contentOf(join(parentPath, name))}`;
    return Object.values(SECRETS)
      .filter((secret) => text.includes(secret))
      .map((secret) => `${join(parentPath, name)}: ${secret}`);
  });
  expect(found).toEqual([]);
});

function contentOf(file: string): string {
  const bytes = readFileSync(file);
  if (!/\.(docx|xlsx)$/.test(file)) return bytes.toString('utf8');
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n');
}

test('open data, calendars, badges and the ranking to embed are there', () => {
  const packed = contentOf(join(dist, 'data/journal.xlsx'));
  expect(packed).toContain('门诊统筹落地见效');
  for (const file of ['data/journal.json', 'data/submissions.csv', 'data/datapackage.json', 'data/badges/daiyu.svg', 'embed/ranking/index.html'])
    expect(contentOf(join(dist, file)).length, file).toBeGreaterThan(300);
  expect(contentOf(join(dist, 'calendar/unit-daiyu.ics'))).toContain('（内容不公开）');
});

test('the bulletin, its files and the feed are there, and say what has been withdrawn', () => {
  const files = ['index.html', '2026-04.docx', '2026-04.xlsx', '2026-04.md', '2026-04.json'];
  for (const file of files) expect(contentOf(join(dist, 'bulletins/2026-04', file)), file).toContain('（现不公开）');
  const feed = contentOf(join(dist, 'feed.xml'));
  expect(feed).toContain('<id>tag:git.example.org,2026:office/records/bulletins/2026-04</id>');
  expect(feed).toContain('href="https://news.example.org/office/news/bulletins/2026-04/"');
});

test('where the host is known, pages name their twins in the other language to programs, in full', () => {
  for (const page of ['units/index.html', 'en/units/index.html'])
    expect(contentOf(join(dist, page))).toContain(
      '<link rel="alternate" hreflang="zh-CN" href="https://news.example.org/office/news/units/"><link rel="alternate" hreflang="en" href="https://news.example.org/office/news/en/units/">',
    );
});

test('the page of a submission says who wrote and approved its record, by name', () => {
  const html = contentOf(join(dist, 'submissions/climbing/index.html'));
  expect(html).toMatch(/林二，2\d{3}-\d\d-\d\d/);
  expect(html).toMatch(/陈一，2\d{3}-\d\d-\d\d（署名审核）/);
});

test('the search and the list have what is public, under the path of the site', async () => {
  const site = await openSite({ folder: dist, base: BASE });
  const page = await site.openPage(`search/?q=${encodeURIComponent('统筹落地')}`);
  await page.locator('#search-results a').first().click();
  expect(new URL(page.url()).pathname).toBe(`${BASE}submissions/climbing/`);
  const list = await site.openPage(`submissions/?q=${encodeURIComponent('两家')}`);
  await expect.poll(() => list.locator('#list tbody th').allInnerTexts()).toEqual(['两家合写的稿件']);
  await list.locator('#list tbody th a').click();
  expect(new URL(list.url()).pathname).toBe(`${BASE}submissions/shared/`);
  await site.close();
});

test('what is not public takes part in the laboratory all the same, as figures', async () => {
  const data = JSON.parse(readFileSync(join(dist, 'lab/data.json'), 'utf8'));
  expect(data.submissions.filter(({ on }: { on: string }) => on === '2026-04-15')).toHaveLength(1);
  expect(data.adoptions.filter(({ on }: { on: string }) => on === '2026-04-22')).toHaveLength(1);
  const site = await openSite({ folder: dist, base: BASE });
  const page = await site.openPage('lab/');
  await page.waitForSelector('#lab[data-answers="1"]');
  // 3 in March, raised to 6 in May, 10 for the city's instruction; not public: 9 of the province, 20 for its instruction.
  expect(await page.locator('#lab-result tbody tr').first().locator('td').nth(1).innerText()).toBe('45');
  await site.close();
});

test('the site works under a path of its own', async () => {
  const site = await openSite({ folder: dist, base: BASE });
  const page = await site.openPage('ranking/2026-Q2/');
  await page.locator('#ranking-1 tbody td.number a').first().click();
  expect(new URL(page.url()).pathname).toBe(`${BASE}units/daiyu/2026-Q2/`);
  expect(await page.locator('h1').innerText()).toContain('待遇保障股');
  expect(await page.getByText('不公开稿件').first().isVisible()).toBe(true);
  await page.getByRole('link', { name: '概览' }).first().click();
  expect(new URL(page.url()).pathname).toBe(BASE);
  await site.close();
});

test('its links lead somewhere, its pages have their policy, and their HTML is valid', async () => {
  const { broken, count } = brokenLinks(dist, BASE);
  expect(broken).toEqual([]);
  expect(count).toBeGreaterThan(100);
  expect(unguarded(dist)).toEqual([]);
  expect(await invalid(dist)).toEqual([]);
});
