/** The pages together: twins, weight, themes, paper, large text, motion. What holds for every kind of page is tried in kinds.zh.test.ts and kinds.en.test.ts. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from './chromium.ts';
import { kindsOf } from './kinds.ts';

const DIST = join(import.meta.dirname, '../../dist');
const kinds = existsSync(DIST) ? kindsOf(DIST) : [];

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test('there are pages of both languages, and as many kinds in one as in the other', () => {
  const [zh, en] = (['zh', 'en'] as const).map((one) => kinds.filter(({ language }) => language === one).map(({ name }) => name));
  expect(zh?.length).toBeGreaterThan(25);
  expect(en).toEqual(zh?.filter((name) => !name.startsWith('404')));
});

test('the longest ranking is light: below 100 kB packed, and below 250 kB with what draws charts', async () => {
  const path = kinds.find(({ name }) => name === 'ranking/[period] 2')?.paths[0] ?? '';
  const page = await site.openPage(path);
  const loaded = await page.evaluate(() => [location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)]);
  const weights = loaded.map((address) => {
    const file = decodeURIComponent(new URL(address).pathname).replace(/\/$/, '/index.html');
    return { file, size: gzipSync(readFileSync(join(DIST, file))).length };
  });
  const sum = (list: typeof weights): number => list.reduce((total, { size }) => total + size, 0);
  expect(weights.filter(({ file }) => /chart/i.test(file)).length).toBeGreaterThan(0);
  expect(sum(weights.filter(({ file }) => !/chart/i.test(file)))).toBeLessThan(100_000);
  expect(sum(weights)).toBeLessThan(250_000);
});

test('a page may set the theme itself', async () => {
  const page = await site.openPage('', { theme: 'light' });
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  expect(await background()).not.toBe(light);
});

test('on paper charts are drawn anew in inks', async () => {
  const page = await site.openPage('', { theme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.locator('canvas').first().isVisible()).toBe(true);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--series-1'))).toBe('#8f1519');
});

test('large text is switched with a key, remembered on every page before it is painted, and switched off again', async () => {
  const page = await site.openPage('ranking/');
  const size = () => page.evaluate(() => getComputedStyle(document.body).fontSize);
  expect(await size()).toBe('16px');
  const box = page.getByRole('switch', { name: '大字' });
  await box.focus();
  await page.keyboard.press('Space');
  expect(await size()).toBe('24px');

  // The state of the document when its body begins is that of the first picture.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      document.documentElement.dataset.first = document.documentElement.dataset.text ?? 'small';
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(new URL('units/', site.address).href);
  expect(await page.evaluate(() => document.documentElement.dataset.first)).toBe('large');
  expect(await box.isChecked()).toBe(true);
  await box.uncheck();
  await page.goto(new URL('', site.address).href);
  expect(await size()).toBe('16px');
});

test('without scripts the switch holds for the page on which it stands', async () => {
  const page = await site.openPage('units/', { javaScript: false });
  await page.getByRole('switch', { name: '大字' }).check();
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).fontSize)).toBe('24px');
});

test('who wants no motion gets none, and who chooses the colours keeps them', async () => {
  const page = await site.openPage('');
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return scrollBehavior === 'smooth' || animationName !== 'none' || Number.parseFloat(transitionDuration) > 0;
      }).length,
  );
  expect(moving).toBe(0);
  expect(
    await page
      .locator('.mark')
      .first()
      .evaluate((mark) => getComputedStyle(mark).borderTopStyle),
  ).toBe('solid');
});
