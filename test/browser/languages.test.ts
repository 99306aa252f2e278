/** Both languages: every page has its twin, links stay in their language, and English pages have Chinese only where it is data. */
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChinese } from '../../src/words/tongue.ts';
import { openSite, type Site } from './chromium.ts';

const ROOT = join(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');

/** What a page says of itself, read from its file by the browser. */
interface Seen {
  readonly path: string;
  readonly lang: string;
  /** Where the switch in the head leads; null on pages without the frame of the site. */
  readonly other: string | null;
  /** Pages to which its other links and forms lead. */
  readonly pages: readonly string[];
  /** Texts with Chinese signs that are not marked as Chinese. */
  readonly unmarked: readonly string[];
}

let site: Site;
let seen: Map<string, Seen>;
beforeAll(async () => {
  site = await openSite();
  const paths = globSync('**/index.html', { cwd: DIST }).map((file) => file.split(sep).join('/').slice(0, -'index.html'.length));
  const page = await site.openPage('404.html');
  seen = new Map((await page.evaluate(look, paths)).map((one) => [one.path, one]));
  await page.context().close();
}, 240_000);
afterAll(() => site.close());

/** Runs in the browser. */
async function look(paths: readonly string[]): Promise<Seen[]> {
  const found: Seen[] = [];
  const start = new URL('/', location.href).href;
  const texts = (body: HTMLElement): string[] => {
    const walk = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const own: string[] = [];
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode())
      if (/\p{Script=Han}/u.test(node.nodeValue ?? '') && !node.parentElement?.closest('[lang]')?.getAttribute('lang')?.startsWith('zh'))
        own.push(node.nodeValue ?? '');
    for (const element of body.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
      if (!element.closest('[lang]')?.getAttribute('lang')?.startsWith('zh'))
        own.push(...['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''));
    return own;
  };
  for (const path of paths) {
    const page = new DOMParser().parseFromString(await (await fetch(`/${path}`)).text(), 'text/html');
    const to = (address: string | null): string => new URL(address ?? '', new URL(`/${path}`, location.href)).href;
    const links = [...page.querySelectorAll('a[href]:not([hreflang]), form[action], iframe[src]')].map((link) =>
      to(link.getAttribute('href') ?? link.getAttribute('action') ?? link.getAttribute('src')),
    );
    found.push({
      path,
      lang: page.documentElement.lang,
      other: page.querySelector('.tongue')?.getAttribute('href') ?? null,
      pages: links.filter((link) => link.startsWith(start)).map((link) => decodeURIComponent(new URL(link).pathname.slice(1))),
      unmarked: path.startsWith('en/') ? texts(page.body).filter((text) => text !== '') : [],
    });
  }
  return found;
}

const isEnglish = (path: string): boolean => path.startsWith('en/');
const twinOf = (path: string): string => (isEnglish(path) ? path.slice('en/'.length) : `en/${path}`);
/** Stands inside pages of others, or fills a screen: has no head with a switch. */
const isFramed = (path: string): boolean => !/^(en\/)?(embed|screen)\//.test(path);

test('every page is there in both languages, and says in which it is', () => {
  expect(seen.size).toBeGreaterThan(200);
  const wrong = [...seen.values()].filter(({ path, lang }) => !seen.has(twinOf(path)) || lang !== (isEnglish(path) ? 'en' : 'zh-CN'));
  expect(wrong.map(({ path, lang }) => `${path} ${lang}`)).toEqual([]);
});

test('the head of every page leads to the same page in the other language', () => {
  const wrong = [...seen.values()].filter(({ path, other }) => {
    if (!isFramed(path)) return false;
    return other !== `/${twinOf(path)}`;
  });
  expect(wrong.map(({ path, other }) => [path, other])).toEqual([]);
});

test('links to pages stay in the language, and there are such pages', () => {
  const wrong = [...seen.values()].flatMap(({ path, pages }) =>
    pages
      .filter((page) => page === '' || page.endsWith('/'))
      .filter((page) => isEnglish(page) !== isEnglish(path) || !seen.has(page))
      .map((page) => `${path} → ${page}`),
  );
  expect(wrong.slice(0, 20)).toEqual([]);
});

describe('on English pages', () => {
  /** What is written in Chinese in the ledger and its ordinances, sign by sign. */
  const data = new Set(
    globSync('{data,policies}/**/*.yaml', { cwd: ROOT }).flatMap((file) => readFileSync(join(ROOT, file), 'utf8').match(/\p{Script=Han}+/gu) ?? []),
  );

  test('a text that is Chinese throughout is marked as Chinese', () => {
    const wrong = [...seen.values()].flatMap(({ path, unmarked }) => unmarked.filter(isChinese).map((text) => `${path}: ${text}`));
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  test('what is Chinese in an English text is a name, a class or a clause out of the ledger', () => {
    const wrong = [...seen.values()].flatMap(({ path, unmarked }) =>
      unmarked.flatMap((text) =>
        (text.match(/\p{Script=Han}+/gu) ?? []).filter((run) => !data.has(run)).map((run) => `${path}: ${run} in “${text}”`),
      ),
    );
    expect(wrong.slice(0, 20)).toEqual([]);
  });
});

const addressOf = (page: Page): string => decodeURIComponent(page.url().slice(site.address.length - 1));

describe.each([true, false])('a reader of English, with scripts: %s', (javaScript) => {
  test('walks from a number of the ranking to the clause, and back into Chinese on the same page', async () => {
    const page = await site.openPage('en/ranking/', { javaScript });
    await page.locator('#index-quarter tbody tr').nth(1).locator('th a').click();
    expect(await page.locator('h1').innerText()).toMatch(/^Ranking, (first|second|third|fourth) quarter of \d{4}/);
    await page.locator('#ranking-1 tbody tr').first().locator('td.number a').first().click();
    expect(addressOf(page)).toMatch(/^\/en\/units\/[a-z]+\/\d{4}-Q\d\/$/);
    await page.locator('#adoption-table tbody tr').first().locator('td a[href*="#clause-"]').click();
    expect(addressOf(page)).toMatch(/^\/en\/policies\/[a-z0-9-]+\/#clause-/);
    const words = await page.locator(':target .clause__text').innerText();
    expect(await page.locator(':target .clause__text').getAttribute('lang')).toBe('zh-CN');
    await page.getByRole('link', { name: '中文' }).click();
    expect(addressOf(page)).toMatch(/^\/policies\/[a-z0-9-]+\/$/);
    await page.waitForLoadState();
    await expect.poll(() => page.locator('.clause__text').allInnerTexts()).toContain(words);
    await page.getByRole('link', { name: 'English' }).click();
    expect(addressOf(page)).toMatch(/^\/en\/policies\/[a-z0-9-]+\/$/);
  });

  test('goes through the sections', async () => {
    const page = await site.openPage('en/', { width: 360, javaScript });
    for (const name of ['Ranking', 'Units', 'Submissions', 'People', 'Ordinances', 'Data quality', 'Overview']) {
      const ways = page.getByRole('navigation', { name: 'Sections', exact: true });
      await ways.locator('summary').click();
      await ways.getByRole('link', { name, exact: true }).click();
      expect(await ways.locator('summary').innerText()).toMatch(new RegExp(`${name}$`));
      expect(addressOf(page)).toMatch(/^\/en\//);
    }
  });
});

test('the name of a section is whole in the head of a small telephone', async () => {
  for (const path of ['submissions/', 'status/', 'policies/']) {
    const page = await site.openPage(`en/${path}`, { width: 360 });
    const { room, wanted } = await page
      .locator('summary .sections__current')
      .evaluate((name) => ({ room: name.clientWidth, wanted: name.scrollWidth }));
    expect(wanted, path).toBeLessThanOrEqual(room);
    expect(await page.locator('summary').first().ariaSnapshot()).toContain('Menu');
    await page.context().close();
  }
});

test('search, list and laboratory lead to English pages', async () => {
  const found = await site.openPage(`en/search/?q=${encodeURIComponent('医保')}`);
  await found.locator('#search-results a').first().waitFor();
  const addresses = await found.locator('#search-results a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.filter((address) => !address.startsWith('/en/'))).toEqual([]);
  expect(await found.locator('#search-status').innerText()).toMatch(/[a-z]/);

  const list = await site.openPage('en/submissions/?page=2');
  await list.locator('#list-room:not([aria-busy])').waitFor();
  await list.locator('#list th a').first().click();
  expect(addressOf(list)).toMatch(/^\/en\/submissions\/[a-z0-9-]+\/$/);

  const lab = await site.openPage('en/lab/');
  await lab.waitForSelector('#lab[data-answers="1"]');
  expect(await lab.locator('#lab-result tbody th a').first().getAttribute('href')).toMatch(/^\/en\/units\//);
});

test('the document of a bulletin stays Chinese, marked as such, in an English frame', async () => {
  const page = await site.openPage('en/bulletins/');
  await page.locator('main table th a').first().click();
  expect(addressOf(page)).toMatch(/^\/en\/bulletins\//);
  expect(await page.locator('article.official').getAttribute('lang')).toBe('zh-CN');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});

test('one page answers for addresses that lead nowhere, in both languages', async () => {
  const page = await site.openPage('404.html', { javaScript: false });
  expect(await page.locator('h1').innerText()).toMatch(/\p{Script=Han}/u);
  const english = page.locator('main [lang=en]');
  expect(await english.innerText()).toContain('No such page');
  expect(await page.locator('.tongue').count()).toBe(0);
  await english.getByRole('link').click();
  expect(addressOf(page)).toBe('/en/');
});
