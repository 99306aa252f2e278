/** What holds for the built site as a whole, and for the glasses through which the other browser tests look at it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, type Site } from './chromium.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describe.each([360, 1440])('the start page, %i wide', (width) => {
  test.each(['light', 'dark'] as const)('stays within the window (%s)', async (theme) => {
    const page = await site.openPage('', { width, theme });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  test('needs no JavaScript', async () => {
    const page = await site.openPage('', { width, javaScript: false });
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });
});

test('Chinese is set in the Chinese font that comes with the repository', async () => {
  const page = await site.openPage('');
  await page.evaluate(() => {
    const words = document.createElement('p');
    words.lang = 'zh-CN';
    words.style.fontFamily = 'system-ui, sans-serif';
    words.textContent = '报送采用';
    document.body.replaceChildren(words);
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'p' });
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
  expect(fonts.map((font) => [font.familyName, font.glyphCount])).toEqual([['Noto Sans S Chinese Regular', 4]]);
});

test('requests to other hosts, missing files and script errors are noticed, and closing the site says so', async () => {
  const strict = await openSite();
  // A file that has no policy of its own: that of a page would stop the first of these before it is asked.
  const page = await strict.openPage('icon.svg');
  await page.evaluate(async () => {
    await fetch('https://example.com/').catch(() => null);
    await fetch('missing.json');
    setTimeout(() => {
      throw new Error('mishap');
    });
  });
  await expect.poll(() => strict.complaints.length).toBe(3);
  await expect(strict.close()).rejects.toThrow(/another host: https:.*\n404 for .*missing.json.*\n.*mishap/);
});

test('what the policy of a page forbids is stopped, and noticed', async () => {
  const strict = await openSite();
  const page = await strict.openPage('');
  const colour = await page.evaluate(async () => {
    document.body.insertAdjacentHTML('beforeend', '<p id="odd" style="color: rgb(1, 2, 3)"></p><script>odd()</script>');
    await fetch('https://example.com/').catch(() => null);
    return getComputedStyle(document.getElementById('odd') as HTMLElement).color;
  });
  expect(colour).not.toBe('rgb(1, 2, 3)');
  await expect.poll(() => strict.complaints.some((one) => one.startsWith('forbidden by connect-src'))).toBe(true);
  await expect(strict.close()).rejects.toThrow(/forbidden by style-src-attr.*[\s\S]*forbidden by connect-src/);
});
