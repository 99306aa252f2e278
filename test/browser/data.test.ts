/** Open data, calendar and the ranking to embed, in a browser: what a reader takes along is what he sees. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from './chromium.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const bytesOf = async (path: string): Promise<Uint8Array> => new Uint8Array(await (await fetch(new URL(path, site.address))).arrayBuffer());

test('every file that the page of open data names is there, as large as it says', async () => {
  const page = await site.openPage('data/');
  const links = await page
    .locator('#tables .links a')
    .evaluateAll((all) => all.map((link) => [(link as HTMLAnchorElement).href, link.textContent ?? '']));
  expect(links.length).toBeGreaterThanOrEqual(32);
  for (const [address = '', text = ''] of links) {
    const { length } = await bytesOf(address);
    const size = length < 1000 ? `${length} B` : length < 1e6 ? `${Math.round(length / 1000)} kB` : `${(length / 1e6).toFixed(1)} MB`;
    expect(text).toContain(size);
  }
  await page.context().close();
});

test('CSV begins with the mark by which spreadsheets know UTF-8', async () => {
  expect([...(await bytesOf('data/journal.csv')).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test('the way to the columns of a table opens their description', async () => {
  const page = await site.openPage('data/');
  await page.locator('#tables tbody th a').first().click();
  expect(await page.locator('#columns-standings-table').isVisible()).toBe(true);
  await page.context().close();
});

test('addresses name the host, and a button takes them along', async () => {
  const page = await site.openPage('data/');
  const code = page.locator('.copied code[data-address="true"]').first();
  expect(await code.innerText()).toContain(`src="${site.address}embed/ranking/"`);
  await page.locator('.copied button').first().click();
  await expect.poll(() => page.locator('.copied [role="status"]').first().innerText()).toMatch(/已复制|已选中/);
  await page.context().close();
});

test('where there is no clipboard, as on pages without TLS, the text is selected', async () => {
  const page = await site.openPage('calendar/');
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.locator('.copied button').click();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString() ?? '')).toContain(`${site.address}calendar/all.ics`);
  await page.context().close();
});

test('without scripts the texts are there, and no button that does nothing', async () => {
  const page = await site.openPage('data/', { javaScript: false });
  expect(await page.locator('.copied code').first().isVisible()).toBe(true);
  expect(await page.locator('.copied button:visible').count()).toBe(0);
  await page.context().close();
});

test('the ranking stands in a frame of another page, and its links open beside it', async () => {
  const page = await site.openPage('status/');
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.querySelector('main')?.append(frame);
  }, `${site.address}embed/ranking/`);
  const frame = page.frameLocator('iframe');
  expect(await frame.locator('h1').innerText()).toContain('排名');
  expect(await frame.locator('.masthead').count()).toBe(0);
  const opened = page.context().waitForEvent('page');
  await frame.locator('tbody a').first().click();
  expect((await opened).url()).toContain('/units/');
  expect(new URL(page.url()).pathname).toBe('/status/');
  await page.context().close();
});

test.each([
  ['light', 'dark'],
  ['dark', 'light'],
] as const)('the embedded ranking can be %s for a reader whose system is %s', async (look, theme) => {
  const ground = async (path: string): Promise<string> => {
    const page = await site.openPage(path, { theme });
    const colour = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await page.context().close();
    return colour;
  };
  expect(await ground(`embed/ranking/${look}/`)).not.toBe(await ground('embed/ranking/'));
});

test('the calendar is a sheet with weekdays where there is room, and a list of its days where there is not', async () => {
  const wide = await site.openPage('calendar/', { width: 1440, javaScript: false });
  expect(await wide.locator('.sheet').first().locator('thead th:visible').allInnerTexts()).toEqual(['一', '二', '三', '四', '五', '六', '日']);
  expect(await wide.locator('.sheet').first().locator('td:visible').count()).toBeGreaterThanOrEqual(28);
  const narrow = await site.openPage('calendar/', { width: 360, javaScript: false });
  const days = narrow.locator('.sheet td:visible');
  expect(await days.count()).toBeLessThan(28);
  expect(await days.last().innerText()).toMatch(/日 星期/);
  await wide.context().close();
  await narrow.context().close();
});
