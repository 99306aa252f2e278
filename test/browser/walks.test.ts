/** A reader's walks through the built site, with scripts and without: from a number to the clause and to the record. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, type Site } from './chromium.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** The last quarter that is over, as the list of rankings has it. */
async function lastRanking(javaScript: boolean): Promise<Page> {
  const page = await site.openPage('ranking/', { javaScript });
  await page.locator('#index-quarter tbody tr').nth(1).locator('th a').click();
  return page;
}

const addressOf = (page: Page): string => decodeURIComponent(page.url().slice(site.address.length - 1));

describe.each([true, false])('with scripts: %s', (javaScript) => {
  test('two clicks lead from a number of the ranking to the clause that gave it, word for word', async () => {
    const page = await lastRanking(javaScript);
    await page.locator('#ranking-1 tbody tr').first().locator('td.number a').first().click();
    expect(addressOf(page)).toMatch(/^\/units\/[a-z]+\/\d{4}-Q\d\/$/);
    const row = page.locator('#adoption-table tbody tr').first();
    const words = await row.locator('.line--short').innerText();
    await row.locator('td a[href*="#clause-"]').click();
    const clause = page.locator(':target');
    expect(await clause.locator('.clause__text').innerText()).toBe(words);
    expect(await clause.isVisible()).toBe(true);
  });

  test('two clicks lead from a number of the ranking to the record, with all that it earned and what was set aside', async () => {
    const page = await lastRanking(javaScript);
    await page.locator('#ranking-1 tbody tr').first().locator('a[href$="#adoption"]').first().click();
    await page.locator('#adoption-table tbody th a').first().click();
    expect(addressOf(page)).toMatch(/^\/submissions\/[a-z0-9-]+\/$/);
    await page.locator('#credits-table tbody tr').first().waitFor();
    const record = page.locator('.facts a[href*="/blob/"]');
    expect(await record.getAttribute('href')).toMatch(/^https:\/\/gitee\.com\/.+\.yaml#L\d+$/);
  });

  test('a total leads to all that it is made of, and it adds up', async () => {
    const page = await lastRanking(javaScript);
    const total = page.locator('#ranking-1 tfoot td.number a').first();
    const written = await total.innerText();
    await total.click();
    expect(addressOf(page)).toMatch(/\/journal\/$/);
    await page.waitForLoadState();
    const sums = await page.locator('tfoot td.number').allInnerTexts();
    expect(String(sums.reduce((all, sum) => all + Number(sum), 0))).toBe(written);
  });

  test('a figure of the year so far leads to the month up to which it is added up', async () => {
    const page = await lastRanking(javaScript);
    const figure = page.locator('#ranking-1 tbody tr').first().locator('td.number a').last();
    const written = await figure.innerText();
    await figure.click();
    expect(await page.locator('tr:target td.number').last().innerText()).toBe(written);
  });

  test('the sections are reached from every page', async () => {
    const page = await site.openPage('', { width: 360, javaScript });
    for (const name of ['排名', '单位', '稿件', '人员', '办法', '试算', '数据质量', '概览']) {
      const ways = page.getByRole('navigation', { name: '主要栏目' });
      await ways.locator('summary').click();
      await ways.getByRole('link', { name, exact: true }).click();
      expect(await ways.locator('summary').innerText()).toMatch(new RegExp(`${name}$`));
      expect(await page.locator('h1').count()).toBe(1);
    }
  });
});

test('the first sections are in sight where there is room, the others in the menu, which goes away by Escape and by a click beside it', async () => {
  const page = await site.openPage('people/');
  const ways = page.getByRole('navigation', { name: '主要栏目' });
  const summary = ways.locator('summary');
  expect(await ways.getByRole('link').allInnerTexts()).toEqual(['概览', '排名', '单位', '稿件', '填报', '通报', '日历', '办法']);
  expect(await summary.innerText()).toMatch(/^更多\s*人员$/);
  await summary.press('Enter');
  expect(await ways.locator('.sitemap [aria-current=page]').innerText()).toBe('人员');
  expect(await ways.locator('.sitemap').getByRole('link').allInnerTexts()).toEqual([
    '人员',
    '媒体',
    '试算',
    '开放数据',
    '数据质量',
    '指南',
    '搜索',
    '大屏',
  ]);
  await page.keyboard.press('Escape');
  expect(await ways.locator('.sitemap').isVisible()).toBe(false);
  expect(await summary.evaluate((own) => own === document.activeElement)).toBe(true);
  await summary.click();
  await page.locator('h1').click({ position: { x: 5, y: 5 } });
  expect(await ways.locator('.sitemap').isVisible()).toBe(false);
  expect(await page.getByRole('navigation', { name: '全部栏目' }).getByRole('link').count()).toBe(16);
});

test('a chart is drawn from the table beside it, and takes no room without scripts', async () => {
  const page = await site.openPage('');
  const canvas = page.locator('canvas').first();
  expect(await canvas.getAttribute('aria-label')).toMatch(/^最近一月（2026年11月）共得 \d+ 分；/);
  const isDrawn = (element: HTMLCanvasElement | SVGElement | HTMLElement): boolean => {
    const { width, height } = element as HTMLCanvasElement;
    const pixels = (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    return pixels.some((value) => value !== 0);
  };
  expect(await canvas.evaluate(isDrawn)).toBe(true);
  const still = await site.openPage('', { javaScript: false });
  expect(await still.locator('canvas').first().isVisible()).toBe(false);
  expect(await still.locator('.chart figcaption').first().isVisible()).toBe(true);
});

test('only pages with a chart load the library that draws it; the others get a few hundred bytes', async () => {
  const page = await site.openPage('status/');
  const sizes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .map((entry) => (entry as PerformanceResourceTiming).decodedBodySize),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2500);
});

test('nothing is inlined, so that a strict content security policy holds', async () => {
  for (const path of ['', 'ranking/', 'policies/county-2021/', 'units/', 'lab/', 'search/', 'submissions/']) {
    const page = await site.openPage(path, { javaScript: false });
    expect(await page.locator('style, [style], script:not([src]), [onclick], [onload]').count()).toBe(0);
  }
});
