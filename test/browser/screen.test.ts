/** The wall screen, as it hangs in a lobby: it turns by itself, obeys keys and address, fits its wall, and lives through new builds and dead networks. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, type Site } from './chromium.ts';
import { axe } from './qualities.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const WALLS = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1080, height: 1920 },
] as const;

const shown = (page: Page): Promise<string | null> => page.locator('.slide[data-current]').getAttribute('data-slide');
const heading = (page: Page): Promise<string | null> => page.locator('.slide[data-current] h2').textContent();

describe('turning', () => {
  test('it turns by itself, and begins again after the last slide', async () => {
    const page = await site.openPage('screen/?rotate=0.3&show=duties,latest');
    expect(await shown(page)).toBe('duties');
    await page.locator('.slide[data-slide="latest"][data-current]').waitFor();
    await page.locator('.slide[data-slide="duties"][data-current]').waitFor();
    expect(await page.locator('.slide[data-current]').count()).toBe(1);
    await page.context().close();
  });

  test('it stands still where it is told to, and shows what it is told to, in that order', async () => {
    const page = await site.openPage('screen/?rotate=0&show=trend,ranking');
    expect(await shown(page)).toBe('trend');
    await page.waitForTimeout(1200);
    expect(await shown(page)).toBe('trend');
    expect(await page.locator('.slide[data-current] .slide__place').innerText()).toBe('1 / 2');
    await page.context().close();
  });

  test('of a name that it does not know it thinks nothing, and shows all', async () => {
    const page = await site.openPage('screen/?rotate=0&show=nonsense');
    expect(await page.locator('.slide[data-current] .slide__place').innerText()).toBe(`1 / ${await page.locator('.slide').count()}`);
    await page.context().close();
  });

  test('arrows turn on and back, over the ends', async () => {
    const page = await site.openPage('screen/?rotate=0');
    const first = await heading(page);
    await page.keyboard.press('ArrowRight');
    const second = await heading(page);
    expect(second).not.toBe(first);
    await page.keyboard.press('ArrowLeft');
    expect(await heading(page)).toBe(first);
    await page.keyboard.press('ArrowLeft');
    const last = await page.locator('.slide').last().locator('h2').textContent();
    expect(await heading(page)).toBe(last);
    await page.context().close();
  });

  test('the space bar holds it and lets it go on; it says so for a moment', async () => {
    const page = await site.openPage('screen/?rotate=0.4&show=duties,latest');
    await page.keyboard.press(' ');
    const held = await shown(page);
    expect(await page.locator('.screen__paused').innerText()).toBe('已暂停');
    await page.waitForTimeout(1500);
    expect(await shown(page)).toBe(held);
    await page.keyboard.press(' ');
    await page.locator(`.slide[data-current]:not([data-slide="${held}"])`).waitFor();
    await page.context().close();
  });

  test('F fills the screen, Escape gives it back and then leads to the overview', async () => {
    const page = await site.openPage('screen/?rotate=0');
    await page.keyboard.press('f');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await page.keyboard.press('f');
    await page.waitForFunction(() => document.fullscreenElement === null);
    await page.keyboard.press('Escape');
    await page.waitForURL(site.address);
    await page.context().close();
  });
});

describe('on the wall', () => {
  test.each(WALLS)('$width × $height: nothing is cut off, nothing too small to be read from five metres', async ({ width, height }) => {
    const page = await site.openPage('screen/?rotate=0', { width });
    await page.setViewportSize({ width, height });
    const found: string[] = [];
    for (let turn = await page.locator('.slide').count(); turn > 0; turn -= 1) {
      found.push(...(await page.evaluate(faultsOnWall)));
      await page.keyboard.press('ArrowRight');
    }
    expect(found).toEqual([]);
    await page.context().close();
  });

  test('nothing that stays is a control: keys are told for a moment, the pointer goes', async () => {
    const page = await site.openPage('screen/?rotate=0');
    const keys = page.locator('.screen__keys');
    expect(await keys.isVisible()).toBe(true);
    await keys.waitFor({ state: 'hidden', timeout: 8000 });
    expect(await page.locator('#screen').evaluate((screen) => getComputedStyle(screen).cursor)).toBe('none');
    await page.mouse.move(200, 200);
    expect(await keys.isVisible()).toBe(true);
    await page.context().close();
  });

  test('dark unless it is told to be light', async () => {
    const ground = async (path: string) => {
      const page = await site.openPage(path);
      const colour = await page
        .locator('.slide')
        .first()
        .evaluate((slide) => getComputedStyle(slide).backgroundColor);
      await page.context().close();
      return colour;
    };
    expect(await ground('screen/')).toBe('rgb(15, 17, 21)');
    expect(await ground('screen/?theme=light')).toBe('rgb(250, 249, 246)');
  });

  test('light from its first line on, before any other script has run', async () => {
    const page = await site.openPage('status/');
    await page.addInitScript(() => {
      const watch = new MutationObserver(() => {
        if (document.body === null) return;
        document.documentElement.dataset.first = document.documentElement.dataset.theme;
        watch.disconnect();
      });
      watch.observe(document, { childList: true, subtree: true });
    });
    await page.goto(new URL('screen/?theme=light', site.address).href);
    expect(await page.locator('html').getAttribute('data-first')).toBe('light');
    await page.context().close();
  });

  test('who wants no motion gets slides that change without fading', async () => {
    const page = await site.openPage('screen/?rotate=0');
    const fades = () =>
      page
        .locator('.slide')
        .first()
        .evaluate((slide) => getComputedStyle(slide).transitionDuration);
    expect(await fades()).not.toBe('0s');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await fades()).toBe('0s');
    await page.context().close();
  });

  test.each(['dark', 'light'])('axe finds nothing on any slide, %s', { timeout: 120_000 }, async (theme) => {
    const page = await site.openPage(`screen/?rotate=0&theme=${theme}`);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const found: string[] = [];
    for (let turn = await page.locator('.slide').count(); turn > 0; turn -= 1) {
      found.push(...(await axe(page)));
      await page.keyboard.press('ArrowRight');
    }
    expect(found).toEqual([]);
    await page.context().close();
  });
});

describe('without what it may lack', () => {
  test('scripts: one long page, with tables in the place of charts', async () => {
    const page = await site.openPage('screen/', { javaScript: false });
    const slides = page.locator('.slide');
    for (let index = 0; index < (await slides.count()); index += 1) expect(await slides.nth(index).isVisible()).toBe(true);
    expect(await page.locator('#points table').isVisible()).toBe(true);
    expect(await page.locator('canvas').first().isVisible()).toBe(false);
    expect(await page.locator('.screen__keys').isVisible()).toBe(false);
    await page.context().close();
  });

  test('the network: it goes on with what it has, and takes over a new build at the next turn without beginning anew', async () => {
    const page = await site.openPage('about:blank');
    let answer: 'away' | 'new' | 'as it is' = 'as it is';
    await page.route('**/screen/**', async (route) => {
      if (answer === 'away') return route.abort();
      const response = await route.fetch();
      const body = await response.text();
      return route.fulfill({ response, body: answer === 'new' ? body.replaceAll('本月任务', '新的一版') : body });
    });
    await page.goto(new URL('screen/?rotate=0.5&refresh=0.3&show=duties', site.address).href);
    await page.evaluate(() => Object.assign(window, { stays: true }));
    answer = 'away';
    await page.waitForTimeout(1000);
    expect(await heading(page)).toBe('本月任务');
    answer = 'new';
    await page.locator('.slide[data-current] h2', { hasText: '新的一版' }).waitFor();
    expect(await page.evaluate(() => 'stays' in window)).toBe(true);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  });

  test('a build with other scripts is begun with on the slide that was shown', async () => {
    const page = await site.openPage('about:blank');
    let isNew = false;
    await page.route('**/screen/**', async (route) => {
      const response = await route.fetch();
      const body = await response.text();
      return route.fulfill({
        response,
        body: isNew ? body.replace('</head>', '<link rel="stylesheet" href="../icon.svg" /></head>').replaceAll('最新采用与批示', '新的一版') : body,
      });
    });
    await page.goto(new URL('screen/?rotate=0&refresh=0.3', site.address).href);
    await page.keyboard.press('End');
    while ((await shown(page)) !== 'latest') await page.keyboard.press('ArrowRight');
    await page.evaluate(() => Object.assign(window, { stays: true }));
    isNew = true;
    await page.waitForFunction(() => !('stays' in window));
    await page.locator('.slide[data-current] h2', { hasText: '新的一版' }).waitFor();
    expect(await shown(page)).toBe('latest');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  });
});

/** In the page: texts below a thirtieth of the shorter side's share, and whatever sticks out of its slide or lies on another. */
function faultsOnWall(): string[] {
  const slide = document.querySelector('.slide[data-current]') as HTMLElement;
  const unit = Math.min(innerWidth / 100, innerHeight / 56.25);
  const least = innerWidth > innerHeight ? 1.87 * unit : 1.87 * (Math.min(innerWidth, innerHeight) / 62);
  const texts = [...slide.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()) &&
      !element.closest('.unseen, .picture__table'),
  );
  const foot = (slide.querySelector('.slide__foot') as HTMLElement).getBoundingClientRect();
  return texts.flatMap((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const name = `${slide.id}: ${element.textContent?.slice(0, 20)}`;
    const isFoot = element.closest('.slide__foot') !== null;
    return [
      ...(Number.parseFloat(getComputedStyle(element).fontSize) < least ? [`${name} is ${getComputedStyle(element).fontSize}`] : []),
      ...(left < 0 || right > innerWidth || top < 0 || bottom > innerHeight ? [`${name} sticks out`] : []),
      ...(!isFoot && bottom > foot.top + 2 ? [`${name} lies on the foot`] : []),
      ...(element.scrollWidth > element.clientWidth + 2 &&
      getComputedStyle(element).display !== 'inline' &&
      getComputedStyle(element).overflow === 'hidden' &&
      !element.matches('.list__title')
        ? [`${name} is cut`]
        : []),
    ];
  });
}
