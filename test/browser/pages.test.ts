/** Every kind of page, on a telephone and on a desk, light and dark: within its window, and without barriers that a machine can see. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, type Site } from './chromium.ts';

let site: Site;
/** One page of each kind; those of records are found on the lists. */
let paths: string[];

beforeAll(async () => {
  site = await openSite();
  const first = async (list: string, link: string): Promise<string> => {
    const page = await site.openPage(list);
    const address = new URL((await page.locator(link).first().getAttribute('href')) ?? '', site.address).href;
    await page.context().close();
    return address.slice(site.address.length);
  };
  const unit = await first('units/', 'main table th a');
  const ranking = await first('ranking/', '#index-quarter tbody tr:nth-child(2) th a');
  const period = ranking.split('/')[1];
  paths = [
    '',
    'ranking/',
    ranking,
    `${ranking}journal/`,
    'units/',
    unit,
    `${unit}${period}/`,
    'submissions/',
    await first('submissions/', '.links a'),
    await first('submissions/', '#list th a'),
    `search/?q=${encodeURIComponent('医保')}`,
    'people/',
    await first('people/', 'main table th a'),
    'policies/',
    await first('policies/', '.cells a'),
    'bulletins/',
    await first('bulletins/', 'main table th a'),
    await first('bulletins/', '#bulletins-quarter th a'),
    'outlets/',
    await first('outlets/', '#list-table th a'),
    'calendar/',
    'data/',
    'embed/ranking/',
    'status/',
    '404.html',
  ];
});
afterAll(() => site.close());

describe.each([360, 768, 1440])('%i wide', (width) => {
  test('no page is wider than its window', async () => {
    const wide: string[] = [];
    for (const path of paths) {
      const page = await site.openPage(path, { width });
      const own = await page.evaluate(() => document.documentElement.scrollWidth);
      if (own > width) wide.push(`${path}: ${own}`);
      await page.context().close();
    }
    expect(wide).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test('axe finds nothing on any kind of page', { timeout: 240_000 }, async () => {
    const found: string[] = [];
    for (const path of paths) {
      const page = await site.openPage(path, { theme, width: path.length % 2 === 0 ? 1440 : 360 });
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']).analyze();
      for (const { id, nodes } of violations) found.push(`${path} ${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 160)}`);
      await page.context().close();
    }
    expect(found).toEqual([]);
  });
});

test('a page may set the theme itself', async () => {
  const page = await site.openPage('', { theme: 'light' });
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  expect(await background()).not.toBe(light);
});

test('on paper there is no navigation, and black on white; charts are drawn anew in inks', async () => {
  const page = await site.openPage('', { theme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.locator('.sections').isVisible()).toBe(false);
  expect(await page.locator('canvas').first().isVisible()).toBe(true);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--series-1'))).toBe('#8f1519');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).color)).toBe('rgb(0, 0, 0)');
});

test('every link of every page leads somewhere, every anchor too', async () => {
  const known = new Map<string, Set<string>>();
  const broken: string[] = [];
  const idsOf = async (path: string): Promise<Set<string> | null> => {
    const cached = known.get(path);
    if (cached) return cached;
    const response = await fetch(new URL(path, site.address));
    if (!response.ok) return null;
    const ids = new Set(Array.from((await response.text()).matchAll(/ id="([^"]*)"/g), ([, id]) => id as string));
    known.set(path, ids);
    return ids;
  };
  for (const path of paths) {
    const text = await (await fetch(new URL(path, site.address))).text();
    for (const [, target] of new Set(Array.from(text.matchAll(/ href="([^"]*)"/g)))) {
      if (target === undefined || /^https?:/.test(target)) continue;
      const { pathname, hash } = new URL(target, new URL(path, site.address));
      const ids = await idsOf(pathname);
      if (ids === null || (hash !== '' && !ids.has(decodeURIComponent(hash.slice(1))))) broken.push(`${path} → ${decodeURIComponent(target)}`);
    }
  }
  expect([...new Set(broken)]).toEqual([]);
});
