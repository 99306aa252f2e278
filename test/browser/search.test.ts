/** The search and the list of submissions in the built site: by keyboard, by address, back and forth, and without scripts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListedData } from '../../src/site/listed.ts';
import { openSite, type Site, type View } from './chromium.ts';
import { axe } from './qualities.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const LISTED = JSON.parse(readFileSync(join(import.meta.dirname, '../../dist/submissions/list.json'), 'utf8')) as ListedData;
/** The titles that have a word, counted by itself. */
const having = (word: string): string[] => LISTED.rows.map(([, title]) => title).filter((title) => title.includes(word));

async function openSearch(path: string, view?: View): Promise<Page> {
  const page = await site.openPage(path, view);
  await page.waitForSelector('#search[data-ready]');
  return page;
}
const queryOf = (page: Page): string => decodeURIComponent(new URL(page.url()).search);
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent?.trim() || (document.activeElement?.id ?? ''));

describe('the search', () => {
  test('finds a word in the middle of titles, marks it, and says how many there are', async () => {
    const page = await openSearch(`search/?q=${encodeURIComponent('门诊')}`);
    expect(having('门诊').length).toBeGreaterThan(3);
    expect(await page.locator('#found-submissions .mark').innerText()).toBe(String(having('门诊').length));
    const texts = await page.locator('section[aria-labelledby="found-submissions"] a mark').allInnerTexts();
    expect(new Set(texts)).toEqual(new Set(['门诊']));
  });

  test('answers while one types, and the address follows', async () => {
    const page = await openSearch('search/');
    await page.locator('#search-q').fill('评先评优');
    await page.waitForSelector('#found-policies');
    expect(queryOf(page)).toBe('?q=评先评优');
    await page.locator('section[aria-labelledby="found-policies"] a').first().click();
    expect(await page.locator(':target .clause__text').innerText()).toContain('评先评优');
    await page.goBack();
    await page.waitForSelector('#found-policies');
  });

  test('is reached from any page by its box, which needs no scripts, and by the key /', async () => {
    const page = await site.openPage('units/');
    await page.keyboard.press('/');
    await page.keyboard.type('医保');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#search[data-ready]');
    expect(queryOf(page)).toBe('?q=医保');
    const still = await site.openPage('units/', { javaScript: false });
    await still.locator('.searchbox input').fill('医保');
    await still.locator('.searchbox input').press('Enter');
    expect(queryOf(still)).toBe('?q=医保');
  });

  test('arrow keys move among the results and back, Escape returns, Tab goes on: no trap', async () => {
    const page = await openSearch(`search/?q=${encodeURIComponent('门诊')}`);
    const links = await page.locator('#search-results a').allInnerTexts();
    await page.locator('#search-q').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(links[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('search-q');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('search-q');
    await page.keyboard.press('ArrowDown');
    for (const link of links.slice(1)) {
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe(link);
    }
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('search-shortcut');
  });

  test('the key / can be switched off, and writes a slash where one types', async () => {
    const page = await openSearch('search/');
    await page.locator('#search-q').focus();
    await page.keyboard.press('/');
    expect(await page.locator('#search-q').inputValue()).toBe('/');
    await page.locator('#search-shortcut').uncheck();
    await page.goto(new URL('units/', site.address).href);
    await page.keyboard.press('/');
    expect(await page.locator('.searchbox input').evaluate((box) => box === document.activeElement)).toBe(false);
  });

  test('many hits among submissions lead to the list with the same question', async () => {
    const page = await openSearch(`search/?q=${encodeURIComponent('医保')}`);
    const all = Number(await page.locator('#found-submissions .mark').innerText());
    expect(all).toBeGreaterThan(10);
    await page.locator('section[aria-labelledby="found-submissions"] .hits__rest a').click();
    await page.waitForSelector('#list-status:has-text("共")');
    await expect.poll(() => page.locator('#list-status').innerText()).toMatch(new RegExp(`^共 ${all} 篇`));
  });

  test('nothing found says so, and without scripts the page points to the lists', async () => {
    const page = await openSearch('search/?q=zzzz');
    expect(await page.locator('#search-status').innerText()).toContain('没有找到“zzzz”');
    const still = await site.openPage('search/?q=x', { javaScript: false });
    expect(await still.locator('#search').isVisible()).toBe(false);
    await still.locator('.search-still').getByRole('link', { name: '稿件' }).click();
    expect(await still.locator('h1').innerText()).toBe('稿件');
  });

  test('only the search page loads the index', async () => {
    const page = await site.openPage('');
    const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(names.filter((name) => /index\.json|list\.json/.test(name))).toEqual([]);
  });
});

describe('the list of submissions', () => {
  const shown = (page: Page): Promise<string[]> => page.locator('#list tbody th').allInnerTexts();
  const status = (page: Page): Promise<string> => page.locator('#list-status').innerText();

  test('has fifty to a page; the first stands without scripts, and the months lead on', async () => {
    const page = await site.openPage('submissions/', { javaScript: false });
    expect(await shown(page)).toEqual(LISTED.rows.slice(0, 50).map(([, title]) => title));
    expect(await page.locator('#list-filter').isVisible()).toBe(false);
    await page.locator('.related a').last().click();
    expect(await page.locator('h1').innerText()).toMatch(/报送的稿件$/);
  });

  test('filters stand in the address, and back and forward follow', async () => {
    const page = await site.openPage('submissions/');
    await page.locator('#list-form').selectOption('简讯');
    await expect.poll(() => queryOf(page)).toBe('?form=简讯');
    await page.locator('#list-adopted').selectOption('yes');
    await expect.poll(() => queryOf(page)).toBe('?form=简讯&adopted=yes');
    const briefs = LISTED.rows.filter(([, , , , form]) => LISTED.forms[form] === '简讯');
    const adopted = briefs.filter(([, , , , , outlets]) => outlets.length > 0);
    expect(adopted.length).toBeLessThan(briefs.length);
    await expect.poll(() => status(page)).toMatch(new RegExp(`^共 ${adopted.length} 篇`));
    const [outlet, name] = LISTED.outlets[adopted[0]?.[5][0] ?? -1] ?? [];
    expect(
      await page
        .locator('#list tbody tr')
        .first()
        .getByRole('link', { name: String(name), exact: true })
        .getAttribute('href'),
    ).toBe(`/outlets/${outlet}/`);
    await page.goBack();
    await expect.poll(() => status(page)).toMatch(new RegExp(`^共 ${briefs.length} 篇`));
    expect(await page.locator('#list-adopted').inputValue()).toBe('');
    await page.goForward();
    await expect.poll(() => status(page)).toMatch(new RegExp(`^共 ${adopted.length} 篇`));
  });

  test('an address that somebody sent shows what they saw, and can be cleared', async () => {
    const page = await site.openPage(`submissions/?q=${encodeURIComponent('门诊')}`);
    await expect.poll(() => status(page)).toBe(`共 ${having('门诊').length} 篇`);
    expect(await shown(page)).toEqual(having('门诊'));
    expect(await page.locator('#list-q').inputValue()).toBe('门诊');
    await page.getByRole('button', { name: '清除条件' }).click();
    await expect.poll(() => queryOf(page)).toBe('');
    await expect.poll(async () => (await shown(page)).length).toBe(50);
  });

  test('turns pages, and what is typed is one step of history', async () => {
    const page = await site.openPage('submissions/');
    await page.getByRole('link', { name: '下一页' }).click();
    await expect.poll(() => queryOf(page)).toBe('?page=2');
    await expect.poll(() => shown(page)).toEqual(LISTED.rows.slice(50, 100).map(([, title]) => title));
    await page.locator('#list-q').pressSequentially('医保基金', { delay: 200 });
    await expect.poll(() => queryOf(page)).toBe('?q=医保基金');
    await page.goBack();
    await expect.poll(() => queryOf(page)).toBe('?page=2');
  });

  test('rows that scripts write are those that the build wrote', async () => {
    const page = await site.openPage('submissions/');
    const rows = (): Promise<string[]> =>
      page
        .locator('#list tbody *')
        .evaluateAll((elements) =>
          elements.map(({ tagName, attributes, textContent }) =>
            [tagName, ...Array.from(attributes, ({ name, value }) => `${name}=${value}`).sort(), textContent?.trim()].join(' '),
          ),
        );
    const built = await rows();
    await page.locator('#list-adopted').selectOption('no');
    await expect.poll(() => queryOf(page)).toBe('?adopted=no');
    await page.getByRole('button', { name: '清除条件' }).click();
    await expect.poll(rows).toEqual(built);
  });

  test('nothing that is in sight jumps while an address is read', async () => {
    const page = await site.openPage(`submissions/?q=${encodeURIComponent('门诊')}`);
    await expect.poll(() => status(page)).toBe(`共 ${having('门诊').length} 篇`);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 500);
        }),
    );
    expect(shift).toBeLessThan(0.01);
  });
});

describe('the approval form', () => {
  test('is printed alone, by its button, with empty boxes', async () => {
    const page = await site.openPage(`submissions/${LISTED.rows[0]?.[0]}/`);
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.getByRole('button', { name: '打印此表' }).click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.approval__sheet').isVisible()).toBe(true);
    expect(await page.locator('h1').isVisible()).toBe(false);
    const boxes = await page.locator('.approval__opinion').allInnerTexts();
    expect(new Set(boxes.map((text) => text.replace(/\s/g, '')))).toEqual(new Set(['签字：年月日']));
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await page.locator('h1').isVisible()).toBe(true);
  });
});

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test('axe finds nothing on what scripts have written', async () => {
    for (const path of [`search/?q=${encodeURIComponent('医保')}`, `submissions/?q=${encodeURIComponent('门诊')}`]) {
      const page = await site.openPage(path, { theme, width: theme === 'dark' ? 360 : 1440 });
      await page.waitForTimeout(800);
      expect(await axe(page)).toEqual([]);
    }
  });
});
