/** Each of the four kinds of user walks through what they come for, on the shipped ledger; points and names are worked out by hand from its records. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, type Site } from './chromium.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const pathOf = (page: Page): string => decodeURIComponent(page.url().slice(site.address.length - 1));
/** Follows a link of the page's own part, not of what stands around it. */
const follow = (page: Page, name: string | RegExp) => page.locator('main').getByRole('link', { name }).first().click();

/** Filed on 18 September; 3 points from the county's site, and from 湛江日报, recorded only after September was closed, another 3. */
const ITEM = '县委巡察整改“回头看”：医保窗口作风有了新变化';

describe('a correspondent of 办公室', () => {
  test('finds the own unit, what it owes this month, and the way to file', async () => {
    const page = await site.openPage('units/');
    await follow(page, '办公室');
    expect(pathOf(page)).toBe('/units/bangongshi/');
    expect(await page.locator('main').innerText()).toContain('每月综合性报道');
    await page.goto(`${site.address}guide/`);
    await page.locator('main a[href$="guide/correspondents/"]').first().click();
    expect(await page.locator('h1').innerText()).toContain('信息员');
  });

  test('finds an own item by a word out of its middle, and what became of it', async () => {
    const page = await site.openPage('search/?q=巡察整改');
    await follow(page, /巡察整改/);
    expect(await page.locator('h1').innerText()).toBe(ITEM);
    const credits = page.locator('#credits-table tbody tr');
    expect(await credits.first().innerText()).toMatch(/四\(一\)1[\s\S]*\+3$/);
    expect(await credits.last().innerText()).toMatch(/更正2026年9月的通报：补记[\s\S]*四\(一\)3[\s\S]*\+3$/);
    expect(await page.locator('#credits-table tfoot td.number').innerText()).toBe('6');
  });
});

describe('a reviewer', () => {
  test('sees who wrote and approved a record, and prints its form without anybody’s opinion', async () => {
    const page = await site.openPage('submissions/20260918-wei-xuncha-zheng-gai/');
    expect(await page.getByRole('heading', { name: '记录的写入与审核（Git）' }).isVisible()).toBe(true);
    const form = page.locator('#form');
    expect(await form.innerText()).toContain('信息发布传输和保密审查登记表');
    expect(await form.getByRole('button', { name: '打印此表' }).isVisible()).toBe(true);
    expect(await page.locator('.facts a[href*="/blob/main/data/submissions/"]').count()).toBe(1);
  });

  test('is told what was left out and what could not be verified', async () => {
    const page = await site.openPage('status/');
    expect(await page.locator('h1').innerText()).toBe('数据质量');
    const said = await page.locator('main').innerText();
    expect(said).toContain('没有计分、没有列出的');
    expect(said).toMatch(/没有核实的[\s\S]*已签发的通报\s+32/);
  });
});

describe('the office', () => {
  test('finds the bulletin of a quarter, its document, and the files to send out', async () => {
    const page = await site.openPage('bulletins/');
    await page.locator('main a[href$="bulletins/2026-Q3/"]').first().click();
    expect(await page.locator('.official__number').innerText()).toBe('南医保通〔2026〕5号');
    expect(await page.locator('.official__office').innerText()).toBe('南渡县医疗保障局');
    for (const form of ['docx', 'xlsx', 'md', 'json']) {
      const answer = await page.request.get(`${site.address}bulletins/2026-Q3/2026-Q3.${form}`);
      expect([form, answer.status()]).toEqual([form, 200]);
    }
  });

  test('sees in October what was corrected of September, and why', async () => {
    const page = await site.openPage('bulletins/2026-10/');
    const text = await page.locator('.official').innerText();
    expect(text).toContain('更正和补记');
    expect(text).toContain('共1项，合计+3分');
    expect(text).toContain('20260924-zhanjiang-ribao-wei-xuncha-zheng-gai.yaml');
  });

  test('sees what is due, and can subscribe to it', async () => {
    const page = await site.openPage('calendar/');
    const calendar = await page.request.get(`${site.address}calendar/all.ics`);
    expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR/);
    expect(await page.locator('#next-table tbody tr').count()).toBeGreaterThan(0);
  });
});

describe('a reader', () => {
  test('goes from the overview to the ranking, to a unit, to the clause, in Chinese and in English', async () => {
    for (const home of ['', 'en/']) {
      const page = await site.openPage(home);
      await page.locator(`main a[href$="/${home}ranking/2026-Q4/"]`).first().click();
      expect(pathOf(page)).toBe(`/${home}ranking/2026-Q4/`);
      await page.locator('#ranking-1 tbody tr').first().locator('th a').first().click();
      expect(pathOf(page)).toContain(`/${home}units/`);
      await page.locator('main a[href*="#clause-"]').first().click();
      expect(await page.locator(':target').locator('.clause__text').innerText()).toMatch(/每条\d+分/);
    }
  });

  test('takes the figures along as a table that opens in a spreadsheet', async () => {
    const page = await site.openPage('data/');
    const address = await page.locator('main a[href$=".csv"]').first().getAttribute('href');
    const answer = await page.request.get(new URL(address ?? '', page.url()).href);
    expect((await answer.body()).subarray(0, 3).toString('hex')).toBe('efbbbf');
  });
});
